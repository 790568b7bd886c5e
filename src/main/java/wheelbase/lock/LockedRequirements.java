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
import wheelbase.index.CoreMetadata.Provenance;
import wheelbase.index.ReleaseFile;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.TargetPlatform;
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
  private final List<String> withUnknownDependencies;

  private LockedRequirements(
      List<Architecture> architectures,
      List<LockedRequirement> requirements,
      List<String> withUnknownDependencies) {
    this.architectures = List.copyOf(architectures);
    this.requirements = List.copyOf(requirements);
    this.withUnknownDependencies = List.copyOf(withUnknownDependencies);
  }

  List<Architecture> architectures() {
    return architectures;
  }

  List<LockedRequirement> requirements() {
    return requirements;
  }

  /** {@code name version}, sorted: only running their builds would tell what else they need. */
  List<String> withUnknownDependencies() {
    return withUnknownDependencies;
  }

  /**
   * @param project what the user asks for
   * @param resolutions of the same Python on the same C library
   * @return refused where a hash cannot stand for a package: no index answers for it, or the index
   *     tells no hash of its file
   */
  public static Checked<LockedRequirements> of(
      ProjectRequirements project, Map<TargetPlatform, Resolved> resolutions) {
    if (resolutions.isEmpty()) {
      throw new IllegalArgumentException("no resolution");
    }
    Optional<Diagnostic> obstacle = LockObstacle.of(project, resolutions);
    return obstacle.isPresent()
        ? Checked.refused(obstacle.get())
        : Checked.taken(
            new LockedRequirements(
                resolutions.keySet().stream().map(TargetPlatform::architecture).sorted().toList(),
                merged(project, resolutions),
                project.lock().isPresent() ? List.of() : withUnknownDependencies(resolutions)));
  }

  private static List<String> withUnknownDependencies(Map<TargetPlatform, Resolved> resolutions) {
    return pins(resolutions)
        .filter(
            pin ->
                pin.metadata()
                    .filter(metadata -> metadata.provenance() == Provenance.UNKNOWN)
                    .isPresent())
        .map(pin -> pin.name() + " " + pin.version().orElseThrow())
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<Pin> pins(Map<TargetPlatform, Resolved> resolutions) {
    return resolutions.values().stream().flatMap(resolved -> resolved.pins().values().stream());
  }

  private static List<LockedRequirement> merged(
      ProjectRequirements project, Map<TargetPlatform, Resolved> resolutions) {
    SortedMap<PackageName, Map<Version, Map<Architecture, ReleaseFile>>> files = new TreeMap<>();
    resolutions.forEach(
        (target, resolved) ->
            resolved
                .pins()
                .forEach(
                    (name, pin) ->
                        files
                            .computeIfAbsent(name, any -> new TreeMap<>(Comparator.reverseOrder()))
                            .computeIfAbsent(
                                pin.version().orElseThrow(),
                                any -> new EnumMap<>(Architecture.class))
                            .put(target.architecture(), pin.file().orElseThrow())));
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
      ProjectRequirements project, Map<TargetPlatform, Resolved> resolutions) {
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
