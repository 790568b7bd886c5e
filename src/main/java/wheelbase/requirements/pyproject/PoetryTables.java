package wheelbase.requirements.pyproject;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.PackageName;
import wheelbase.requirements.Declared;

/** The dependencies of poetry's own tables, in its own notation. */
final class PoetryTables {
  private static final String TABLE = "tool.poetry";

  private final Toml toml;
  private final JsonNode poetry;

  PoetryTables(Toml toml) {
    this.toml = toml;
    this.poetry = toml.tree().path("tool").path("poetry");
  }

  boolean haveDependencies() {
    return poetry.path("dependencies").isObject();
  }

  /** Those that are installed without any extra. */
  Declared dependencies() {
    return dependencies(
        TABLE + ".dependencies", poetry.path("dependencies"), each -> !each.isOptional());
  }

  /** What each extra adds, by its normalised name: it names optional dependencies. */
  SortedMap<String, Declared> extras() {
    SortedMap<String, Declared> extras = new TreeMap<>();
    for (Map.Entry<String, JsonNode> extra : poetry.path("extras").properties()) {
      List<String> names = strings(extra.getValue()).stream().map(PackageName::normalize).toList();
      extras.put(
          PackageName.normalize(extra.getKey()),
          dependencies(
              TABLE + ".dependencies",
              poetry.path("dependencies"),
              each -> names.contains(PackageName.normalize(each.name()))));
    }
    return extras;
  }

  /** What each group adds, by its normalised name; {@code dev-dependencies} are the old dev. */
  SortedMap<String, Declared> groups() {
    SortedMap<String, Declared> groups = new TreeMap<>();
    if (poetry.path("dev-dependencies").isObject()) {
      groups.put(
          "dev",
          dependencies(TABLE + ".dev-dependencies", poetry.path("dev-dependencies"), any -> true));
    }
    for (Map.Entry<String, JsonNode> group : poetry.path("group").properties()) {
      groups.merge(
          PackageName.normalize(group.getKey()),
          dependencies(
              TABLE + ".group." + group.getKey() + ".dependencies",
              group.getValue().path("dependencies"),
              any -> true),
          Declared::and);
    }
    return groups;
  }

  private Declared dependencies(
      String table, JsonNode dependencies, Predicate<PoetryDependency> wanted) {
    Declared all = Declared.NOTHING;
    for (Map.Entry<String, JsonNode> entry : dependencies.properties()) {
      if (entry.getKey().equalsIgnoreCase("python")) {
        continue;
      }
      SourceSpan place = toml.key(table, entry.getKey());
      for (JsonNode one :
          entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue())) {
        var dependency = new PoetryDependency(entry.getKey(), one);
        if (wanted.test(dependency)) {
          all = all.and(requirement(dependency, place));
        }
      }
    }
    return all;
  }

  private static Declared requirement(PoetryDependency dependency, SourceSpan place) {
    return dependency
        .requirement()
        .map(text -> RequirementTexts.one(text, place, false))
        .orElseGet(
            () ->
                Declared.wrong(
                    Diagnostic.error(
                            "unsupported-constraint",
                            "the constraint of " + dependency.name() + " has no PEP 440 form")
                        .withHint("write one range: >=1.2,<3")
                        .at(place)));
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(element -> strings.add(element.asText()));
    return strings;
  }
}
