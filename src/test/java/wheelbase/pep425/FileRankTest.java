package wheelbase.pep425;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;

class FileRankTest {
  private static final SupportedTags SUPPORTED =
      SupportedTags.ofCPython3(13, false, LinuxPlatformTags.glibc(36, "x86_64"));

  @Test
  void theBestFileOfAProjectComesFirst() {
    assertRanking(
        false,
        "foo-2.0.tar.gz",
        "foo-1.0-cp313-cp313-manylinux_2_28_x86_64.whl",
        "foo-1.0-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
        "foo-1.0-10-cp313-abi3-manylinux_2_17_x86_64.whl",
        "foo-1.0-2-cp313-abi3-manylinux_2_17_x86_64.whl",
        "foo-1.0-cp313-abi3-manylinux_2_17_x86_64.whl",
        "foo-1.0-cp36-abi3-manylinux_2_28_x86_64.whl",
        "foo-1.0-py3-none-any.whl",
        "foo-1.0.tar.gz",
        "foo-1.0rc1-py3-none-any.whl",
        "foo-3.0-py3-none-any.whl yanked");
  }

  @Test
  void aWheelOfAnOlderVersionCanBePreferred() {
    assertRanking(
        true,
        "foo-1.0-py3-none-any.whl",
        "foo-0.9-py3-none-any.whl",
        "foo-2.0.tar.gz",
        "foo-2.0-py3-none-any.whl yanked");
  }

  private static void assertRanking(boolean preferBinary, String... bestFirst) {
    List<String> sorted =
        Stream.of(bestFirst)
            .sorted()
            .sorted(
                Comparator.comparing(
                    (String file) -> rank(file, preferBinary), Comparator.reverseOrder()))
            .toList();
    assertThat(sorted).containsExactly(bestFirst);
  }

  private static FileRank rank(String file, boolean preferBinary) {
    boolean yanked = file.endsWith(" yanked");
    String name = file.replace(" yanked", "");
    if (name.endsWith(".whl")) {
      WheelFileName wheel = WheelFileName.parse(name);
      return FileRank.ofWheel(wheel, SUPPORTED.rank(wheel).getAsInt(), yanked, preferBinary);
    }
    Version version = SdistFileName.parse(name, new PackageName("foo")).orElseThrow().version();
    return FileRank.ofSdist(version, yanked);
  }
}
