package wheelbase.pep425;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The platform tags that a Linux system accepts, best first: {@code linux}, then {@code manylinux}
 * for a glibc (PEP 600) or {@code musllinux} for a musl (PEP 656).
 */
public final class LinuxPlatformTags {
  /** The names that manylinux had before PEP 600, by glibc 2's minor version. */
  private static final Map<Integer, String> LEGACY =
      Map.of(5, "manylinux1", 12, "manylinux2010", 17, "manylinux2014");

  /** The architectures that manylinux1 and manylinux2010 knew (PEP 513, PEP 571). */
  private static final Set<String> OLD_ARCHITECTURES = Set.of("x86_64", "i686");

  private LinuxPlatformTags() {}

  /**
   * @param minor the 36 of glibc 2.36
   * @param machine as in tags: {@code x86_64}, {@code aarch64}
   */
  public static List<String> glibc(int minor, String machine) {
    List<String> tags = new ArrayList<>();
    tags.add("linux_" + machine);
    int oldest = OLD_ARCHITECTURES.contains(machine) ? 5 : 17;
    for (int accepted = minor; accepted >= oldest; accepted--) {
      tags.add("manylinux_2_" + accepted + "_" + machine);
      if (LEGACY.containsKey(accepted)) {
        tags.add(LEGACY.get(accepted) + "_" + machine);
      }
    }
    return List.copyOf(tags);
  }

  /**
   * @param minor the 2 of musl 1.2
   * @param machine as in tags
   */
  public static List<String> musl(int major, int minor, String machine) {
    List<String> tags = new ArrayList<>();
    tags.add("linux_" + machine);
    for (int accepted = minor; accepted >= 0; accepted--) {
      tags.add("musllinux_" + major + "_" + accepted + "_" + machine);
    }
    return List.copyOf(tags);
  }
}
