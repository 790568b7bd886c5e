package wheelbase.requirements.pyproject;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.requirements.Declared;
import wheelbase.requirements.DeclaredRequirement;

/**
 * The optional dependencies of the project table (PEP 621). An extra that asks for the project
 * itself with other extras ({@code all = ["shop[web,mail]"]}) has what those have, as pip installs
 * it.
 */
final class ProjectExtras {
  private static final String TABLE = "project.optional-dependencies";

  private final String project;
  private final SortedMap<String, Declared> written = new TreeMap<>();

  private ProjectExtras(Toml toml) {
    JsonNode table = toml.tree().path("project");
    this.project = PackageName.normalize(table.path("name").asText(""));
    RequirementTexts texts = new RequirementTexts(toml);
    for (Map.Entry<String, JsonNode> extra : table.path("optional-dependencies").properties()) {
      written.put(
          PackageName.normalize(extra.getKey()),
          texts.array(extra.getValue(), TABLE, extra.getKey()));
    }
  }

  /** What each adds, by its normalised name. */
  static SortedMap<String, Declared> of(Toml toml) {
    ProjectExtras extras = new ProjectExtras(toml);
    SortedMap<String, Declared> all = new TreeMap<>();
    extras.written.keySet().forEach(name -> all.put(name, extras.whole(name, new HashSet<>())));
    return all;
  }

  private Declared whole(String extra, Set<String> underway) {
    Declared own = written.getOrDefault(extra, Declared.NOTHING);
    Declared whole = new Declared(List.of(), own.diagnostics());
    if (!underway.add(extra)) {
      return whole;
    }
    for (DeclaredRequirement declared : own.requirements()) {
      if (!isTheProject(declared)) {
        whole = whole.and(Declared.of(declared));
        continue;
      }
      for (String other : declared.extras()) {
        whole = whole.and(whole(other, underway));
      }
    }
    return whole;
  }

  private boolean isTheProject(DeclaredRequirement declared) {
    return !declared.isOutsideTheIndex()
        && declared
            .requirement()
            .map(Requirement::name)
            .map(name -> name.value().equals(project))
            .orElse(false);
  }
}
