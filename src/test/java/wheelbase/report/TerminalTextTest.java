package wheelbase.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {
  @ParameterizedTest
  @CsvSource({"abc, 3", "日本, 4", "e\u0301, 1", "한, 2", "'', 0", "naïve, 5"})
  void columns(String text, int columns) {
    assertThat(TerminalText.columns(text)).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({
    "abcdefghij, 10, abcdefghij",
    "abcdefghijk, 10, abcd...ijk",
    "日本日本日本, 9, 日...日本",
    "abcdef, 3, ...",
    "abcdef, 0, ''"
  })
  void whatIsTooLongLosesItsMiddle(String text, int columns, String fitted) {
    assertThat(TerminalText.fit(text, columns)).isEqualTo(fitted);
  }

  @Property
  void fittedTextFits(@ForAll String text, @ForAll @IntRange(min = 0, max = 30) int columns) {
    String shown = TerminalText.harmless(text, true);
    assertThat(TerminalText.columns(TerminalText.fit(shown, columns))).isLessThanOrEqualTo(columns);
  }

  @Property
  void harmlessTextHasNothingToObey(@ForAll String text) {
    assertThat(TerminalText.harmless(text, false).chars())
        .allMatch(unit -> unit >= ' ' && unit < 0x7f);
    assertThat(TerminalText.harmless(text, true).chars())
        .noneMatch(unit -> unit < ' ' || unit >= 0x7f && unit < 0xa0);
  }
}
