package wheelbase.requirements.lock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep508.MarkerEnvironment;
import wheelbase.pep508.PackageName;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.LockFormat;
import wheelbase.requirements.Selection;

/**
 * A {@code uv.lock}: a graph of packages, walked from the project along the edges whose markers
 * hold on the target, as {@code uv sync --frozen --no-install-project} does.
 */
record UvLock(LockFile text, Selection selection) implements ReadLock {
  /** Where the project itself is: {@code source = { virtual = "." }}. */
  private static final List<String> LOCAL = List.of("virtual", "editable", "directory");

  @Override
  public LockFormat format() {
    return LockFormat.UV;
  }

  @Override
  public List<String> indexes() {
    return LockFile.indexes(
        packages().map(each -> each.path("source").path("registry").asText("")));
  }

  @Override
  public Pinned on(MarkerEnvironment target) {
    List<Diagnostic> faults = new ArrayList<>();
    text.otherPython(text.tree().path("requires-python").asText(""), target).ifPresent(faults::add);
    List<String> supported = LockFile.strings(text.tree().path("supported-markers"));
    if (!supported.isEmpty()
        && supported.stream().noneMatch(marker -> LockFile.holds(marker, target))) {
      faults.add(LockFile.otherEnvironment(file(), supported));
    }
    Walk walk = new Walk(target);
    roots().forEach(walk::begin);
    return new Pinned(walk.pins(faults), faults);
  }

  /** The project; of a workspace without one at its root every member, as uv has it. */
  List<JsonNode> roots() {
    List<JsonNode> here = packages().filter(each -> local(each).orElse("").equals(".")).toList();
    if (!here.isEmpty()) {
      return here;
    }
    Set<String> members =
        Set.copyOf(LockFile.strings(text.tree().path("manifest").path("members")));
    return packages().filter(each -> members.contains(each.path("name").asText())).toList();
  }

  /** Extras and groups that the project says cannot be had together: uv refuses them. */
  List<Diagnostic> contradictions() {
    List<Diagnostic> contradictions = new ArrayList<>();
    for (JsonNode set : text.tree().path("conflicts")) {
      List<String> wanted = new ArrayList<>();
      for (JsonNode member : set) {
        String extra = PackageName.normalize(member.path("extra").asText(""));
        String group = PackageName.normalize(member.path("group").asText(""));
        boolean ofTheProject =
            roots().stream().anyMatch(root -> root.path("name").equals(member.path("package")));
        if (ofTheProject && selection.extras().contains(extra)) {
          wanted.add("extra " + extra);
        }
        if (ofTheProject && selection.groups().contains(group)) {
          wanted.add("group " + group);
        }
      }
      if (wanted.size() > 1) {
        contradictions.add(
            Diagnostic.error(
                    "conflicting-selection",
                    String.join(" and ", wanted)
                        + " cannot be installed together: the project declares them conflicting")
                .withHint("leave one of them out"));
      }
    }
    return contradictions;
  }

  private Stream<JsonNode> packages() {
    return text.tree().path("package").valueStream();
  }

  private static Optional<String> local(JsonNode each) {
    return LOCAL.stream()
        .map(kind -> each.path("source").path(kind).asText(""))
        .filter(path -> !path.isEmpty())
        .findFirst();
  }

  /** What is reached on one target. */
  private final class Walk {
    private final MarkerEnvironment target;
    private final Map<JsonNode, Set<String>> reached = new LinkedHashMap<>();
    private final Set<JsonNode> roots = new LinkedHashSet<>();
    private final Deque<JsonNode> open = new ArrayDeque<>();
    private final List<Diagnostic> gaps = new ArrayList<>();

    Walk(MarkerEnvironment target) {
      this.target = target.ofLock(activated(), selection.groups());
    }

    /** uv writes an extra that conflicts with another as `extra-4-shop-web` into its markers. */
    private Set<String> activated() {
      Set<String> activated = new TreeSet<>(selection.extras());
      for (JsonNode root : roots()) {
        String project = root.path("name").asText();
        String middle = "-" + project.length() + "-" + project + "-";
        selection.extras().forEach(extra -> activated.add("extra" + middle + extra));
        selection.groups().forEach(group -> activated.add("group" + middle + group));
      }
      return activated;
    }

    void begin(JsonNode root) {
      roots.add(root);
      reached.put(root, new TreeSet<>());
      follow(root.path("dependencies"));
      selection.extras().forEach(extra -> follow(named(root.path("optional-dependencies"), extra)));
      selection.groups().forEach(group -> follow(named(root.path("dev-dependencies"), group)));
      while (!open.isEmpty()) {
        follow(open.remove().path("dependencies"));
      }
    }

    private void follow(JsonNode edges) {
      edges.forEach(this::edge);
    }

    private void edge(JsonNode edge) {
      if (!LockFile.holds(edge.path("marker").asText(""), target)) {
        return;
      }
      Optional<JsonNode> found = meant(edge);
      if (found.isEmpty()) {
        gaps.add(
            Diagnostic.error(
                "lock-incomplete",
                text.file()
                    + " has no package `"
                    + edge.path("name").asText()
                    + "` for this target"));
        return;
      }
      JsonNode each = found.get();
      Set<String> extras = reached.get(each);
      if (extras == null) {
        extras = new TreeSet<>();
        reached.put(each, extras);
        open.add(each);
      }
      for (String extra : LockFile.strings(edge.path("extra"))) {
        if (extras.add(PackageName.normalize(extra))) {
          follow(named(each.path("optional-dependencies"), PackageName.normalize(extra)));
        }
      }
    }

    /** An edge says no more of its package than is needed to tell it from others of the name. */
    private Optional<JsonNode> meant(JsonNode edge) {
      List<JsonNode> candidates =
          packages()
              .filter(each -> each.path("name").equals(edge.path("name")))
              .filter(
                  each -> !edge.has("version") || each.path("version").equals(edge.path("version")))
              .filter(
                  each -> !edge.has("source") || each.path("source").equals(edge.path("source")))
              .toList();
      return candidates.stream().filter(this::isForTarget).findFirst();
    }

    private boolean isForTarget(JsonNode each) {
      List<String> markers = LockFile.strings(each.path("resolution-markers"));
      return markers.isEmpty()
          || markers.stream().anyMatch(marker -> LockFile.holds(marker, target));
    }

    List<DeclaredRequirement> pins(List<Diagnostic> faults) {
      faults.addAll(gaps);
      List<DeclaredRequirement> pins = new ArrayList<>();
      reached.forEach(
          (each, extras) -> {
            if (!roots.contains(each)) {
              pin(each, extras).ifPresent(pins::add);
            }
          });
      return pins;
    }
  }

  private static JsonNode named(JsonNode table, String name) {
    for (Map.Entry<String, JsonNode> entry : table.properties()) {
      if (PackageName.normalize(entry.getKey()).equals(name)) {
        return entry.getValue();
      }
    }
    return table.path(name);
  }

  private Optional<DeclaredRequirement> pin(JsonNode each, Set<String> extras) {
    String name = each.path("name").asText();
    JsonNode source = each.path("source");
    if (source.has("virtual")) {
      return Optional.empty();
    }
    if (source.has("registry")) {
      return text.pin(name, each.path("version").asText(), extras, hashes(each));
    }
    String address =
        source.has("git")
            ? "git+" + source.path("git").asText().replaceFirst("\\?[^#]*", "").replace('#', '@')
            : Stream.of("url", "path", "directory", "editable")
                .map(kind -> source.path(kind).asText(""))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    return text.address(name, address, extras);
  }

  private static List<String> hashes(JsonNode each) {
    List<String> hashes = new ArrayList<>();
    each.path("wheels").forEach(wheel -> hashes.add(wheel.path("hash").asText("")));
    hashes.add(each.path("sdist").path("hash").asText(""));
    hashes.removeIf(String::isEmpty);
    return hashes;
  }
}
