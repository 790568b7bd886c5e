package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.application.Application;
import wheelbase.application.Framework;
import wheelbase.application.ServerInterface;
import wheelbase.diagnostic.Severity;
import wheelbase.testing.HostileTexts;

/** Nothing that comes from a file name, a requirements file or an answer becomes an instruction. */
class HostileValuesTest {
  @Provide
  Arbitrary<String> hostile() {
    return HostileTexts.any();
  }

  @Property(tries = 400)
  void noValueChangesTheInstructions(@ForAll("hostile") String value) {
    ParsedDockerfile harmless = ParsedDockerfile.of(everywhere("x", "x").text());
    String text = everywhere("d/" + value, value).text();
    ParsedDockerfile file = ParsedDockerfile.of(text);
    assertThat(oneCopyEach(file)).isEqualTo(oneCopyEach(harmless));
    assertThat(text).matches("(?s)# syntax=docker/dockerfile:1\n#\n# Written by wheelbase.*");
    assertThat(text.codePoints().filter(c -> c != '\n').noneMatch(Character::isISOControl))
        .isTrue();
    assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(text);
    assertThat(file.one("CMD").json()).endsWith(value);
  }

  @Property(tries = 400)
  void theExplainedLinesAreTheFileWhateverTheValues(@ForAll("hostile") String value) {
    DockerfilePlan plan = everywhere("d/" + value, value).plan();
    List<ExplainedLine> lines = new DockerfileWriter().explained(plan);
    assertThat(String.join("\n", lines.stream().map(ExplainedLine::text).toList()))
        .isEqualTo(new DockerfileWriter().write(plan));
    assertThat(lines)
        .filteredOn(ExplainedLine::isInstruction)
        .allMatch(line -> !line.reasons().isEmpty());
  }

  @Property(tries = 400)
  void aPathWithControlCharactersOrOutsideIsAnErrorAndNotCopied(@ForAll("hostile") String value) {
    DockerfilePlan plan =
        Requests.slim().requirements(List.of(value), List.of("constraints.txt")).plan();
    boolean bad =
        value.startsWith("/")
            || List.of(value.split("/")).contains("..")
            || Quoting.hasControls(value);
    assertThat(plan.diagnostics().stream().anyMatch(one -> one.severity() == Severity.ERROR))
        .isEqualTo(bad);
    assertThat(plan.copiedPaths()).contains("constraints.txt");
    assertThat(bad ? 1 : plan.copiedPaths().size()).isEqualTo(plan.copiedPaths().size());
  }

  @Property(tries = 300)
  void aShellWordIsReadBackAsItWas(@ForAll("hostile") String value) {
    String word = Quoting.shellWord(value);
    assertThat(word).doesNotContain("\n");
    assertThat(readShellWord(word)).isEqualTo(Quoting.withoutControls(value));
  }

  @Property(tries = 300)
  void aValueOfEnvIsReadBackAsItWas(@ForAll("hostile") String value) {
    String quoted = Quoting.environmentValue(value);
    String read =
        quoted.startsWith("\"")
            ? quoted.substring(1, quoted.length() - 1).replaceAll("\\\\([\\\\\"$])", "$1")
            : quoted;
    assertThat(read).isEqualTo(Quoting.withoutControls(value));
    if (!quoted.startsWith("\"")) {
      assertThat(quoted).matches("[A-Za-z0-9_./:@%+,=-]+");
    } else {
      assertThat(quoted.substring(1, quoted.length() - 1)).matches("([^\"$\\\\]|\\\\[\"$\\\\])*");
    }
  }

  /** The reader above is our own; this one is the judge. */
  @ParameterizedTest
  @ValueSource(strings = {"a b", "it's", "$HOME", "`id`", "\\", "a\"b", "'", "*", "~", "-n", "<<E"})
  void aRealShellReadsItTheSame(String value) throws IOException {
    Process shell = new ProcessBuilder("sh", "-c", "printf %s " + Quoting.shellWord(value)).start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(value);
  }

  @Test
  void namesOfVariablesAndPackagesAreChecked() {
    for (String name : List.of("A B", "", "1A", "A\nRUN x", "A=B")) {
      assertThatIsRefused(() -> Requests.slim().environment(name, "1").request());
    }
    for (String name : List.of("gcc; id", "", "-o=x", "gcc\n", "$(id)", "a b", "*")) {
      assertThatIsRefused(() -> new PackageReason(name, "because"));
    }
  }

  /** There is a COPY for each directory, and none for a path that cannot be copied. */
  private static String oneCopyEach(ParsedDockerfile file) {
    return String.join(" ", file.keywords()).replaceAll("COPY( COPY)+", "COPY");
  }

  private static void assertThatIsRefused(Runnable act) {
    org.assertj.core.api.Assertions.assertThatThrownBy(act::run)
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The value in every place that takes one. */
  private static Requests everywhere(String path, String value) {
    return Requests.slim()
        .requirements(List.of(path, "requirements.txt"), List.of("constraints.txt"))
        .environment("CFLAGS", value)
        .notes(value)
        .build("gcc: " + value)
        .runtime("libpq5: " + value)
        .application(
            new Application(
                Framework.FLASK,
                Optional.of(value),
                Optional.of("uvicorn"),
                List.of(),
                OptionalInt.of(8000),
                Optional.of(value),
                List.of(value),
                ServerInterface.ASGI,
                false,
                value,
                Optional.of(value),
                Optional.of("/" + value)));
  }

  /** POSIX 2.2: single quotes, and backslashes outside of them. */
  private static String readShellWord(String word) {
    StringBuilder read = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < word.length(); i++) {
      char character = word.charAt(i);
      if (character == '\'') {
        quoted = !quoted;
      } else if (character == '\\' && !quoted) {
        read.append(word.charAt(++i));
      } else {
        assertThat(quoted || String.valueOf(character).matches("[A-Za-z0-9_./:@%+,=-]")).isTrue();
        read.append(character);
      }
    }
    assertThat(quoted).isFalse();
    return read.toString();
  }
}
