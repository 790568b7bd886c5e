package wheelbase.requirements.pyproject;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.requirements.Declared;
import wheelbase.requirements.PythonDeclaration;

/**
 * Reads the project table (PEP 621) of a {@code pyproject.toml} and its dependency groups (PEP
 * 735), and poetry's own tables where the project table has no dependencies.
 */
final class PyprojectReader {
  private static final String PROJECT = "project";

  private final Toml toml;
  private final JsonNode project;
  private final JsonNode poetry;
  private final PoetryTables poetryTables;

  private PyprojectReader(Toml toml) {
    this.toml = toml;
    this.project = toml.tree().path(PROJECT);
    this.poetry = toml.tree().path("tool").path("poetry");
    this.poetryTables = new PoetryTables(toml);
  }

  /**
   * @param name as the user would name the file
   */
  static Pyproject read(String name, String text) {
    var toml = Toml.parse(name, text);
    return toml.fault().map(Pyproject::unreadable).orElseGet(new PyprojectReader(toml)::read);
  }

  private Pyproject read() {
    Declared dependencies = dependencies();
    SortedMap<String, Declared> groups = poetryTables.groups();
    DependencyGroups.of(toml).forEach((name, group) -> groups.merge(name, group, Declared::and));
    return new Pyproject(
        dependencies.requirements(),
        project.path("optional-dependencies").isObject()
            ? ProjectExtras.of(toml)
            : poetryTables.extras(),
        groups,
        python(),
        scripts(),
        dependencies.diagnostics());
  }

  private Declared dependencies() {
    if (project.path("dependencies").isArray()) {
      return new RequirementTexts(toml)
          .array(project.path("dependencies"), PROJECT, "dependencies");
    }
    return poetryTables.haveDependencies() ? poetryTables.dependencies() : noDependencies();
  }

  private Declared noDependencies() {
    for (JsonNode dynamic : project.path("dynamic")) {
      if (dynamic.asText().equals("dependencies")) {
        return Declared.wrong(
            Diagnostic.error(
                    "dynamic-dependencies",
                    "the dependencies are made by the build, which is not run")
                .withHint("name a requirements file with -r")
                .at(toml.key(PROJECT, "dynamic")));
      }
    }
    return Declared.NOTHING;
  }

  private Optional<PythonDeclaration> python() {
    String required = project.path("requires-python").asText("");
    if (!required.isEmpty()) {
      return PythonDeclaration.ofRange(required, required, toml.key(PROJECT, "requires-python"));
    }
    String constraint = poetry.path("dependencies").path("python").asText("");
    return constraint.isEmpty()
        ? Optional.empty()
        : PoetryConstraint.toSpecifiers(constraint)
            .flatMap(
                specifiers ->
                    PythonDeclaration.ofRange(
                        constraint, specifiers, toml.key("tool.poetry.dependencies", "python")));
  }

  private Map<String, String> scripts() {
    var scripts = new LinkedHashMap<String, String>();
    for (JsonNode table : List.of(poetry.path("scripts"), project.path("scripts"))) {
      table
          .properties()
          .forEach(
              script -> {
                if (script.getValue().isTextual()) {
                  scripts.put(script.getKey(), script.getValue().asText());
                }
              });
    }
    return scripts;
  }
}
