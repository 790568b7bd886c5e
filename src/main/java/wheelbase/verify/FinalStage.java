package wheelbase.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;

/**
 * As much of a Dockerfile as is asked of it here: the image that the stage to be proven is built
 * on, and the words of its {@code RUN} lines, among which the distribution packages are that it
 * wants.
 *
 * @param base the reference, variables replaced; empty where the file names none
 * @param words of {@code RUN}, in the stage and in the stages it is built on
 */
public record FinalStage(String base, Set<String> words) {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)(?::?-([^}]*))?\\})");
  private static final Pattern PYTHON =
      Pattern.compile("(?:^|/)python:3\\.(\\d+)(?:\\.(\\d+))?(?:-(.*?))?(?:@.*)?$");

  public FinalStage {
    words = java.util.Collections.unmodifiableSet(new TreeSet<>(words));
  }

  private record Stage(String base, String name, List<String> runs) {}

  /**
   * @param given values of {@code ARG}
   * @param target the stage, by its name; empty for the last
   */
  public static FinalStage of(String text, Map<String, String> given, Optional<String> target) {
    Map<String, String> values = new HashMap<>();
    List<Stage> stages = new ArrayList<>();
    for (String instruction : instructions(text)) {
      String[] parts = instruction.split("\\s+", 2);
      String rest = parts.length > 1 ? parts[1] : "";
      switch (parts[0].toUpperCase(Locale.ROOT)) {
        case "ARG" -> {
          if (stages.isEmpty()) {
            String[] pair = rest.split("=", 2);
            String usual = pair.length > 1 ? pair[1].replaceAll("[\"']", "") : "";
            values.put(pair[0], given.getOrDefault(pair[0], expand(usual, values)));
          }
        }
        case "FROM" -> stages.add(stage(expand(rest, values)));
        case "RUN" -> {
          if (!stages.isEmpty()) {
            stages.get(stages.size() - 1).runs().add(rest);
          }
        }
        default -> {
          // Nothing that is asked for here.
        }
      }
    }
    return of(stages, target);
  }

  private static FinalStage of(List<Stage> stages, Optional<String> target) {
    int place = stages.size() - 1;
    for (int index = 0; index < stages.size(); index++) {
      if (target.isPresent() && stages.get(index).name().equalsIgnoreCase(target.get())) {
        place = index;
      }
    }
    Set<String> words = new TreeSet<>();
    String base = "";
    while (place >= 0) {
      Stage stage = stages.get(place);
      stage.runs().stream().flatMap(run -> Stream.of(run.split("[\\s=&;|]+"))).forEach(words::add);
      base = stage.base();
      int below = -1;
      for (int index = 0; index < place; index++) {
        if (stages.get(index).name().equalsIgnoreCase(base)) {
          below = index;
        }
      }
      place = below;
    }
    return new FinalStage(base, words);
  }

  private static Stage stage(String rest) {
    List<String> words =
        Stream.of(rest.split("\\s+")).filter(word -> !word.startsWith("--")).toList();
    boolean named = words.size() > 2 && words.get(1).equalsIgnoreCase("as");
    return new Stage(
        words.isEmpty() ? "" : words.get(0).replaceAll("[\"']", ""),
        named ? words.get(2) : "",
        new ArrayList<>());
  }

  private static List<String> instructions(String text) {
    List<String> instructions = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      boolean goesOn = line.endsWith("\\");
      open.append(goesOn ? line.substring(0, line.length() - 1) + " " : line);
      if (!goesOn) {
        instructions.add(open.toString());
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      instructions.add(open.toString());
    }
    return instructions;
  }

  private static String expand(String text, Map<String, String> values) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match -> {
              String name = match.group(1) != null ? match.group(1) : match.group(2);
              String usual = match.group(3) == null ? "" : match.group(3);
              String value = values.getOrDefault(name, "");
              return Matcher.quoteReplacement(value.isEmpty() ? usual : value);
            });
  }

  /** The release that its distribution packages are of, as far as the name of the image tells. */
  public Optional<DistributionRelease> release() {
    return DistributionRelease.SUPPORTED.stream()
        .filter(release -> base.contains(release.suffix()))
        .findFirst()
        .or(
            () ->
                PYTHON.matcher(base).find() && !base.contains("alpine")
                    ? Optional.of(DistributionRelease.DEBIAN_13)
                    : Optional.empty());
  }

  /** The Python of an official image. */
  public Optional<PythonRelease> python() {
    Matcher tag = PYTHON.matcher(base);
    return tag.find()
        ? Optional.of(
            new PythonRelease(
                3,
                Integer.parseInt(tag.group(1)),
                tag.group(2) == null ? 0 : Integer.parseInt(tag.group(2))))
        : Optional.empty();
  }

  /** Whether it is built on an image, whatever registry, patch release or digest is named. */
  public boolean isOn(String reference) {
    String plain = base.replaceFirst("@.*$", "");
    return plain.equals(reference)
        || plain.endsWith("/" + reference)
        || plain.replaceFirst(":3\\.(\\d+)\\.\\d+", ":3.$1").equals(reference);
  }
}
