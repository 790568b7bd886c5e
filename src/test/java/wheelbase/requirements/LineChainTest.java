package wheelbase.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.diagnostic.SourceSpan;

/** Each step of pip's chain alone, then the places that come out of all of them. */
class LineChainTest {
  private static SourceFile file(String text) {
    return SourceFile.of("requirements.txt", text);
  }

  private static List<String> joined(String text) {
    return LineChain.join(file(text)).stream()
        .map(line -> line.number() + ":" + line.text())
        .toList();
  }

  @Test
  void aBackslashAtTheEndJoinsTheNextLine() {
    assertThat(joined("a \\\n  b\nc\n")).containsExactly("1:a   b", "3:c");
  }

  @Test
  void aCommentEndsWhatIsBeingJoined() {
    assertThat(joined("a \\\n# c\nb\n")).containsExactly("1:a  # c", "3:b");
  }

  @Test
  void aCommentIsNotContinued() {
    assertThat(joined("# c \\\na\n")).containsExactly("1: # c \\", "2:a");
  }

  @Test
  void whatIsStillOpenAtTheEndIsALine() {
    assertThat(joined("a \\")).containsExactly("1:a ");
  }

  @ParameterizedTest
  @CsvSource({
    "a # b, a",
    "a#b, a#b",
    "a#b #c, a#b",
    "'# a', ''",
    "'a\t#b', a",
    "https://x.test/a#egg=b # c, https://x.test/a#egg=b"
  })
  void aCommentBeginsAtTheStartOrAfterWhiteSpace(String line, String left) {
    assertThat(line.substring(0, LogicalLine.commentStart(line))).isEqualTo(left);
  }

  @ParameterizedTest
  @CsvSource({
    "${A}, one",
    "${A}${A}-${B}, oneone-two",
    "$A, $A",
    "${a}, ${a}",
    "${EMPTY}, ${EMPTY}",
    "${UNSET}, ${UNSET}",
    "${A:-x}, ${A:-x}"
  })
  void onlyUpperCaseVariablesInBracesThatAreSetAreReplaced(String line, String expected) {
    var environment = Map.of("A", "one", "B", "two", "EMPTY", "", "a", "no");
    var replaced = new LogicalLine(1, file(line).line(1)).withVariables(environment);
    assertThat(replaced.text()).hasToString(expected);
  }

  @Test
  void everyCharacterKnowsWhereItWasWritten() {
    TracedText line =
        LineChain.logicalLines(file("  flask \\\n   ${V}==2 # c\n"), Map.of("V", "[async]"))
            .get(0)
            .text();
    assertThat(line).hasToString("flask    [async]==2");
    assertThat(line.span(0, 5))
        .isEqualTo(new SourceSpan("requirements.txt", 1, 3, 5, "  flask \\"));
    int equals = line.text().indexOf("==");
    assertThat(line.span(equals, equals + 3))
        .isEqualTo(new SourceSpan("requirements.txt", 2, 8, 3, "   ${V}==2 # c", 1));
    int bracket = line.text().indexOf('[');
    assertThat(line.span(bracket, bracket + 1).column()).isEqualTo(4);
  }

  @Test
  void theEndOfATextHasAPlaceToo() {
    TracedText line = file("abc").line(1);
    assertThat(line.span(3, 4)).isEqualTo(new SourceSpan("requirements.txt", 1, 4, 1, "abc"));
    assertThat(line.substring(1, 2).span(1, 1).column()).isEqualTo(3);
  }
}
