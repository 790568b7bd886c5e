package wheelbase.pep425;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code pip download --platform} accepts: the platforms given and nothing older, but for
 * macOS and the names that manylinux had before PEP 600. wheelbase judges systems, not that option;
 * only the vectors ask for it.
 */
final class PipPlatformOption {
  private static final Pattern MACOS = Pattern.compile("macosx_(\\d+)_(\\d+)_(.+)");

  private PipPlatformOption() {}

  static List<String> expand(List<String> platforms) {
    Set<String> expanded = new LinkedHashSet<>();
    for (String platform : platforms) {
      if (!expanded.contains(platform)) {
        expanded.addAll(expand(platform));
      }
    }
    return List.copyOf(expanded);
  }

  private static List<String> expand(String platform) {
    Matcher macos = MACOS.matcher(platform);
    if (macos.matches()) {
      return MacPlatformTags.of(
          Integer.parseInt(macos.group(1)), Integer.parseInt(macos.group(2)), macos.group(3));
    }
    List<String> expanded = new ArrayList<>(List.of(platform));
    if (platform.startsWith("manylinux2014_") && platform.matches(".*_(i686|x86_64)")) {
      expanded.add(platform.replace("2014", "2010"));
      expanded.add(platform.replace("2014", "1"));
    } else if (platform.startsWith("manylinux2010_")) {
      expanded.add(platform.replace("2010", "1"));
    }
    return expanded;
  }
}
