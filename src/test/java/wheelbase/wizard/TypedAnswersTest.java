package wheelbase.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.report.AnswersJson;

/** Answers files. */
class TypedAnswersTest {
  private static final String SCHEMA = "\"schema\": \"wheelbase-answers/1\"";

  private static TypedAnswers read(String... lines) {
    return TypedAnswers.read("image.json", String.join("\n", lines));
  }

  @Test
  void everyTopicCanBeAnswered() {
    TypedAnswers read =
        read(
            "{",
            "  " + SCHEMA + ",",
            "  \"requirements\": [\"requirements.txt\", \"extra.txt\"],",
            "  \"extras\": \"mail\",",
            "  \"groups\": [\"serve\", \"jobs\"],",
            "  \"output\": \"build\",",
            "  \"python\": [\"3.12\", \"3.13\"],",
            "  \"architectures\": \"arm64\",",
            "  \"no-binary\": [\"lxml\", \"Psycopg2\"],",
            "  \"cures\": [\"grpcio:grpcio==1.78.1\"],",
            "  \"base\": \"3.12-slim-trixie\",",
            "  \"application\": \"shop.web:app\",",
            "  \"port\": 9000,",
            "  \"health\": \"/healthz\",",
            "  \"workers\": \"4\",",
            "  \"layout\": \"prefix\",",
            "  \"installer\": \"uv\",",
            "  \"builder\": \"full\",",
            "  \"test\": \"pytest -q\",",
            "  \"user\": 1234,",
            "  \"cache-mounts\": false,",
            "  \"dockerignore\": \"yes\",",
            "  \"link-check\": false,",
            "  \"lock\": true,",
            "  \"digest\": true",
            "}");
    assertThat(read.problems()).isEmpty();
    assertThat(read.answers())
        .hasToString(
            "{requirements=[requirements.txt, extra.txt], extras=[mail], groups=[serve, jobs],"
                + " output=[build], python=[3.12, 3.13], architectures=[arm64],"
                + " no-binary=[lxml, Psycopg2], cures=[grpcio:grpcio==1.78.1],"
                + " base=[3.12-slim-trixie], application=[shop.web:app], port=[9000],"
                + " health=[/healthz], workers=[4], layout=[prefix],"
                + " installer=[uv], builder=[full], test=[pytest -q], user=[1234], cache-mounts=[no],"
                + " dockerignore=[yes], link-check=[no], lock=[yes], digest=[yes]}");
    assertThat(read.answers().byId()).hasSize(Topic.values().length);
  }

  /** The third line of a file whose first names the schema. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '%',
      value = {
        "\"prot\": 80 | 3:3 nothing is asked that is called `prot` | did you mean `port`?",
        "\"zzzzz\": 80 | 3:3 nothing is asked that is called `zzzzz` | there are requirements,",
        "\"port\": 0 | 3:3 port: `0` is not a port | 65535",
        "\"port\": 80.5 | 3:3 port: `80.5` is not a port | 65535",
        "\"port\": [1, 2] | 3:3 port: one answer is wanted, not 2 | say which: 1, 2",
        "\"port\": null | 3:3 `port` is neither a word nor a list of words | [",
        "\"port\": {\"a\": [1]} | 3:3 `port` is neither a word nor a list of words | [",
        "\"python\": [\"3.12\", []] | 3:3 `python` is neither a word nor a list of words | [",
        "\"python\": \"3.12,3.13\" | 3:3 python: `3.12,3.13` is not one word | each by itself",
        "\"python\": \"py312\" | 3:3 python: `py312` is not a Python version | `3.12`",
        "\"base\": \"slim\" | 3:3 base: `slim` is not a base image known here | `slim-trixie`",
        "\"architectures\": \"amd46\" | 3:3 architectures: no architecture `amd46` | `amd64`",
        "\"cures\": \"a\" | 3:3 cures: a colon is wanted | psycopg2:",
        "\"cures\": [\"a:a<1\", \"A:a<2\"] | 3:3 cures: `a` is replaced by two things | one of",
        "\"dockerignore\": \"nope\" | 3:3 dockerignore: `nope` is neither yes nor no | ",
        "\"user\": \"root\" | 3:3 user: `root` is root | 10001",
        "\"output\": \"\" | 3:3 output: `` is not the name of a file | ",
        "\"output\": \"a\\u0000b\" | 3:3 output: there is a NUL | ",
        "\"schema\": \"other/2\" | 3:3 `schema` is there twice | leave one",
        "port: 80 | 3:3 this is not JSON | ",
        "\"port\": 80, \"port\": 81 | 3:15 `port` is there twice | leave one",
      })
  void whatIsWrongIsSaidWithItsPlaceAndWhatWouldBeRight(String line, String error, String hint) {
    TypedAnswers read = read("{", "  " + SCHEMA + ",", "  " + line, "}");
    assertThat(read.problems()).hasSize(1);
    Diagnostic problem = read.problems().get(0);
    assertThat(place(problem) + " " + problem.message()).startsWith(error);
    assertThat(problem.hint().orElse("")).contains(hint == null ? "" : hint);
    assertThat(problem.place().orElseThrow().file()).isEqualTo("image.json");
  }

  private static String place(Diagnostic problem) {
    return problem.place().map(at -> at.line() + ":" + at.column()).orElse("nowhere");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '%',
      value = {
        "{} | does not name its schema",
        "{\"schema\": \"wheelbase-answers/2\"} | is not a schema known here",
        "[] | an answers file is a JSON object",
        "%% | an answers file is a JSON object",
        "{\"schema\": \"wheelbase-answers/1\"} {} | something follows",
        "{\"schema\": \"wheelbase-answers/1\", | this is not JSON",
      })
  void anotherDocumentIsRefused(String text, String error) {
    assertThat(TypedAnswers.read("x", text).problems())
        .extracting(Diagnostic::message)
        .anySatisfy(message -> assertThat(message).contains(error));
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    TypedAnswers read =
        read("{", SCHEMA + ",", "\"port\": 0,", "\"user\": 0,", "\"workers\": 2", "}");
    assertThat(read.problems()).hasSize(2);
    assertThat(read.answers()).isEqualTo(Answers.NONE.with(Topic.WORKERS, "2"));
  }

  @Test
  void aHugeOrDeepFileIsAnErrorAndNoCrash() {
    assertThat(read("{\"a\":" + "[".repeat(100_000)).problems()).isNotEmpty();
    assertThat(read("{" + SCHEMA + ", \"port\": \"" + "8".repeat(10_000) + "\"}").problems())
        .hasSize(1);
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.strings()
        .filter(word -> !word.isBlank() && word.indexOf('\0') < 0)
        .map(word -> "d/" + word)
        .list()
        .ofMaxSize(3);
  }

  /** Whatever files are called, they are read as they were written. */
  @Property(tries = 300)
  void whatIsWrittenIsReadBack(@ForAll("words") List<String> files) {
    List<String> sound =
        files.stream()
            .filter(word -> AnswerCheck.of(Topic.REQUIREMENTS, List.of(word)).isEmpty())
            .collect(Collectors.toList());
    Answers answers =
        Answers.NONE
            .with(Topic.REQUIREMENTS, sound)
            .with(Topic.PYTHON, List.of("3.13", "3.12.7"))
            .with(Topic.DOCKERIGNORE, Answers.NO);
    String text = AnswersJson.write(answers.byId());
    assertThat(TypedAnswers.read("x", text)).isEqualTo(new TypedAnswers(answers, List.of()));
    assertThat(AnswersJson.write(TypedAnswers.read("x", text).answers().byId())).isEqualTo(text);
  }
}
