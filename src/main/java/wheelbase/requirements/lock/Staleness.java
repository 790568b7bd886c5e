package wheelbase.requirements.lock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.LockFormat;
import wheelbase.requirements.pyproject.Pyproject;
import wheelbase.requirements.pyproject.Toml;

/**
 * Whether a lock is still of the file that it was made from: a warning where it is not. What the
 * image gets is what the lock says.
 */
final class Staleness {
  private static final List<String> POETRY_KEYS =
      List.of("dependencies", "source", "extras", "dev-dependencies");

  private final LockFile text;
  private final List<DeclaredRequirement> own;

  /**
   * @param own what the file that it was made from asks for now
   */
  Staleness(LockFile text, List<DeclaredRequirement> own) {
    this.text = text;
    this.own = own;
  }

  /** uv keeps what it read under {@code [package.metadata]}. */
  List<Diagnostic> ofUv(Pyproject pyproject) {
    List<Diagnostic> missing = missing(LockFormat.UV, "package");
    if (!missing.isEmpty()) {
      return missing;
    }
    for (JsonNode each : text.tree().path("package")) {
      JsonNode known = each.path("metadata").path("requires-dist");
      if (each.path("source")
          .path("virtual")
          .asText(each.path("source").path("editable").asText())
          .equals(".")) {
        for (DeclaredRequirement declared : pyproject.dependencies()) {
          if (!isKnown(declared, known)) {
            return List.of(
                stale(
                        LockFormat.UV,
                        declared.place().file() + " asks for `" + declared.shownText() + "` now")
                    .at(declared.place()));
          }
        }
      }
    }
    return List.of();
  }

  private static boolean isKnown(DeclaredRequirement declared, JsonNode known) {
    if (declared.isOutsideTheIndex() || declared.requirement().isEmpty()) {
      return true;
    }
    Requirement requirement = declared.requirement().get();
    for (JsonNode each : known) {
      boolean same =
          PackageName.normalize(each.path("name").asText()).equals(requirement.name().value())
              && (each.has("url")
                  || each.has("git")
                  || each.has("path")
                  || each.has("directory")
                  || each.has("editable")
                  || each.has("virtual")
                  || SpecifierSet.tryParse(each.path("specifier").asText(""))
                      .map(requirement.specifier()::equals)
                      .orElse(true));
      if (same) {
        return true;
      }
    }
    return false;
  }

  /**
   * poetry keeps a hash of what it read ({@code Locker._get_content_hash}): the tables of its own
   * and of the project that concern dependencies, in an order of their own.
   */
  List<Diagnostic> ofPoetry(Toml pyproject) {
    List<Diagnostic> missing = missing(LockFormat.POETRY, "package");
    if (!missing.isEmpty()) {
      return missing;
    }
    String kept = text.tree().path("metadata").path("content-hash").asText("");
    boolean fresh =
        kept.isEmpty()
            || kept.equals(PythonJson.spacedHash(poetryContent(pyproject.tree(), true)))
            || kept.equals(PythonJson.spacedHash(poetryContent(pyproject.tree(), false)));
    return fresh
        ? List.of()
        : List.of(stale(LockFormat.POETRY, pyproject.name() + " was edited since"));
  }

  /**
   * @param withGroups poetry reckons in the dependency groups only since 2.2
   */
  private static JsonNode poetryContent(JsonNode pyproject, boolean withGroups) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    ObjectNode project = nodes.objectNode();
    for (String key : List.of("requires-python", "dependencies", "optional-dependencies")) {
      if (pyproject.path("project").has(key)) {
        project.set(key, pyproject.path("project").path(key));
      }
    }
    JsonNode groups = pyproject.path("dependency-groups");
    boolean grouped = withGroups && !groups.isEmpty();
    JsonNode table = pyproject.path("tool").path("poetry");
    ObjectNode poetry = nodes.objectNode();
    for (String key : POETRY_KEYS) {
      if (table.has(key)) {
        poetry.set(key, table.path(key));
      } else if (project.isEmpty() && !grouped) {
        poetry.set(key, nodes.nullNode());
      }
    }
    if (table.has("group")) {
      poetry.set("group", table.path("group"));
    }
    if (project.isEmpty() && !grouped) {
      return poetry;
    }
    ObjectNode all = nodes.objectNode();
    if (!project.isEmpty()) {
      all.set("project", project);
    }
    if (grouped) {
      all.set("dependency-groups", groups);
    }
    all.putObject("tool").set("poetry", poetry);
    return all;
  }

  /** pipenv keeps a hash of the Pipfile. */
  List<Diagnostic> ofPipenv(Toml pipfile) {
    if (pipfile.tree().isEmpty()) {
      return List.of();
    }
    String kept = text.tree().path("_meta").path("hash").path("sha256").asText("");
    boolean fresh =
        kept.isEmpty() || kept.equals(PythonJson.compactHash(new Pipfile(pipfile).hashed()));
    return fresh
        ? List.of()
        : List.of(stale(LockFormat.PIPENV, pipfile.name() + " was edited since"));
  }

  /** A name that is asked for and locked nowhere. */
  private List<Diagnostic> missing(LockFormat format, String table) {
    Set<String> locked = new TreeSet<>();
    text.tree()
        .path(table)
        .forEach(each -> locked.add(PackageName.normalize(each.path("name").asText())));
    return own.stream()
        .filter(
            declared ->
                declared
                    .requirement()
                    .map(requirement -> !locked.contains(requirement.name().value()))
                    .orElse(false))
        .map(
            declared ->
                stale(
                        format,
                        declared.place().file()
                            + " asks for "
                            + declared.requirement().orElseThrow().name()
                            + ", which it lacks")
                    .at(declared.place()))
        .toList();
  }

  private Diagnostic stale(LockFormat format, String why) {
    return Diagnostic.warning("stale-lock", text.file() + " is out of date: " + why)
        .withHint(format.makeCommand());
  }
}
