package wheelbase.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;

class DiagnosticTextTest {
  private static final DiagnosticText PLAIN = new DiagnosticText(Style.PLAIN);

  @Test
  void placeMessageLineCaretAndHint() {
    Diagnostic diagnostic =
        Diagnostic.error("invalid-requirement", "this is not a requirement that pip reads")
            .at(new SourceSpan("requirements.txt", 12, 9, 1, "requests=2.31"))
            .withHint("requests==2.31");
    assertThat(PLAIN.of(diagnostic))
        .isEqualTo(
            """
            requirements.txt:12:9: this is not a requirement that pip reads

                requests=2.31
                        ^

            hint: requests==2.31
            """);
  }

  @Test
  void furtherLinesOfAMessageAreIndented() {
    assertThat(PLAIN.of(Diagnostic.error("missing", "no requirements file found\n  looked for  x")))
        .isEqualTo("no requirements file found\n    looked for  x\n");
  }

  @Test
  void severalAreParted() {
    assertThat(
            PLAIN.of(List.of(Diagnostic.warning("one", "first"), Diagnostic.note("two", "second"))))
        .isEqualTo("warning: first\n\nnote: second\n");
  }

  @Test
  void theCaretStandsUnderWhatIsShown() {
    // A tab and a wide character before the fault, an escape in it.
    Diagnostic diagnostic =
        Diagnostic.error("odd", "odd").at(new SourceSpan("r.txt", 1, 3, 2, "\t日x\u001by"));
    assertThat(PLAIN.of(diagnostic))
        .isEqualTo(
            """
            r.txt:1:3: odd

                 日x\\u001by
                   ^^^^^^^
            """);
  }

  @Test
  void ofALongLineThePartWithTheFaultIsShown() {
    String line = "a".repeat(200) + "!" + "b".repeat(200);
    String text =
        PLAIN.of(Diagnostic.error("long", "long").at(new SourceSpan("r.txt", 1, 201, 1, line)));
    List<String> lines = text.lines().toList();
    assertThat(lines).allMatch(shown -> TerminalText.columns(shown) <= 80);
    assertThat(lines.get(2)).contains("a!b").startsWith("    ...a").endsWith("b...");
    assertThat(lines.get(3).indexOf('^')).isEqualTo(lines.get(2).indexOf('!'));
  }

  @Test
  void aPlaceAtTheEndOfItsLineHasACaretToo() {
    Diagnostic diagnostic =
        Diagnostic.error("end", "end").at(new SourceSpan("r.txt", 1, 4, 1, "abc"));
    assertThat(PLAIN.of(diagnostic)).endsWith("    abc\n       ^\n");
  }
}
