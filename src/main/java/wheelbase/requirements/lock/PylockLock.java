package wheelbase.requirements.lock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep508.MarkerEnvironment;
import wheelbase.pep508.PackageName;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.LockFormat;
import wheelbase.requirements.Selection;

/** A {@code pylock.toml}: every package whose marker holds is installed (PEP 751). */
record PylockLock(LockFile text, Selection selection) implements ReadLock {
  @Override
  public LockFormat format() {
    return LockFormat.PYLOCK;
  }

  @Override
  public List<String> indexes() {
    return LockFile.indexes(packages().valueStream().map(each -> each.path("index").asText("")));
  }

  /** As in "Installation" of PEP 751; a fault that it names is one here. */
  @Override
  public Pinned on(MarkerEnvironment target) {
    Set<String> groups = new TreeSet<>(selection.groups());
    LockFile.strings(text.tree().path("default-groups"))
        .forEach(group -> groups.add(PackageName.normalize(group)));
    MarkerEnvironment environment = target.ofLock(selection.extras(), groups);
    List<Diagnostic> faults = new ArrayList<>();
    text.otherPython(text.tree().path("requires-python").asText(""), target).ifPresent(faults::add);
    List<String> environments = LockFile.strings(text.tree().path("environments"));
    if (!environments.isEmpty()
        && environments.stream().noneMatch(marker -> LockFile.holds(marker, environment))) {
      faults.add(LockFile.otherEnvironment(file(), environments));
    }
    List<DeclaredRequirement> pins = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode each : packages()) {
      if (LockFile.holds(each.path("marker").asText(""), environment)) {
        String name = each.path("name").asText();
        text.otherPython(each.path("requires-python").asText(""), target)
            .map(fault -> of(name, fault))
            .ifPresent(faults::add);
        if (!names.add(PackageName.normalize(name))) {
          faults.add(
              Diagnostic.error(
                      "lock-ambiguous",
                      text.file() + " has several versions of " + name + " for one target")
                  .at(text.place(name, each.path("version").asText())));
        }
        pin(each).ifPresent(pins::add);
      }
    }
    return new Pinned(pins, faults);
  }

  /** Every package, whatever its marker: nothing says which the user asked for. */
  List<DeclaredRequirement> everything() {
    List<DeclaredRequirement> all = new ArrayList<>();
    packages().forEach(each -> pin(each).ifPresent(all::add));
    return all;
  }

  private static Diagnostic of(String name, Diagnostic fault) {
    return Diagnostic.error(fault.id(), name + " in " + fault.message());
  }

  private JsonNode packages() {
    return text.tree().path("packages");
  }

  private Optional<DeclaredRequirement> pin(JsonNode each) {
    String name = each.path("name").asText();
    if (each.has("vcs")) {
      JsonNode vcs = each.path("vcs");
      String address = vcs.path("url").asText(vcs.path("path").asText());
      return text.address(
          name,
          vcs.path("type").asText("git") + "+" + address + "@" + vcs.path("commit-id").asText(),
          Set.of());
    }
    if (each.has("archive")) {
      JsonNode archive = each.path("archive");
      return text.address(
          name, archive.path("url").asText(archive.path("path").asText()), Set.of());
    }
    if (each.has("directory")) {
      return text.address(name, each.path("directory").path("path").asText(), Set.of());
    }
    return text.pin(name, each.path("version").asText(), Set.of(), hashes(each));
  }

  private static List<String> hashes(JsonNode each) {
    List<String> hashes = new ArrayList<>();
    each.path("wheels").forEach(wheel -> add(hashes, wheel.path("hashes")));
    add(hashes, each.path("sdist").path("hashes"));
    return hashes;
  }

  private static void add(List<String> hashes, JsonNode table) {
    table.properties().forEach(hash -> hashes.add(hash.getKey() + ":" + hash.getValue().asText()));
  }
}
