package wheelbase.requirements.lock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.Selection;
import wheelbase.requirements.pyproject.Toml;

/** The {@code Pipfile} from which a {@code Pipfile.lock} is made. */
final class Pipfile {
  private static final String PACKAGES = "packages";

  /** Tables that are no category of packages (plette's PIPFILE_SECTIONS and pipenv's own). */
  private static final Set<String> NO_CATEGORY =
      Set.of(
          "source",
          PACKAGES,
          "dev-packages",
          "requires",
          "scripts",
          "pipfile",
          "pipenv",
          "default",
          "develop");

  private final Toml toml;

  Pipfile(Toml toml) {
    this.toml = toml;
  }

  /** What it asks for with these groups; what cannot be read is pipenv's to complain of. */
  List<DeclaredRequirement> requirements(Selection selection) {
    List<DeclaredRequirement> requirements = new ArrayList<>(of(PACKAGES));
    for (Map.Entry<String, JsonNode> table : toml.tree().properties()) {
      String group = table.getKey().equals("dev-packages") ? "develop" : table.getKey();
      boolean category = !NO_CATEGORY.contains(table.getKey()) || group.equals("develop");
      if (category && selection.groups().contains(PackageName.normalize(group))) {
        requirements.addAll(of(table.getKey()));
      }
    }
    return requirements;
  }

  private List<DeclaredRequirement> of(String table) {
    List<DeclaredRequirement> requirements = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : toml.tree().path(table).properties()) {
      text(entry.getKey(), entry.getValue())
          .flatMap(
              text ->
                  Requirement.tryParse(text)
                      .map(
                          requirement ->
                              new DeclaredRequirement(
                                  text,
                                  Optional.of(requirement),
                                  requirement.url(),
                                  false,
                                  List.of(),
                                  toml.key(table, entry.getKey()))))
          .ifPresent(requirements::add);
    }
    return requirements;
  }

  private static Optional<String> text(String name, JsonNode value) {
    if (value.has("git") || value.has("path") || value.has("file")) {
      // Which commit or file it is, the lock says.
      return Optional.of(name);
    }
    String version = value.isTextual() ? value.asText() : value.path("version").asText("*");
    Set<String> extras = new TreeSet<>(LockFile.strings(value.path("extras")));
    String marker = value.path("markers").asText("");
    return Optional.of(
        name
            + (extras.isEmpty() ? "" : extras.stream().collect(Collectors.joining(",", "[", "]")))
            + (version.equals("*") ? "" : version)
            + (marker.isEmpty() ? "" : " ; " + marker));
  }

  /** What pipenv takes the hash of, to see whether its lock is still of this file. */
  JsonNode hashed() {
    ObjectNode hashed = JsonNodeFactory.instance.objectNode();
    ObjectNode meta = hashed.putObject("_meta");
    meta.set("sources", toml.tree().path("source"));
    meta.set("requires", orEmpty("requires"));
    hashed.set("default", orEmpty(PACKAGES));
    hashed.set("develop", orEmpty("dev-packages"));
    for (Map.Entry<String, JsonNode> table : toml.tree().properties()) {
      if (!NO_CATEGORY.contains(table.getKey())) {
        hashed.set(table.getKey(), table.getValue());
      }
    }
    return hashed;
  }

  private JsonNode orEmpty(String table) {
    JsonNode found = toml.tree().path(table);
    return found.isMissingNode() ? JsonNodeFactory.instance.objectNode() : found;
  }
}
