package wheelbase.pep425;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SupportedTagsTest {

  /** PEP 600 and, for the old names, PEP 513, PEP 571 and PEP 599. */
  @Test
  void aGlibcRunsWhatWasBuiltForAnOlderOne() {
    assertThat(LinuxPlatformTags.glibc(18, "x86_64"))
        .containsExactly(
            "linux_x86_64",
            "manylinux_2_18_x86_64",
            "manylinux_2_17_x86_64",
            "manylinux2014_x86_64",
            "manylinux_2_16_x86_64",
            "manylinux_2_15_x86_64",
            "manylinux_2_14_x86_64",
            "manylinux_2_13_x86_64",
            "manylinux_2_12_x86_64",
            "manylinux2010_x86_64",
            "manylinux_2_11_x86_64",
            "manylinux_2_10_x86_64",
            "manylinux_2_9_x86_64",
            "manylinux_2_8_x86_64",
            "manylinux_2_7_x86_64",
            "manylinux_2_6_x86_64",
            "manylinux_2_5_x86_64",
            "manylinux1_x86_64");
    assertThat(LinuxPlatformTags.glibc(18, "aarch64"))
        .containsExactly(
            "linux_aarch64",
            "manylinux_2_18_aarch64",
            "manylinux_2_17_aarch64",
            "manylinux2014_aarch64");
  }

  /** PEP 656. */
  @Test
  void aMuslRunsWhatWasBuiltForAnOlderOne() {
    assertThat(LinuxPlatformTags.musl(1, 2, "aarch64"))
        .containsExactly(
            "linux_aarch64",
            "musllinux_1_2_aarch64",
            "musllinux_1_1_aarch64",
            "musllinux_1_0_aarch64");
  }

  /** PEP 425, "Use"; PEP 384 for abi3. */
  @Test
  void theTagsOfAnInterpreterAreOrderedFromTheMostSpecific() {
    assertThat(SupportedTags.ofCPython3(4, false, List.of("linux_x86_64")).tags())
        .map(Tag::toString)
        .containsExactly(
            "cp34-cp34m-linux_x86_64",
            "cp34-abi3-linux_x86_64",
            "cp34-none-linux_x86_64",
            "cp33-abi3-linux_x86_64",
            "cp32-abi3-linux_x86_64",
            "py34-none-linux_x86_64",
            "py3-none-linux_x86_64",
            "py33-none-linux_x86_64",
            "py32-none-linux_x86_64",
            "py31-none-linux_x86_64",
            "py30-none-linux_x86_64",
            "cp34-none-any",
            "py34-none-any",
            "py3-none-any",
            "py33-none-any",
            "py32-none-any",
            "py31-none-any",
            "py30-none-any");
  }

  /** PEP 703 and PEP 803. */
  @Test
  void aFreeThreadedInterpreterHasItsOwnAbis() {
    SupportedTags supported = SupportedTags.ofCPython3(14, true, List.of("linux_x86_64"));
    assertThat(supported.rank(wheel("cp314-cp314t-linux_x86_64"))).hasValue(0);
    assertThat(supported.rank(wheel("cp314-cp314-linux_x86_64"))).isEmpty();
    assertThat(supported.rank(wheel("cp310-abi3-linux_x86_64"))).isEmpty();
    assertThat(supported.rank(wheel("py3-none-any"))).isPresent();
  }

  private static WheelFileName wheel(String tags) {
    return WheelFileName.parse("foo-1.0-" + tags + ".whl");
  }
}
