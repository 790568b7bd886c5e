package wheelbase.requirements.pyproject;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.diagnostic.Spelling;
import wheelbase.pep508.PackageName;
import wheelbase.requirements.Declared;

/**
 * The dependency groups of a {@code pyproject.toml} (PEP 735): lists of dependency specifiers and
 * of other groups, which must not include each other in a circle.
 */
final class DependencyGroups {
  private static final String TABLE = "dependency-groups";

  private final Toml toml;
  private final RequirementTexts texts;
  private final Map<String, String> writtenNames = new TreeMap<>();
  private final List<Diagnostic> twice = new ArrayList<>();

  private DependencyGroups(Toml toml) {
    this.toml = toml;
    this.texts = new RequirementTexts(toml);
    for (Map.Entry<String, JsonNode> group : toml.tree().path(TABLE).properties()) {
      String written = group.getKey();
      String first = writtenNames.putIfAbsent(PackageName.normalize(written), written);
      if (first != null) {
        twice.add(
            Diagnostic.error(
                    "repeated-group", "`" + first + "` and `" + written + "` are one group's name")
                .at(toml.key(TABLE, written)));
      }
    }
  }

  /** What each adds, by its normalised name. */
  static SortedMap<String, Declared> of(Toml toml) {
    DependencyGroups groups = new DependencyGroups(toml);
    SortedMap<String, Declared> all = new TreeMap<>();
    groups
        .writtenNames
        .keySet()
        .forEach(
            name ->
                all.put(
                    name,
                    new Declared(List.of(), groups.twice).and(groups.whole(name, List.of()))));
    return all;
  }

  /**
   * @param above the groups that include this one, the outermost first
   */
  private Declared whole(String name, List<String> above) {
    String written = writtenNames.get(name);
    JsonNode group = toml.tree().path(TABLE).path(written);
    List<String> here = new ArrayList<>(above);
    here.add(name);
    if (!group.isArray()) {
      return wrong("a dependency group is a list", place(written));
    }
    Declared all = Declared.NOTHING;
    for (JsonNode element : group) {
      if (element.isTextual()) {
        Optional<SourceSpan> at = toml.quoted(element.asText(), place(written).line() - 1);
        all =
            all.and(
                RequirementTexts.one(element.asText(), at.orElse(place(written)), at.isPresent()));
      } else if (element.path("include-group").isTextual() && element.size() == 1) {
        all = all.and(included(element.path("include-group").asText(), written, here));
      } else {
        all =
            all.and(
                wrong(
                    "a dependency group has requirements and `{include-group = \"...\"}`,"
                        + " nothing else",
                    place(written)));
      }
    }
    return all;
  }

  private Declared included(String written, String by, List<String> above) {
    String name = PackageName.normalize(written);
    if (above.contains(name)) {
      List<String> circle = new ArrayList<>(above.subList(above.indexOf(name), above.size()));
      circle.add(name);
      return wrong(
          "dependency groups include each other: " + String.join(" -> ", circle), place(by));
    }
    if (!writtenNames.containsKey(name)) {
      Diagnostic unknown =
          Diagnostic.error(
                  "unknown-group",
                  "`" + by + "` includes a group `" + written + "` that is not there")
              .at(place(by));
      String meant = Spelling.question(name, writtenNames.keySet());
      return Declared.wrong(meant.isEmpty() ? unknown : unknown.withHint(meant));
    }
    return whole(name, above);
  }

  private SourceSpan place(String written) {
    return toml.key(TABLE, written);
  }

  private static Declared wrong(String message, SourceSpan place) {
    return Declared.wrong(Diagnostic.error("invalid-group", message).at(place));
  }
}
