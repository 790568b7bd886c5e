package wheelbase.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonSourcesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pandas/tests/frame/data.py",
        "test_it.py",
        "numpy/testing/__init__.py",
        "x/test/a.py"
      })
  void knowsTestsByTheirPlaceOrName(String path) {
    assertThat(PythonSources.ofFile(path, 7)).isEqualTo(new PythonSources(7, 7, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"flask/testing.py", "latest/a.py", "contest/b.py", "x/attest_.py"})
  void takesNothingElseForATest(String path) {
    assertThat(PythonSources.ofFile(path, 7)).isEqualTo(new PythonSources(7, 0, 1));
  }

  @Test
  void leavesOutWhatIsNotCompiledOrEmpty() {
    assertThat(PythonSources.ofFile("x/data.json", 7)).isEqualTo(PythonSources.NONE);
    assertThat(PythonSources.ofFile("x/__init__.py", 0)).isEqualTo(PythonSources.NONE);
  }

  @Test
  void addsUp() {
    assertThat(new PythonSources(10, 4, 2).plus(new PythonSources(5, 5, 1)))
        .isEqualTo(new PythonSources(15, 9, 3));
  }

  @Test
  void holdsNoMoreTestsThanSources() {
    assertThatThrownBy(() -> new PythonSources(1, 2, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
