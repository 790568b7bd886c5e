package wheelbase.bake;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The build contexts that a Compose file names, in its usual layout: {@code build: DIR} or {@code
 * context: DIR} on a line of its own. A hint and no more, so it is read line by line.
 */
final class ComposeFile {
  static final List<String> NAMES =
      List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");

  private static final Pattern CONTEXT =
      Pattern.compile(
          "(?m)^[ \\t]+(?:build|context):[ \\t]+([\"']?)([^\"'\\s#{$]+)\\1[ \\t]*(?:#.*)?$");

  private ComposeFile() {}

  /** Relative to the file, with {@code /}; none that leads out of its directory. */
  static List<String> contexts(String text) {
    return CONTEXT
        .matcher(text)
        .results()
        .map(match -> match.group(2).replaceFirst("^(\\./+)+", "").replaceAll("/+$", ""))
        .filter(path -> !path.isEmpty() && !path.startsWith("/") && !path.contains(":"))
        .filter(path -> !List.of(path.split("/")).contains(".."))
        .distinct()
        .sorted()
        .toList();
  }
}
