package wheelbase.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "check, check, 0",
    "chek, check, 1",
    "hceck, check, 1",
    "'', abc, 3",
    "kitten, sitting, 3"
  })
  void distance(String left, String right, int distance) {
    assertThat(Spelling.distance(left, right)).isEqualTo(distance);
    assertThat(Spelling.distance(right, left)).isEqualTo(distance);
  }

  @Test
  void nothingNearIsNotGuessedAt() {
    assertThat(Spelling.nearest("numpy", List.of("pandas", "scipy-stack"))).isEmpty();
  }

  @Test
  void ofTwoEquallyNearTheFirstByName() {
    assertThat(Spelling.nearest("cat", List.of("rat", "bat"))).contains("bat");
  }

  @Test
  void namesAreNearWithinAThirdOfTheirLetters() {
    assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Spelling.nearest("requirements.txt", List.of("Requirement.txt", "req.txt")))
        .hasValue("Requirement.txt");
    assertThat(Spelling.nearest("a.txt", List.of("zzzzz"))).isEmpty();
  }
}
