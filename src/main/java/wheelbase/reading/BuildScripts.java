package wheelbase.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.index.SdistFiles;

/**
 * The Python files that take part in a build: setup.py, what pyproject.toml names as build script
 * or backend, and what these import from the sdist itself, or hand over by its path ({@code
 * cffi_modules}).
 */
final class BuildScripts {
  private static final int DEEPEST = 3;
  private static final int MOST = 40;
  private static final Pattern IMPORT =
      Pattern.compile(
          "(?m)^[ \\t]*(?:from[ \\t]+\\.?([\\w.]+)[ \\t]+import|import[ \\t]+([\\w., \\t]+))");
  private static final Pattern NAMED = Pattern.compile("[\"']([\\w./-]+\\.py)(?::\\w+)?[\"']");

  private BuildScripts() {}

  /** Their paths, setup.py first. */
  static List<String> of(SdistFiles files, JsonNode pyproject) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> ahead = new ArrayDeque<>();
    for (String name : starts(pyproject)) {
      resolve(files, "", name).ifPresent(ahead::add);
    }
    for (int depth = 0; depth < DEEPEST && !ahead.isEmpty(); depth++) {
      Deque<String> next = new ArrayDeque<>();
      for (String path : ahead) {
        if (found.size() < MOST && found.add(path)) {
          String source = files.text(path).orElse("");
          mentioned(source).stream()
              .flatMap(name -> resolve(files, path, name).stream())
              .forEach(next::add);
        }
      }
      ahead = next;
    }
    return List.copyOf(found);
  }

  private static List<String> starts(JsonNode pyproject) {
    List<String> starts = new ArrayList<>(List.of("setup.py"));
    JsonNode poetry = pyproject.at("/tool/poetry/build");
    starts.add(poetry.isTextual() ? poetry.asText() : poetry.path("script").asText("build.py"));
    starts.add(
        pyproject.at("/tool/hatch/build/targets/wheel/hooks/custom/path").asText("hatch_build.py"));
    starts.add(pyproject.at("/tool/pdm/build/setup-script").asText("build_script.py"));
    String backend = pyproject.at("/build-system/build-backend").asText("").replaceFirst(":.*", "");
    for (JsonNode directory : pyproject.at("/build-system/backend-path")) {
      String prefix = directory.asText().replaceFirst("^\\.?/?", "");
      starts.add((prefix.isEmpty() ? "" : prefix + "/") + backend.replace('.', '/') + ".py");
    }
    return starts;
  }

  private static List<String> mentioned(String source) {
    List<String> names = new ArrayList<>();
    Matcher imported = IMPORT.matcher(source);
    while (imported.find()) {
      String modules = imported.group(1) == null ? imported.group(2) : imported.group(1);
      for (String module : modules.split(",")) {
        String plain = module.strip().replaceFirst("\\s+as\\s.*", "");
        if (!plain.isEmpty()) {
          names.add(plain.replace('.', '/') + ".py");
          names.add(plain.replace('.', '/') + "/__init__.py");
        }
      }
    }
    Matcher named = NAMED.matcher(source);
    while (named.find()) {
      names.add(named.group(1).replaceFirst("^\\./", ""));
    }
    return names;
  }

  /** The file of that name: beside the one that mentions it, at the top, or the one highest up. */
  private static Optional<String> resolve(SdistFiles files, String from, String name) {
    String beside = from.substring(0, from.lastIndexOf('/') + 1) + name;
    if (files.texts().containsKey(beside)) {
      return Optional.of(beside);
    }
    return files.texts().keySet().stream()
        .filter(path -> path.equals(name) || path.endsWith("/" + name))
        .filter(path -> path.chars().filter(each -> each == '/').count() <= 2)
        .filter(path -> !SourcePaths.isForeign(path))
        .min(Comparator.comparingInt(String::length).thenComparing(path -> path));
  }
}
