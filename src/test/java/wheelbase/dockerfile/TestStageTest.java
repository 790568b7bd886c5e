package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must go well before the final stage is made. */
class TestStageTest {
  private static ParsedDockerfile tested(ImageTest test) {
    return ParsedDockerfile.of(
        Requests.slim().installed("flask", "psycopg2-binary").test(test).text());
  }

  @Test
  void withoutATestThereAreTwoStages() {
    assertThat(Requests.slim().plan().stages())
        .extracting(Stage::name)
        .containsExactly("builder", "runtime");
  }

  /** A builder leaves out a stage that nobody needs: the final one needs a file of it. */
  @Test
  void theFinalStageNeedsTheTest() {
    DockerfilePlan plan = Requests.slim().test(new ImageTest.Imports()).plan();
    assertThat(plan.stages())
        .extracting(stage -> stage.name() + " on " + stage.image())
        .containsExactly(
            "builder on python:3.13-slim-trixie",
            "assembled on python:3.13-slim-trixie",
            "test on assembled",
            "runtime on assembled");
    ParsedDockerfile file = tested(new ImageTest.Imports());
    assertThat(file.of(3).get(1).rest()).isEqualTo("--from=test /tested /tested");
    assertThat(file.of(2)).last().extracting("rest").asString().contains("open('/tested', 'w')");
  }

  @Test
  void importsNamesWhatTheRequirementsName() {
    List<String> words = tested(new ImageTest.Imports()).of(2).get(1).json();
    assertThat(words.subList(0, 2)).containsExactly("python", "-c");
    assertThat(words.subList(3, words.size())).containsExactly("flask", "psycopg2-binary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '%',
      value = {
        "pytest -q | pytest -q && touch /tested",
        "python -m unittest discover -s tests | python -m unittest discover -s tests && touch"
            + " /tested",
        "make test && make more | sh -c 'make test && make more' && touch /tested",
        "FLASK_ENV=test pytest | FLASK_ENV=test pytest && touch /tested",
        "--mount=type=secret,id=x ls | sh -c '--mount=type=secret,id=x ls' && touch /tested",
        "[\"ls\"] | sh -c '[\"ls\"]' && touch /tested",
        "cat <<EOF | sh -c 'cat <<EOF' && touch /tested",
        "echo it's # | sh -c 'echo it'\\''s #' && touch /tested",
      })
  void aCommandIsWordsOrOneWordForAShell(String line, String run) {
    ParsedDockerfile file = tested(new ImageTest.Command(line));
    assertThat(file.of(2).get(1).rest().replaceAll("\\s+", " ")).isEqualTo(run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ls\nRUN rm", "a\rb", "a\0b"})
  void aCommandIsOneLine(String line) {
    assertThatThrownBy(() -> new ImageTest.Command(line))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(
            "pytest",
            " ",
            "\\",
            "'",
            "\"",
            "`",
            "$(id)",
            "#",
            "<<EOF",
            "[",
            "--mount=x",
            "&&",
            "é",
            "$HOME",
            "RUN",
            "|",
            ";")
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(pieces -> String.join("", pieces))
        .filter(line -> !line.isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202epytest", "a\u2028b", "a\nb", " ", ""})
  void aCommandThatCannotBeReadIsNone(String line) {
    assertThatThrownBy(() -> new ImageTest.Command(line))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Whatever the command is, the file has the same instructions. */
  @Property(tries = 300)
  void noCommandBecomesAnInstruction(@ForAll("lines") String line) {
    ParsedDockerfile usual = tested(new ImageTest.Command("pytest"));
    ParsedDockerfile hostile = tested(new ImageTest.Command(line));
    assertThat(hostile.lines())
        .extracting(each -> each.stage() + each.keyword())
        .isEqualTo(usual.lines().stream().map(each -> each.stage() + each.keyword()).toList());
    assertThat(hostile.of(2).get(1).rest()).endsWith("&& touch /tested").doesNotStartWith("-");
  }
}
