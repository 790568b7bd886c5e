package wheelbase.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquivalentCommandTest {
  private static final List<String> PIECES =
      List.of(
          " ",
          "'",
          "\"",
          "\\",
          "$",
          "$(id)",
          "${HOME}",
          "`id`",
          "\n",
          "\r",
          "\t",
          "-",
          "--",
          "*",
          "?",
          "[a]",
          "~",
          "!",
          "#",
          ";",
          "&",
          "|",
          ">",
          "<",
          "(",
          ")",
          "{",
          "}",
          "=",
          "%",
          "@",
          ",",
          "é",
          "\ud83d\ude00",
          "\u001b",
          "a",
          "b.c",
          "/",
          "''",
          "\\'");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '%',
      value = {
        "8000 | wheelbase generate --port 8000",
        "python:3.13-slim-trixie | wheelbase generate --port python:3.13-slim-trixie",
        "a b | wheelbase generate --port 'a b'",
        "it's | wheelbase generate --port 'it'\\''s'",
        "$HOME | wheelbase generate --port '$HOME'",
        "~ | wheelbase generate --port '~'",
        "-x | wheelbase generate --port=-x",
        "- y | wheelbase generate '--port=- y'",
        "@file | wheelbase generate --port=@file",
        "%% | wheelbase generate --port=",
      })
  void quotesOnlyWhereAShellWouldSeeMore(String value, String expected) {
    assertThat(EquivalentCommand.of("wheelbase", "generate").with("--port", value).text())
        .isEqualTo(expected);
  }

  @Test
  void aPathIsNeverTakenForAnOption() {
    EquivalentCommand command = EquivalentCommand.of("wheelbase", "generate");
    assertThat(command.path("my service").text()).isEqualTo("wheelbase generate 'my service'");
    assertThat(command.path("--force").text()).isEqualTo("wheelbase generate ./--force");
    assertThat(command.path("@home").text()).isEqualTo("wheelbase generate ./@home");
    assertThat(command.path("").text()).isEqualTo("wheelbase generate ''");
  }

  @Test
  void noProgramCanBeGivenANul() {
    EquivalentCommand command = EquivalentCommand.of("wheelbase");
    assertThatThrownBy(() -> command.with("--app", "a\0b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<String> value() {
    Arbitrary<String> joined =
        Arbitraries.of(PIECES).list().ofMaxSize(8).map(all -> String.join("", all));
    Arbitrary<String> any =
        Arbitraries.strings()
            .ofMaxLength(20)
            .map(text -> text.replace("\0", ""))
            .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
    return Arbitraries.oneOf(joined, any);
  }

  /** Whatever the values are, a shell hands on just those words. */
  @Property(tries = 60)
  void aShellReadsTheWordsBack(
      @ForAll("value") String one, @ForAll("value") String two, @ForAll("value") String path)
      throws IOException, InterruptedException {
    EquivalentCommand command =
        EquivalentCommand.of("printf", "%s\\0")
            .with("--app", one)
            .with("--force")
            .with("--base", two)
            .path(path);
    String expected = String.join("\0", command.words().subList(2, command.words().size())) + "\0";
    assertThat(shell(command.text())).isEqualTo(expected);
  }

  private static String shell(String script) throws IOException, InterruptedException {
    // Handed over on standard input: Java would encode an argument in the locale's own encoding.
    Process shell = new ProcessBuilder("sh").directory(Path.of("/").toFile()).start();
    try (var input = shell.getOutputStream()) {
      input.write(script.getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(script).isZero();
    return output;
  }
}
