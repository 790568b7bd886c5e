package wheelbase.requirements.lock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wheelbase.pep508.MarkerEnvironment;
import wheelbase.pep508.PackageName;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.LockFormat;
import wheelbase.requirements.Selection;

/**
 * A {@code poetry.lock}, as {@code poetry install --only main --no-root} takes it. Since version
 * 2.1 of the format each package says in which groups and under which markers it is installed;
 * before, the graph has to be walked.
 *
 * @param roots what {@code pyproject.toml} asks for, for the walk
 */
record PoetryLock(LockFile text, Selection selection, List<DeclaredRequirement> roots)
    implements ReadLock {
  private static final String MAIN = "main";

  PoetryLock {
    roots = List.copyOf(roots);
  }

  @Override
  public LockFormat format() {
    return LockFormat.POETRY;
  }

  @Override
  public List<String> indexes() {
    return LockFile.indexes(
        packages()
            .valueStream()
            .map(each -> each.path("source"))
            .filter(source -> source.path("type").asText().equals("legacy"))
            .map(source -> source.path("url").asText("")));
  }

  @Override
  public Pinned on(MarkerEnvironment target) {
    boolean marked = false;
    for (JsonNode each : packages()) {
      marked |= each.has("groups");
    }
    return marked ? marked(target) : new PoetryWalk(text, roots, target).pinned();
  }

  private Pinned marked(MarkerEnvironment target) {
    MarkerEnvironment environment = target.ofLock(selection.extras(), selection.groups());
    List<DeclaredRequirement> pins = new ArrayList<>();
    for (JsonNode each : packages()) {
      if (groups(each).stream().anyMatch(group -> holds(each, group, environment))) {
        pin(text, each, Set.of()).ifPresent(pins::add);
      }
    }
    return new Pinned(pins, List.of());
  }

  private List<String> groups(JsonNode each) {
    return LockFile.strings(each.path("groups")).stream()
        .filter(
            group ->
                group.equals(MAIN) || selection.groups().contains(PackageName.normalize(group)))
        .toList();
  }

  /** One marker for all groups, or one for each. */
  private static boolean holds(JsonNode each, String group, MarkerEnvironment environment) {
    JsonNode markers = each.path("markers");
    String marker = markers.isObject() ? markers.path(group).asText("") : markers.asText("");
    return LockFile.holds(marker, environment);
  }

  private JsonNode packages() {
    return text.tree().path("package");
  }

  static Optional<DeclaredRequirement> pin(LockFile text, JsonNode each, Set<String> extras) {
    String name = each.path("name").asText();
    JsonNode source = each.path("source");
    String url = source.path("url").asText("");
    return switch (source.path("type").asText("")) {
      case "git" ->
          text.address(
              name, "git+" + url + "@" + source.path("resolved_reference").asText(), extras);
      case "url", "file", "directory" -> text.address(name, url, extras);
      default -> text.pin(name, each.path("version").asText(), extras, hashes(text, each));
    };
  }

  /** Before version 2 of the format they stood together at the end of the file. */
  private static List<String> hashes(LockFile text, JsonNode each) {
    JsonNode files =
        each.has("files")
            ? each.path("files")
            : text.tree().path("metadata").path("files").path(each.path("name").asText());
    List<String> hashes = new ArrayList<>();
    files.forEach(file -> hashes.add(file.path("hash").asText("")));
    hashes.removeIf(String::isEmpty);
    return hashes;
  }

  /** The extras that may be asked for, normalised. */
  static Set<String> extras(LockFile text) {
    Set<String> extras = new TreeSet<>();
    for (Map.Entry<String, JsonNode> extra : text.tree().path("extras").properties()) {
      extras.add(PackageName.normalize(extra.getKey()));
    }
    return extras;
  }
}
