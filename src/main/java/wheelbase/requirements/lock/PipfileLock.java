package wheelbase.requirements.lock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep508.MarkerEnvironment;
import wheelbase.pep508.PackageName;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.LockFormat;
import wheelbase.requirements.Selection;

/**
 * A {@code Pipfile.lock}: the section {@code default} is installed, as {@code pipenv sync} does;
 * the others ({@code develop}, and categories of the project's own) are its groups.
 */
record PipfileLock(LockFile text, Selection selection) implements ReadLock {
  private static final Set<String> NO_GROUPS = Set.of("_meta", "default");

  @Override
  public LockFormat format() {
    return LockFormat.PIPENV;
  }

  /** The sections that may be asked for as groups, normalised. */
  static Set<String> groups(LockFile text) {
    Set<String> groups = new TreeSet<>();
    text.tree()
        .properties()
        .forEach(
            section -> {
              if (!NO_GROUPS.contains(section.getKey())) {
                groups.add(PackageName.normalize(section.getKey()));
              }
            });
    return groups;
  }

  @Override
  public List<String> indexes() {
    JsonNode sources = text.tree().path("_meta").path("sources");
    return LockFile.indexes(sources.valueStream().map(source -> source.path("url").asText("")));
  }

  @Override
  public Pinned on(MarkerEnvironment target) {
    List<DeclaredRequirement> pins = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    for (Map.Entry<String, JsonNode> section : text.tree().properties()) {
      boolean wanted =
          section.getKey().equals("default")
              || !section.getKey().equals("_meta")
                  && selection.groups().contains(PackageName.normalize(section.getKey()));
      if (wanted) {
        section
            .getValue()
            .properties()
            .forEach(
                each -> {
                  if (LockFile.holds(each.getValue().path("markers").asText(""), target)) {
                    pin(each.getKey(), each.getValue(), faults).ifPresent(pins::add);
                  }
                });
      }
    }
    return new Pinned(pins, faults);
  }

  /** Every package of the default section, whatever its marker. */
  List<DeclaredRequirement> everything() {
    List<DeclaredRequirement> all = new ArrayList<>();
    text.tree()
        .path("default")
        .properties()
        .forEach(
            each -> pin(each.getKey(), each.getValue(), new ArrayList<>()).ifPresent(all::add));
    return all;
  }

  private Optional<DeclaredRequirement> pin(String name, JsonNode each, List<Diagnostic> faults) {
    Set<String> extras = new TreeSet<>(LockFile.strings(each.path("extras")));
    for (String vcs : List.of("git", "hg", "svn", "bzr")) {
      if (each.has(vcs)) {
        String ref = each.path("ref").asText("");
        return text.address(
            name, vcs + "+" + each.path(vcs).asText() + (ref.isEmpty() ? "" : "@" + ref), extras);
      }
    }
    for (String kind : List.of("file", "path")) {
      if (each.has(kind)) {
        return text.address(name, each.path(kind).asText(), extras);
      }
    }
    String version = each.path("version").asText("");
    if (version.startsWith("==")) {
      return text.pin(
          name, version.replaceFirst("^=+", ""), extras, LockFile.strings(each.path("hashes")));
    }
    // pipenv keeps the wish itself where nothing fits the machine that it locks on.
    faults.add(
        Diagnostic.error(
                "lock-incomplete",
                text.file()
                    + " has no version of "
                    + name
                    + " for this target: it was locked where "
                    + name
                    + " is not installed")
            .at(text.place(name, "")));
    return Optional.empty();
  }
}
