package wheelbase.requirements.pyproject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of Poetry's documentation, "Dependency specification". */
class PoetryConstraintTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "^1.2.3 | >=1.2.3,<2",
        "^1.2   | >=1.2,<2",
        "^1     | >=1,<2",
        "^0.2.3 | >=0.2.3,<0.3",
        "^0.0.3 | >=0.0.3,<0.0.4",
        "^0.0   | >=0.0,<0.1",
        "^0     | >=0,<1",
        "~1.2.3 | >=1.2.3,<1.3",
        "~1.2   | >=1.2,<1.3",
        "~1     | >=1,<2",
        "1.*    | ==1.*",
        "1.2.*  | ==1.2.*",
        "1.2.3  | ==1.2.3",
        "=1.2.3 | ==1.2.3",
        ">=1.2, <1.5       | >=1.2,<1.5",
        ">= 1.2 <1.5,!=1.3 | >=1.2,<1.5,!=1.3",
        "^1.2,!=1.4        | >=1.2,<2,!=1.4",
        "~=1.4             | ~=1.4",
        "^2.0b1            | >=2.0b1,<3"
      })
  void isWrittenAsSpecifiers(String constraint, String specifiers) {
    assertThat(PoetryConstraint.toSpecifiers(constraint)).hasValue(specifiers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", " * "})
  void anyVersionIsNoSpecifier(String constraint) {
    assertThat(PoetryConstraint.toSpecifiers(constraint)).hasValue("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"^1.0 || ^2.0", "", "latest", "^", "1.0 @ x=", "|"})
  void whatHasNoSuchFormIsEmpty(String constraint) {
    assertThat(PoetryConstraint.toSpecifiers(constraint)).isEqualTo(Optional.empty());
  }
}
