package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;

class TemplatesTest {
  private static final Map<String, List<Map<String, Object>>> EXAMPLES =
      Map.of(
          DockerfileWriter.TEMPLATE, DockerfileWriter.examples(),
          DockerIgnore.TEMPLATE, DockerIgnore.examples());

  /** A line break is written as a bar within the template. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "a name that is not known       ; FROM x|{{nope}}|                 ; 2 ; 3 ; there is no `nope` here",
        "of a section                   ; {{#nope}}x{{/nope}}              ; 1 ; 4 ; there is no `nope` here",
        "of an inverted section         ; |{{^nope}}x{{/nope}}             ; 2 ; 4 ; there is no `nope` here",
        "within a section               ; {{#stages}}|{{form}}|{{/stages}} ; 2 ; 3 ; there is no `form` here",
        "where another one is empty     ; {{#stages}}{{^steps}}|{{x}}{{/steps}}{{/stages}} ; 2 ; 3 ; there is no `x` here",
        "known elsewhere                ; a||{{from}}                      ; 3 ; 3 ; there is no `from` here",
        "a section not closed           ; a|{{#stages}}|x|                 ; 2 ; 1 ; section missing close tag 'stages'",
        "an inner section not closed    ; {{#stages}}|{{#steps}}|{{/stages}} ; 3 ; 1 ; section close tag with mismatched open tag",
        "a section not opened           ; a|b|{{/stages}}                  ; 3 ; 1 ; section close tag with no open tag 'stages'",
        "a tag not closed               ; a|{{from|b                       ; 2 ; 1 ; a tag is opened and not closed",
        "a tag not closed before another; a|x {{from {{to}}                ; 2 ; 3 ; a tag is opened and not closed",
        "a triple tag closed short      ; a|{{{head}}                      ; 2 ; 1 ; invalid triple-mustache tag",
        "a tag without a name           ; a|b {{ }}                        ; 2 ; 3 ; a tag without a name",
        "a list written as a text       ; a|{{stages}}                     ; 2 ; 1 ; `stages` is a list",
        "another file                   ; a|b|{{>head}}                    ; 3 ; 1 ; `head` cannot be included",
        "a parent                       ; a|{{<layout}}{{/layout}}         ; 2 ; 1 ; `layout` cannot be included",
        "by other marks                 ; {{=<% %>=}}||<%nope%>            ; 3 ; 3 ; there is no `nope` here",
      })
  void whatIsWrongIsSaidWithFileAndLine(
      String name, String text, int line, int column, String message) {
    Diagnostic wrong = own(text.replace('|', '\n')).refusal().orElseThrow();
    assertThat(wrong.message()).startsWith(message);
    assertThat(wrong.place().orElseThrow())
        .extracting("file", "line", "column")
        .containsExactly("mine/Dockerfile.mustache", line, column);
    assertThat(wrong.place().orElseThrow().text())
        .isEqualTo(text.replace('|', '\n').split("\n", -1)[line - 1]);
  }

  @ParameterizedTest
  @CsvSource({
    "{{#stages}}{{form}}{{/stages}}, did you mean `from`?",
    "{{steps}}, '{{#steps}}...{{/steps}}'",
    "{{zzzzzz}}, known are",
    "{{from}}, within another section",
  })
  void andWithWhatWouldHelp(String text, String hint) {
    assertThat(own(text).refusal().flatMap(Diagnostic::hint).orElse("")).contains(hint);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "FROM scratch, FROM scratch",
    "{{#stages}}{{name}}{{^-last}} {{/-last}}{{/stages}}, builder runtime",
    "{{! a note }}{{#stages}}{{-index}}{{/stages}}, 12",
    "{{=<% %>=}}{{ <%#stages%><%name%><%/stages%>, {{ builderruntime",
  })
  void aTemplateOfOnesOwn(String text, String expected) {
    Templates templates = own(text).value().orElseThrow();
    assertThat(new DockerfileWriter(templates).write(Requests.slim().plan())).isEqualTo(expected);
  }

  @Test
  void whatIsNotReplacedIsAsTheProgramHasIt() {
    Templates templates = own("FROM scratch\n").value().orElseThrow();
    assertThat(DockerIgnore.textFor(List.of("requirements.txt"), templates))
        .isEqualTo(DockerIgnore.textFor(List.of("requirements.txt")));
  }

  @Test
  void anIgnoreFileOfOnesOwnStillLetsThroughWhatIsCopied() {
    Templates templates =
        Templates.own(
                Map.of(
                    DockerIgnore.TEMPLATE, "**\n!*.py\n{{#exceptions}}\n{{.}}\n{{/exceptions}}\n"),
                "mine",
                EXAMPLES)
            .value()
            .orElseThrow();
    assertThat(DockerIgnore.textFor(List.of("requirements.txt", "app.py"), templates))
        .isEqualTo("**\n!*.py\n!requirements.txt\n");
  }

  @Test
  void aLineMoreInTheImageKeepsTheReasonsOfAllOthers() {
    Templates templates =
        own("""
            {{#stages}}
            {{from}}
            {{#-last}}
            LABEL org.opencontainers.image.vendor="Shop"
            {{/-last}}
            {{#steps}}
            {{#lines}}
            {{.}}
            {{/lines}}
            {{/steps}}
            {{/stages}}
            """)
            .value()
            .orElseThrow();
    DockerfilePlan plan = Requests.slim().plan();
    List<ExplainedLine> explained = new DockerfileWriter(templates).explained(plan);
    assertThat(explained.stream().map(ExplainedLine::text).collect(Collectors.joining("\n")))
        .isEqualTo(new DockerfileWriter(templates).write(plan));
    assertThat(explained)
        .filteredOn(line -> line.reasons().isEmpty())
        .extracting(ExplainedLine::text)
        .containsExactly("LABEL org.opencontainers.image.vendor=\"Shop\"", "");
  }

  @Test
  void aTemplateThatLeavesStepsOutIsTheUsersOwnAffair() {
    Templates templates =
        own("{{#stages}}\n{{from}}\n{{/stages}}\nCMD [\"mine\"]\n").value().orElseThrow();
    DockerfilePlan plan = Requests.slim().plan();
    assertThat(new DockerfileWriter(templates).explained(plan))
        .extracting(ExplainedLine::text)
        .containsExactly(
            "FROM python:3.13-slim-trixie AS builder",
            "FROM python:3.13-slim-trixie AS runtime",
            "CMD [\"mine\"]",
            "");
  }

  /** A mark forgotten in a template makes no instruction of a sentence. */
  @Test
  void whateverIsWrittenWhereverIsACommentOrALineOfThePlan() {
    Templates templates =
        own("""
            {{#head}}
            {{.}}
            {{/head}}
            {{#stages}}
            {{#purpose}}
            {{.}}
            {{/purpose}}
            {{from}}
            {{#steps}}
            {{#reasons}}
            {{.}}
            {{/reasons}}
            {{#lines}}
            {{.}}
            {{/lines}}
            {{/steps}}
            {{/stages}}
            """)
            .value()
            .orElseThrow();
    DockerfilePlan plan = Requests.slim().notes("RUN rm -rf /\nRUN evil").plan();
    String written = new DockerfileWriter(templates).write(plan);
    assertThat(instructions(written)).isEqualTo(instructions(new DockerfileWriter().write(plan)));
    assertThat(written.lines()).noneMatch(line -> line.startsWith("RUN rm -rf /"));
  }

  private static List<String> instructions(String text) {
    return ParsedDockerfile.of(text).lines().stream()
        .map(line -> line.keyword() + " " + line.rest())
        .toList();
  }

  private static Checked<Templates> own(String text) {
    return Templates.own(Map.of(DockerfileWriter.TEMPLATE, text), "mine", EXAMPLES);
  }
}
