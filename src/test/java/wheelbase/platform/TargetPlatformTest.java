package wheelbase.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.pep425.WheelFileName;
import wheelbase.pep508.Marker;

class TargetPlatformTest {
  private static final TargetPlatform BOOKWORM =
      new TargetPlatform(
          new PythonRelease(3, 11, 7), DistributionRelease.DEBIAN_12.libc(), Architecture.AMD64);
  private static final TargetPlatform ALPINE =
      new TargetPlatform(
          new PythonRelease(3, 13, 0), DistributionRelease.ALPINE_3_24.libc(), Architecture.ARM64);

  @Test
  void isNamedByThePythonTagAndTheNewestPlatformTag() {
    assertThat(BOOKWORM.id()).isEqualTo("cp311-manylinux_2_36_x86_64");
    assertThat(ALPINE.id()).isEqualTo("cp313-musllinux_1_2_aarch64");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          python_version == "3.11"                          | true
          python_full_version >= "3.11.5"                   | true
          python_full_version < "3.11.7"                    | false
          implementation_version == "3.11.7"                | true
          sys_platform == "linux" and os_name == "posix"    | true
          platform_system == "Windows"                      | false
          platform_machine == "x86_64"                      | true
          platform_machine in "aarch64 arm64"               | false
          platform_python_implementation != "PyPy"          | true
          implementation_name == "cpython"                  | true
          platform_release >= "4"                           | false
          platform_version == ""                            | true
          """)
  void hasTheMarkersOfCPythonThere(String marker, boolean holds) {
    assertThat(Marker.parse(marker).holds(BOOKWORM.markerEnvironment(), Set.of())).isEqualTo(holds);
  }

  @Test
  void listsTagsFromTheMostSpecificToPurePython() {
    assertThat(ALPINE.tags()).doesNotHaveDuplicates();
    assertThat(ALPINE.tags().get(0)).hasToString("cp313-cp313-linux_aarch64");
    assertThat(ALPINE.tags().get(1)).hasToString("cp313-cp313-musllinux_1_2_aarch64");
    assertThat(ALPINE.tags().get(ALPINE.tags().size() - 1)).hasToString("py30-none-any");
    assertThat(ALPINE.tags()).isSameAs(ALPINE.tags());
  }

  @Test
  void aWheelHasTheRankOfItsBestTag() {
    WheelFileName wheel = WheelFileName.parse("a-1-cp312.cp313-none.cp313-any.linux_aarch64.whl");
    assertThat(ALPINE.rank(wheel)).hasValue(0);
    assertThat(ALPINE.rank(WheelFileName.parse("a-1-cp314-cp314-linux_aarch64.whl"))).isEmpty();
  }

  @Test
  void isAPython3() {
    PythonRelease old = new PythonRelease(2, 7, 18);
    assertThatThrownBy(() -> new TargetPlatform(old, Libc.musl(1, 2), Architecture.AMD64))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
