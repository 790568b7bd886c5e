package wheelbase.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.testing.Golden;
import wheelbase.testing.Programs;

class ManualPageTest {
  private static final String PAGE =
      ManualPage.of(
          MadeUpProgram.specification(),
          "tool 1.0",
          LocalDate.of(2026, 11, 20),
          List.of(new Definition("TOOL_HOME", ".where it lives")),
          List.of(new Definition("~/.tool", "'a file'")));

  @Test
  void aSmallPage() throws IOException {
    Golden.assertMatches("cli/made-up.1", PAGE);
  }

  @Test
  void noTextIsARequest() {
    assertThat(PAGE.lines().filter(line -> line.startsWith(".")).map(line -> line.split(" ")[0]))
        .containsOnly(".TH", ".SH", ".SS", ".TP", ".PP", ".nf", ".fi", ".nh", ".ad", ".br");
    assertThat(PAGE.lines()).noneMatch(line -> line.startsWith("'"));
    assertThat(PAGE.lines()).allMatch(line -> line.length() <= 80);
    assertThat(PAGE).isASCII();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '%',
      value = {
        "plain,          plain",
        "--long-name,    \\-\\-long\\-name",
        "\\fB \\n,       \\(rsfB \\(rsn",
        "it's,           it\\(aqs",
        "a \"quote\",    a \\(dqquote\\(dq",
        "`x` ^ ~,        \\(gax\\(ga \\(ha \\(ti",
        "é 日,           \\[u00E9] \\[u65E5]",
      })
  void textIsShownAsItIs(String text, String roff) {
    assertThat(Roff.escaped(text)).isEqualTo(roff);
  }

  @Test
  void whatIsNoTextBecomesABlank() {
    assertThat(Roff.escaped("a\u001b[1m\tb\u009bc")).isEqualTo("a [1m b c");
  }

  @Test
  void hiddenThingsAreLeftOut() {
    assertThat(PAGE).doesNotContain("secret").doesNotContain("hidden");
  }

  /** Both formatters that there are: BSD's, macOS's and Alpine's, and the other distributions'. */
  @ParameterizedTest
  @CsvSource({"mandoc -T utf8 -O width=400", "groff -man -T utf8 -r LL=400n -P -cbou -ww"})
  @Tag("shell")
  void bothFormattersShowWhatIsMeant(String formatter, @TempDir Path here)
      throws IOException, InterruptedException {
    List<String> command = List.of(formatter.split(" "));
    Programs.need(command.get(0));
    String shown = Programs.run(here, Map.of(), PAGE, command).replaceAll(".\b", "");
    assertThat(shown)
        .contains("A made-up program. " + MadeUpProgram.HOSTILE)
        .contains(".SH in front 'tis said twice.")
        .contains("tool go    .'`\\")
        .contains("-m, --mode=MODE[,MODE]...")
        .contains("'a file'");
    assertThat(here.resolve("canary")).doesNotExist();
  }

  @Test
  @Tag("shell")
  void mandocFindsNoFault(@TempDir Path here) throws IOException, InterruptedException {
    Programs.need("mandoc");
    assertThat(Programs.run(here, Map.of(), PAGE, List.of("mandoc", "-T", "lint"))).isEmpty();
  }
}
