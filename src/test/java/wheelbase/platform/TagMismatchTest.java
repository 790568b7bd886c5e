package wheelbase.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.pep425.WheelFileName;

class TagMismatchTest {
  private static final TargetPlatform SLIM =
      new TargetPlatform(new PythonRelease(3, 13, 1), Libc.glibc(2, 36), Architecture.AMD64);
  private static final TargetPlatform ALPINE =
      new TargetPlatform(new PythonRelease(3, 13, 1), Libc.musl(1, 2), Architecture.ARM64);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cp312-cp312-manylinux_2_28_x86_64            | python       | for Python 3.12 only
          cp312-none-manylinux_2_28_x86_64             | python       | for Python 3.12 only
          cp27-cp27mu-manylinux1_x86_64                | python       | for Python 2.7 only
          py2-none-any                                 | python       | for Python 2 only
          cp314-abi3-manylinux_2_28_x86_64             | python       | for Python 3.14 or later
          py314-none-any                               | python       | for Python 3.14 or later
          pp310-pypy310_pp73-manylinux_2_28_x86_64     | python       | for PyPy 3.10 only
          cp313-cp313t-manylinux_2_28_x86_64           | abi          | for free-threaded Python only
          cp313-cp313d-manylinux_2_28_x86_64           | abi          | for the ABI `cp313d` only
          cp36-abi3-any                                | abi          | for the ABI `abi3` only
          cp313-cp313-musllinux_1_2_x86_64             | libc-kind    | needs musl, the image has glibc
          cp313-cp313-manylinux_2_38_x86_64            | libc-too-old | needs glibc 2.38, the image has 2.36
          cp313-cp313-manylinux_2_28_aarch64           | architecture | for another architecture
          cp313-cp313-linux_aarch64                    | architecture | for another architecture
          cp313-cp313-macosx_11_0_arm64                | platform     | for macOS only
          cp313-cp313-win_amd64                        | platform     | for Windows only
          cp313-cp313-pyodide_2025_0_wasm32            | platform     | for WebAssembly only
          """)
  void oneFaultIsNamed(String tags, String id, String message) {
    TagMismatch mismatch = mismatch(tags, SLIM).orElseThrow();
    assertThat(mismatch.fault().id()).isEqualTo(id);
    assertThat(mismatch.message()).isEqualTo(message);
    assertThat(mismatch.faults()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cp312-cp312-manylinux_2_28_aarch64  | for another architecture, for Python 3.12 only
          cp312-cp312-win_amd64               | for Windows only, for Python 3.12 only
          cp312-cp312-musllinux_1_2_aarch64   | needs musl, the image has glibc, for another architecture, for Python 3.12 only
          """)
  void severalFaultsAreToldWeightiestFirst(String tags, String message) {
    assertThat(mismatch(tags, SLIM).orElseThrow().message()).isEqualTo(message);
  }

  @Test
  void ofSeveralTagsTheNearestCounts() {
    TagMismatch mismatch =
        mismatch("cp313-cp313-manylinux_2_38_x86_64.manylinux_2_17_aarch64", SLIM).orElseThrow();
    assertThat(mismatch.nearest().platform()).isEqualTo("manylinux_2_38_x86_64");
    assertThat(mismatch.fault().id()).isEqualTo("libc-too-old");
  }

  @Test
  void nearerMismatchesSortFirst() {
    List<String> sorted =
        Stream.of(
                "cp313-cp313-win_amd64",
                "cp311-cp311-musllinux_1_2_aarch64",
                "cp312-cp312-musllinux_1_2_aarch64",
                "cp313-cp313-musllinux_1_3_aarch64",
                "cp313-cp313-manylinux_2_17_x86_64")
            .map(tags -> mismatch(tags, ALPINE).orElseThrow())
            .sorted()
            .map(mismatch -> mismatch.fault().id() + " " + mismatch.nearest().interpreter())
            .toList();
    assertThat(sorted)
        .containsExactly(
            "libc-too-old cp313",
            "python cp312",
            "python cp311",
            "libc-kind cp313",
            "platform cp313");
  }

  /** What one would have to change least comes first. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cp313-cp313-manylinux_2_38_x86_64, cp313-cp313-manylinux_2_39_x86_64",
        "cp313-cp313-manylinux_2_39_x86_64, cp312-cp312-manylinux_2_17_x86_64",
        "cp312-cp312-manylinux_2_17_x86_64, cp311-cp311-manylinux_2_17_x86_64",
        "cp314-cp314-manylinux_2_17_x86_64, cp311-cp311-manylinux_2_17_x86_64",
        "cp39-cp39-manylinux_2_17_x86_64, pp313-pypy313_pp73-manylinux_2_17_x86_64",
        "cp39-cp39-manylinux_2_17_x86_64, cp313-cp313t-manylinux_2_17_x86_64",
        "cp312-cp312-manylinux_2_39_x86_64, cp313-cp313-manylinux_2_17_aarch64",
        "cp313-cp313-manylinux_2_17_aarch64, cp313-cp313-musllinux_1_2_x86_64",
        "cp313-cp313-musllinux_1_2_x86_64, cp312-cp312-manylinux_2_17_aarch64",
        "cp312-cp312-musllinux_1_2_aarch64, cp313-cp313-macosx_11_0_arm64",
        "cp313-cp313-win_amd64, cp312-cp312-win_amd64"
      })
  void theFirstIsNearer(String pair) {
    TagMismatch one = mismatch(pair.split(", ")[0], SLIM).orElseThrow();
    TagMismatch other = mismatch(pair.split(", ")[1], SLIM).orElseThrow();
    assertThat(one).isLessThan(other);
  }

  @Test
  void aWheelThatFitsHasNone() {
    assertThat(mismatch("py3-none-any", SLIM)).isEmpty();
    assertThat(mismatch("cp36-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64", SLIM)).isEmpty();
    assertThat(mismatch("cp313-cp313-musllinux_1_1_aarch64", ALPINE)).isEmpty();
  }

  private static Optional<TagMismatch> mismatch(String tags, TargetPlatform target) {
    return target.mismatch(WheelFileName.parse("foo-1.0-" + tags + ".whl"));
  }
}
