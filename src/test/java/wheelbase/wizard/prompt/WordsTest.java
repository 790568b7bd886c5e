package wheelbase.wizard.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words on a line. */
class WordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3.12 3.13|3.12;3.13",
        "3.12,3.13|3.12;3.13",
        "' 3.12 , 3.13 '|3.12;3.13",
        "my\\ file.txt other|my file.txt;other",
        "a\\,b|a,b",
        "\\back|back"
      })
  void blanksAndCommasAreBetweenWords(String line, String words) {
    assertThat(Words.split(line, true)).containsExactly(words.split(";"));
  }

  @Property
  void whatIsEscapedIsOneWordAgain(@ForAll @NotEmpty List<@NotEmpty String> words) {
    String line = words.stream().map(Words::escaped).collect(Collectors.joining(", "));
    assertThat(Words.split(line, true)).isEqualTo(words);
    String last = Words.escaped(words.get(words.size() - 1));
    assertThat(line.substring(Words.lastWord(line))).isEqualTo(last);
  }
}
