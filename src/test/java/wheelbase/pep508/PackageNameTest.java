package wheelbase.pep508;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageNameTest {

  /** PEP 503, "Normalized Names". */
  @ParameterizedTest
  @CsvSource({
    "friendly-bard, friendly-bard",
    "Friendly-Bard, friendly-bard",
    "FRIENDLY-BARD, friendly-bard",
    "friendly.bard, friendly-bard",
    "friendly_bard, friendly-bard",
    "friendly--bard, friendly-bard",
    "FrIeNdLy-._.-bArD, friendly-bard",
    "a, a",
    "7zip, 7zip"
  })
  void isNormalised(String text, String normal) {
    assertThat(new PackageName(text)).isEqualTo(new PackageName(normal)).hasToString(normal);
    assertThat(new PackageName(text).value()).isEqualTo(normal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "_a", "a_", ".a", "a b", "a/b", "a\n", "föo", "../a"})
  void noProjectIsCalledSo(String text) {
    assertThat(PackageName.isValid(text)).isFalse();
  }

  /** packaging takes these for names in a requirement, though no project can have them. */
  @ParameterizedTest
  @CsvSource({"a_, a-", "a_., a-", "a-, a-"})
  void aRequirementMayNameWhatNoProjectIsCalled(String text, String normal) {
    assertThat(new PackageName(text)).isEqualTo(new PackageName(normal)).hasToString(normal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "_a", ".a", "a b", "a/b", "a\n", "föo", "../a", "a/.."})
  void whatNoRequirementCanNameIsRefused(String text) {
    assertThatThrownBy(() -> new PackageName(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a project name: `" + text + "`");
  }

  @ParameterizedTest
  @CsvSource({"a--b, a-b", "_a., -a-", "A, a", "a1-b, a1-b"})
  void anyTextHasANormalForm(String text, String normal) {
    assertThat(PackageName.normalize(text)).isEqualTo(normal);
  }
}
