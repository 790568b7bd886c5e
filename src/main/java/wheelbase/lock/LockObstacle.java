package wheelbase.lock;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.ReleaseFile;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;

/** Why a hash cannot stand for something that a project installs. */
final class LockObstacle {
  private static final String DO_WITHOUT = "do without the lock";

  private LockObstacle() {}

  /** The first that there is. */
  static Optional<Diagnostic> of(
      ProjectRequirements project, Map<TargetPlatform, Resolved> resolutions) {
    return named(project, resolutions.keySet())
        .or(() -> broughtIn(resolutions))
        .or(() -> onThisMachine(resolutions))
        .or(() -> unhashed(resolutions));
  }

  private static Optional<Diagnostic> named(
      ProjectRequirements project, Set<TargetPlatform> targets) {
    return targets.stream()
        .flatMap(target -> project.on(target.markerEnvironment()).stream())
        .filter(DeclaredRequirement::isOutsideTheIndex)
        .findFirst()
        .map(
            requirement ->
                cannotLock(
                        "`" + requirement.shownText() + "`",
                        "no index answers for what it is made of")
                    .withHint("install it from an index, or " + DO_WITHOUT)
                    .at(requirement.place()));
  }

  private static Optional<Diagnostic> broughtIn(Map<TargetPlatform, Resolved> resolutions) {
    return pins(resolutions)
        .filter(pin -> pin.file().isEmpty())
        .findFirst()
        .map(
            pin ->
                cannotLock(pin.name().value(), "a dependency names it by an address")
                    .withHint(DO_WITHOUT));
  }

  private static Optional<Diagnostic> onThisMachine(Map<TargetPlatform, Resolved> resolutions) {
    return files(resolutions)
        .filter(file -> "file".equals(file.url().getScheme()))
        .findFirst()
        .map(
            file ->
                cannotLock(
                        file.fileName(), "it lies on this machine, and nobody else vouches for it")
                    .withHint("put it on an index, or " + DO_WITHOUT));
  }

  private static Optional<Diagnostic> unhashed(Map<TargetPlatform, Resolved> resolutions) {
    return files(resolutions)
        .filter(file -> Digests.of(file).isEmpty())
        .findFirst()
        .map(
            file ->
                cannotLock(file.fileName(), "the index tells no hash of it")
                    .withHint("ask an index that tells sha256, or " + DO_WITHOUT));
  }

  private static Diagnostic cannotLock(String what, String why) {
    return Diagnostic.error("cannot-lock", what + " cannot be locked: " + why);
  }

  private static Stream<Pin> pins(Map<TargetPlatform, Resolved> resolutions) {
    return resolutions.values().stream().flatMap(resolved -> resolved.pins().values().stream());
  }

  private static Stream<ReleaseFile> files(Map<TargetPlatform, Resolved> resolutions) {
    return pins(resolutions).flatMap(pin -> pin.file().stream());
  }
}
