package wheelbase.lock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.ReleaseFile;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;

/**
 * Every file that pip takes for a project on the architectures of one image, to be installed with
 * {@code pip install --require-hashes --no-deps}: pip then decides nothing any more, and takes
 * these files or none. Sorted by name; a package comes twice where two architectures get two
 * versions of it.
 */
public final class LockedRequirements {
  /** Not {@code .txt}: it must not be mistaken for what the user asks for. */
  public static final String FILE_NAME = "requirements.lock";

  private final List<Architecture> architectures;
  private final List<LockedRequirement> requirements;

  private LockedRequirements(
      List<Architecture> architectures, List<LockedRequirement> requirements) {
    this.architectures = List.copyOf(architectures);
    this.requirements = List.copyOf(requirements);
  }

  List<Architecture> architectures() {
    return architectures;
  }

  List<LockedRequirement> requirements() {
    return requirements;
  }

  /**
   * @param project what the user asks for
   * @param resolutions of the same Python on the same C library
   * @return refused where a hash cannot stand for a package: it comes from outside the index, or
   *     the index tells no hash of its file
   */
  public static Checked<LockedRequirements> of(
      ProjectRequirements project, Map<Architecture, Resolved> resolutions) {
    if (resolutions.isEmpty()) {
      throw new IllegalArgumentException("no resolution");
    }
    Optional<Diagnostic> obstacle =
        outside(project).or(() -> outside(resolutions)).or(() -> unhashed(resolutions));
    return obstacle.isPresent()
        ? Checked.refused(obstacle.get())
        : Checked.taken(
            new LockedRequirements(
                resolutions.keySet().stream().sorted().toList(), merged(project, resolutions)));
  }

  private static Optional<Diagnostic> outside(ProjectRequirements project) {
    return project.requirements().stream()
        .filter(DeclaredRequirement::isOutsideTheIndex)
        .findFirst()
        .map(
            requirement ->
                Diagnostic.error(
                        "cannot-lock",
                        "`"
                            + requirement.shownText()
                            + "` cannot be locked: no index answers for what it is made of")
                    .withHint("install it from an index, or do without the lock")
                    .at(requirement.place()));
  }

  private static Optional<Diagnostic> outside(Map<Architecture, Resolved> resolutions) {
    return pins(resolutions)
        .filter(pin -> pin.file().isEmpty())
        .findFirst()
        .map(
            pin ->
                Diagnostic.error(
                        "cannot-lock",
                        pin.name() + " cannot be locked: a dependency names it by an address")
                    .withHint("do without the lock"));
  }

  private static Optional<Diagnostic> unhashed(Map<Architecture, Resolved> resolutions) {
    return pins(resolutions)
        .flatMap(pin -> pin.file().stream())
        .filter(file -> Digests.of(file).isEmpty())
        .findFirst()
        .map(
            file ->
                Diagnostic.error(
                        "cannot-lock",
                        file.fileName() + " cannot be locked: the index tells no hash of it")
                    .withHint("ask an index that tells sha256, or do without the lock"));
  }

  private static Stream<Pin> pins(Map<Architecture, Resolved> resolutions) {
    return resolutions.values().stream().flatMap(resolved -> resolved.pins().values().stream());
  }

  private static List<LockedRequirement> merged(
      ProjectRequirements project, Map<Architecture, Resolved> resolutions) {
    SortedMap<PackageName, Map<Version, Map<Architecture, ReleaseFile>>> files = new TreeMap<>();
    resolutions.forEach(
        (architecture, resolved) ->
            resolved
                .pins()
                .forEach(
                    (name, pin) ->
                        files
                            .computeIfAbsent(name, any -> new TreeMap<>(Comparator.reverseOrder()))
                            .computeIfAbsent(
                                pin.version().orElseThrow(),
                                any -> new EnumMap<>(Architecture.class))
                            .put(architecture, pin.file().orElseThrow())));
    Map<PackageName, TreeSet<String>> requiredBy = requiredBy(project, resolutions);
    List<LockedRequirement> merged = new ArrayList<>();
    files.forEach(
        (name, versions) ->
            versions.forEach(
                (version, taken) ->
                    merged.add(
                        new LockedRequirement(
                            name,
                            version,
                            taken,
                            taken.size() == resolutions.size(),
                            requiredBy.getOrDefault(name, new TreeSet<>())))));
    return merged;
  }

  private static Map<PackageName, TreeSet<String>> requiredBy(
      ProjectRequirements project, Map<Architecture, Resolved> resolutions) {
    Map<PackageName, TreeSet<String>> requiredBy = new LinkedHashMap<>();
    for (DeclaredRequirement line : project.requirements()) {
      line.requirement()
          .ifPresent(
              requirement ->
                  requiredBy
                      .computeIfAbsent(requirement.name(), any -> new TreeSet<>())
                      .add(line.place().file() + ":" + line.place().line()));
    }
    pins(resolutions)
        .forEach(
            pin ->
                pin.dependencies()
                    .forEach(
                        on ->
                            requiredBy
                                .computeIfAbsent(on, any -> new TreeSet<>())
                                .add(pin.name().value())));
    return requiredBy;
  }
}
