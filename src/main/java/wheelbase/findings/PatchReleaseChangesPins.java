package wheelbase.findings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Wording;
import wheelbase.index.CoreMetadata;
import wheelbase.index.IndexException;
import wheelbase.index.ReleaseFile;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;

/**
 * Pins that are others on the first release of a Python series than on the one that the image has.
 * Everything is resolved once more for that first release, but only where a marker or a
 * Requires-Python among the pins names a patch release of the series.
 */
final class PatchReleaseChangesPins implements Finder {
  @Override
  public List<Diagnostic> in(Surveyed project) throws InterruptedException {
    Map<PythonRelease, TargetPlatform> targets = new LinkedHashMap<>();
    project.resolved().keySet().forEach(target -> targets.putIfAbsent(target.python(), target));
    List<Diagnostic> found = new ArrayList<>();
    for (TargetPlatform target : targets.values()) {
      Resolved pins = project.resolved().get(target);
      if (target.python().patch() > 0 && namesAPatchRelease(project, target.python(), pins)) {
        first(project, target)
            .flatMap(older -> finding(project, target, pins, older))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean namesAPatchRelease(
      Surveyed project, PythonRelease python, Resolved resolved) {
    Pattern patch = Pattern.compile("(?<![\\d.])" + Pattern.quote(python.series()) + "\\.[1-9]");
    Stream<String> lines =
        project.requirements().requirements().stream()
            .map(DeclaredRequirement::marker)
            .flatMap(Optional::stream)
            .map(Object::toString);
    return Stream.concat(
            lines, resolved.pins().values().stream().flatMap(PatchReleaseChangesPins::conditions))
        .anyMatch(text -> patch.matcher(text).find());
  }

  private static Stream<String> conditions(Pin pin) {
    Stream<String> python =
        Stream.concat(
                pin.file().flatMap(ReleaseFile::requiresPython).stream(),
                pin.metadata().flatMap(CoreMetadata::requiresPython).stream())
            .map(SpecifierSet::toString);
    Stream<String> markers =
        pin.metadata().stream()
            .flatMap(metadata -> metadata.requires().stream())
            .flatMap(requirement -> requirement.marker().stream())
            .map(Object::toString);
    return Stream.concat(python, markers);
  }

  private static PythonRelease patch(PythonRelease python, int patch) {
    return new PythonRelease(python.major(), python.minor(), patch);
  }

  /** Empty where it cannot be met there, or where the index cannot tell any more. */
  private static Optional<Resolved> first(Surveyed project, TargetPlatform target)
      throws InterruptedException {
    try {
      return project.resolving().resolve(on(target, 0)).resolved();
    } catch (IndexException unreachable) {
      return Optional.empty();
    }
  }

  private static TargetPlatform on(TargetPlatform target, int patch) {
    return new TargetPlatform(patch(target.python(), patch), target.libc(), target.architecture());
  }

  private static Optional<Diagnostic> finding(
      Surveyed project, TargetPlatform target, Resolved now, Resolved first) {
    Set<PackageName> names = new TreeSet<>(now.pins().keySet());
    names.addAll(first.pins().keySet());
    List<String> changes = new ArrayList<>();
    List<PackageName> changed = new ArrayList<>();
    for (PackageName name : names) {
      Optional<Pin> here = Optional.ofNullable(now.pins().get(name));
      Optional<Pin> there = Optional.ofNullable(first.pins().get(name));
      if (!here.flatMap(Pin::version).equals(there.flatMap(Pin::version))) {
        changes.add(change(target, name, here, there, now, first));
        changed.add(name);
      }
    }
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    String message =
        "an older Python "
            + target.python().series()
            + " gets other pins than "
            + target.python()
            + ": "
            + Wording.some(changes)
            + (Wording.namesAll(changes.size()) ? "" : "\n" + String.join("\n", changes));
    return Optional.of(
        Diagnostic.note("patch-release-changes-pins", message)
            .because(project.paths().blame(changed.get(0), target)));
  }

  private static String change(
      TargetPlatform target,
      PackageName name,
      Optional<Pin> here,
      Optional<Pin> there,
      Resolved now,
      Resolved first) {
    Optional<Integer> since =
        here.isPresent() && there.isPresent()
            ? admittedSince(target, here.get())
            : appliesSince(target, name, here.isPresent() ? now : first);
    String when = since.map(patch -> " (before " + patch(target.python(), patch) + ")").orElse("");
    if (here.isEmpty()) {
      return version(name, there) + " besides" + when;
    }
    return there.isEmpty()
        ? "no " + name + when
        : version(name, there) + " instead of " + here.get().version().orElseThrow() + when;
  }

  private static String version(PackageName name, Optional<Pin> pin) {
    return name + pin.flatMap(Pin::version).map(version -> " " + version).orElse("");
  }

  /** From which patch release on the file's Requires-Python admits the Python. */
  private static Optional<Integer> admittedSince(TargetPlatform target, Pin pin) {
    return since(
        target,
        patch ->
            pin.file()
                .flatMap(ReleaseFile::requiresPython)
                .map(range -> range.admits(Version.parse(patch(target.python(), patch).toString())))
                .orElse(true));
  }

  /** From which patch release on something begins, or ceases, to ask for the package. */
  private static Optional<Integer> appliesSince(
      TargetPlatform target, PackageName name, Resolved resolved) {
    List<Requirement> asked = new ArrayList<>();
    Set<String> extras = new HashSet<>();
    resolved
        .pins()
        .values()
        .forEach(
            pin -> {
              extras.addAll(pin.extras());
              pin.metadata().stream()
                  .flatMap(metadata -> metadata.requires().stream())
                  .filter(requirement -> requirement.name().equals(name))
                  .forEach(asked::add);
            });
    return since(
        target,
        patch ->
            asked.stream()
                .anyMatch(each -> each.appliesIn(on(target, patch).markerEnvironment(), extras)));
  }

  /** Of a patch release. */
  private interface Test {
    boolean holds(int patch);
  }

  /** The patch release from which on it is as it is on the target; empty where it always was. */
  private static Optional<Integer> since(TargetPlatform target, Test test) {
    boolean now = test.holds(target.python().patch());
    for (int patch = target.python().patch() - 1; patch >= 0; patch--) {
      if (test.holds(patch) != now) {
        return Optional.of(patch + 1);
      }
    }
    return Optional.empty();
  }
}
