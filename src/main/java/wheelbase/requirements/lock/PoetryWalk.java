package wheelbase.requirements.lock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.MarkerEnvironment;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.Lock;
import wheelbase.requirements.pyproject.PoetryConstraint;
import wheelbase.requirements.pyproject.PoetryDependency;

/** Walks the packages of a {@code poetry.lock} that does not say which of them a group needs. */
final class PoetryWalk {
  private final LockFile text;
  private final List<DeclaredRequirement> roots;
  private final MarkerEnvironment target;
  private final Version python;
  private final Map<JsonNode, Set<String>> reached = new LinkedHashMap<>();
  private final List<Diagnostic> gaps = new ArrayList<>();

  PoetryWalk(LockFile text, List<DeclaredRequirement> roots, MarkerEnvironment target) {
    this.text = text;
    this.roots = roots;
    this.target = target;
    this.python = Version.parse(target.values().get("python_full_version"));
  }

  Lock.Pinned pinned() {
    for (DeclaredRequirement root : roots) {
      root.requirement().ifPresent(requirement -> follow(requirement, Set.of()));
    }
    List<DeclaredRequirement> pins = new ArrayList<>();
    reached.forEach((each, extras) -> PoetryLock.pin(text, each, extras).ifPresent(pins::add));
    return new Lock.Pinned(pins, gaps);
  }

  /**
   * @param asked the extras of the package that has the requirement: where one of them brings it,
   *     its marker says so too
   */
  private void follow(Requirement requirement, Set<String> asked) {
    if (!requirement.appliesIn(target, asked)) {
      return;
    }
    Optional<JsonNode> found = locked(requirement);
    if (found.isEmpty()) {
      Diagnostic gap =
          Diagnostic.error(
              "lock-incomplete",
              text.file() + " has no package `" + requirement.name() + "` for this target");
      if (!gaps.contains(gap)) {
        gaps.add(gap);
      }
      return;
    }
    JsonNode each = found.get();
    boolean isNew = !reached.containsKey(each);
    Set<String> extras = reached.computeIfAbsent(each, any -> new TreeSet<>());
    boolean more = extras.addAll(requirement.extras());
    if (isNew || more) {
      Set<String> optional = optional(each, extras);
      Set<String> asking = Set.copyOf(extras);
      each.path("dependencies")
          .properties()
          .forEach(edge -> follow(edge.getKey(), edge.getValue(), optional, asking));
    }
  }

  /** What the extras bring: they list it as {@code "asgiref (>=3.2)"}. */
  private static Set<String> optional(JsonNode each, Set<String> extras) {
    Set<String> names = new TreeSet<>();
    for (Map.Entry<String, JsonNode> extra : each.path("extras").properties()) {
      if (extras.contains(PackageName.normalize(extra.getKey()))) {
        LockFile.strings(extra.getValue())
            .forEach(text -> names.add(PackageName.normalize(text.split("[ \\[(;<>=!~]", 2)[0])));
      }
    }
    return names;
  }

  private void follow(String name, JsonNode edge, Set<String> optional, Set<String> asked) {
    for (JsonNode one : edge.isArray() ? edge : List.of(edge)) {
      PoetryDependency dependency = new PoetryDependency(name, one);
      boolean wanted = !dependency.isOptional() || optional.contains(PackageName.normalize(name));
      if (wanted) {
        dependency
            .requirement()
            .or(() -> dependency.withoutVersion().requirement())
            .flatMap(Requirement::tryParse)
            .ifPresent(requirement -> follow(requirement, asked));
      }
    }
  }

  private Optional<JsonNode> locked(Requirement requirement) {
    List<JsonNode> candidates = new ArrayList<>();
    for (JsonNode each : text.tree().path("package")) {
      if (PackageName.normalize(each.path("name").asText()).equals(requirement.name().value())
          && suitsPython(each)) {
        candidates.add(each);
      }
    }
    return candidates.stream()
        .filter(each -> admits(requirement.specifier(), each))
        .findFirst()
        .or(() -> candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty());
  }

  private static boolean admits(SpecifierSet specifier, JsonNode each) {
    return Version.tryParse(each.path("version").asText())
        .map(version -> specifier.isEmpty() || specifier.admits(version))
        .orElse(false);
  }

  private boolean suitsPython(JsonNode each) {
    return PoetryConstraint.toSpecifiers(each.path("python-versions").asText("*"))
        .flatMap(SpecifierSet::tryParse)
        .map(set -> set.admits(python))
        .orElse(true);
  }
}
