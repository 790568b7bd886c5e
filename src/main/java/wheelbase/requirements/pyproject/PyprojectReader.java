package wheelbase.requirements.pyproject;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.Requirement;
import wheelbase.pep508.RequirementSyntaxException;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.PythonDeclaration;

/**
 * Reads the project table (PEP 621) of a {@code pyproject.toml}, and poetry's own tables where the
 * project table has no dependencies.
 */
final class PyprojectReader {
  private static final String PROJECT = "project";

  private final Toml toml;
  private final JsonNode project;
  private final JsonNode poetry;
  private final List<DeclaredRequirement> dependencies = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private PyprojectReader(Toml toml) {
    this.toml = toml;
    this.project = toml.tree().path(PROJECT);
    this.poetry = toml.tree().path("tool").path("poetry");
  }

  /**
   * @param name as the user would name the file
   */
  static Pyproject read(String name, String text) {
    var toml = Toml.parse(name, text);
    return toml.fault().map(Pyproject::unreadable).orElseGet(new PyprojectReader(toml)::read);
  }

  private Pyproject read() {
    if (project.path("dependencies").isArray()) {
      readProjectDependencies();
    } else if (poetry.path("dependencies").isObject()) {
      readPoetryDependencies();
    } else {
      noDependencies();
    }
    return new Pyproject(dependencies, python(), scripts(), diagnostics);
  }

  private void readProjectDependencies() {
    int from = Math.max(0, toml.header(PROJECT));
    SourceSpan fallback = toml.key(PROJECT, "dependencies");
    for (JsonNode dependency : project.path("dependencies")) {
      Optional<SourceSpan> written = toml.quoted(dependency.asText(), from);
      from = written.map(place -> place.line() - 1).orElse(from);
      add(dependency.asText(), written.orElse(fallback), written.isPresent());
    }
  }

  private void readPoetryDependencies() {
    for (Map.Entry<String, JsonNode> entry : poetry.path("dependencies").properties()) {
      if (entry.getKey().equalsIgnoreCase("python")) {
        continue;
      }
      SourceSpan place = toml.key("tool.poetry.dependencies", entry.getKey());
      for (JsonNode one :
          entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue())) {
        var dependency = new PoetryDependency(entry.getKey(), one);
        if (dependency.isOptional()) {
          continue;
        }
        dependency
            .requirement()
            .ifPresentOrElse(
                requirement -> add(requirement, place, false),
                () ->
                    diagnostics.add(
                        Diagnostic.error(
                                "unsupported-constraint",
                                "the constraint of " + entry.getKey() + " has no PEP 440 form")
                            .withHint("write one range: >=1.2,<3")
                            .at(place)));
      }
    }
  }

  private void noDependencies() {
    for (JsonNode dynamic : project.path("dynamic")) {
      if (dynamic.asText().equals("dependencies")) {
        diagnostics.add(
            Diagnostic.error(
                    "dynamic-dependencies",
                    "the dependencies are made by the build, which is not run")
                .withHint("name a requirements file with -r")
                .at(toml.key(PROJECT, "dynamic")));
        return;
      }
    }
  }

  /**
   * @param exact whether the place's columns are those of the text
   */
  private void add(String text, SourceSpan place, boolean exact) {
    try {
      Requirement requirement = Requirement.parse(text);
      dependencies.add(
          new DeclaredRequirement(
              text, Optional.of(requirement), requirement.url(), false, List.of(), place));
    } catch (RequirementSyntaxException fault) {
      diagnostics.add(
          Diagnostic.error(
                  "invalid-requirement",
                  "this is not a requirement that pip reads: " + fault.getMessage())
              .at(exact ? within(place, fault) : place));
    }
  }

  private static SourceSpan within(SourceSpan place, RequirementSyntaxException fault) {
    return new SourceSpan(
        place.file(),
        place.line(),
        place.column() + fault.column() - 1,
        fault.length(),
        place.text());
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
