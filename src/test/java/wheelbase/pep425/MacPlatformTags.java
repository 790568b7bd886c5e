package wheelbase.pep425;

import java.util.ArrayList;
import java.util.List;

/**
 * The platform tags of macOS, which no image runs: only the vectors ask for them ({@code
 * packaging.tags.mac_platforms}).
 */
final class MacPlatformTags {
  private MacPlatformTags() {}

  static List<String> of(int major, int minor, String machine) {
    List<String> tags = new ArrayList<>();
    if (major == 10) {
      for (int older = minor; older >= 0; older--) {
        add(tags, 10, older, machine);
      }
      return tags;
    }
    for (int older = major; older > 10; older--) {
      add(tags, older, 0, machine);
    }
    for (int older = 16; older > 3; older--) {
      if (machine.equals("x86_64")) {
        add(tags, 10, older, machine);
      } else {
        tags.add("macosx_10_" + older + "_universal2");
      }
    }
    return tags;
  }

  private static void add(List<String> tags, int major, int minor, String machine) {
    if (machine.equals("x86_64") && major == 10 && minor < 4) {
      return;
    }
    List<String> formats =
        machine.equals("x86_64")
            ? List.of("x86_64", "intel", "fat64", "fat3", "universal2", "universal")
            : List.of(machine, "universal2");
    formats.forEach(format -> tags.add("macosx_" + major + "_" + minor + "_" + format));
  }
}
