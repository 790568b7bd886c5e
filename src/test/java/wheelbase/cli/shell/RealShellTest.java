package wheelbase.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What bash, zsh and fish themselves make of the generated scripts. */
@Tag("shell")
class RealShellTest {
  @TempDir private Path scratch;
  @TempDir private Path here;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectory(here.resolve("my dir"));
    Files.createFile(here.resolve("a file"));
    Files.createFile(here.resolve("beside"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "tool r               | rules",
        "tool b               | beside",
        "tool g               | go",
        "tool hid             | ''",
        "tool --              | --config --help",
        "tool --config _      | a_file beside my_dir",
        "tool --config x g    | go",
        "tool --config=x g    | go",
        "./bin/tool ru        | rules",
        "tool go _            | back there",
        "tool go b            | back",
        "tool go --m          | --mode",
        "tool go --mode _     | fast slow",
        "tool go --mode f     | fast",
        "tool go --mode=      | fast slow",
        "tool go --mode=s     | slow",
        "tool go -m fast,     | slow",
        "tool go --mode=slow, | fast",
        "tool go -m slow --mo | --mode",
        "tool go --note _     | ''",
        "tool go --note=go _  | back there",
        "tool go --note a:b=c _ | back there",
        "tool go -d _         | my_dir",
        "tool go --directory= | my_dir",
        "tool go back _       | a_file beside my_dir",
        "tool go back x be    | beside",
        "tool go -- --        | ''",
        "tool rules _         | list",
        "tool rules list --   | --long",
      })
  void allThreeOfferTheSame(String typed, String offered) throws IOException, InterruptedException {
    List<String> expected =
        Arrays.stream(offered.replace("''", "").split(" "))
            .filter(word -> !word.isEmpty())
            .map(word -> word.replace('_', ' '))
            .toList();
    for (RealShell shell : RealShell.values()) {
      RealShell.Answer answer =
          shell.ask(scratch, here, MadeUpProgram.program(), typed.replace("_", ""));
      assertThat(answer.words()).as("%s: %s", shell, typed).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ZSH", "FISH"})
  void descriptionsAreShownAsTheyAreAndNotRun(RealShell shell)
      throws IOException, InterruptedException {
    for (String typed : List.of("tool ", "tool go --", "tool --")) {
      String drawn = shell.ask(scratch, here, MadeUpProgram.program(), typed).drawn();
      assertThat(drawn).as(typed).contains(MadeUpProgram.HOSTILE);
    }
    assertThat(here.resolve("canary")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tool ru            | tool rules ",
        "tool go --quiet --q | tool go --quiet --q",
        "tool go -d my      | tool go -d my\\ dir/",
        "tool go back a     | tool go back a\\ file ",
      })
  void theKeyCompletesTheLine(String typed, String line) throws IOException, InterruptedException {
    for (RealShell shell : List.of(RealShell.BASH, RealShell.ZSH)) {
      assertThat(shell.complete(scratch, here, MadeUpProgram.program(), typed).strip())
          .as("%s: %s", shell, typed)
          .isEqualTo(line.strip());
    }
  }
}
