package wheelbase.survey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Catalogue;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.wheels.Ailment;
import wheelbase.wheels.Cure;
import wheelbase.wheels.Cure.Extent;
import wheelbase.wheels.SideEffects;
import wheelbase.wheels.Treatment;
import wheelbase.wheels.Trials;

/** Seeks cures that leave the requirements as they are and ask for other targets. */
final class OtherTargets {
  private final TargetResolver resolving;
  private final Catalogue catalogue;
  private final Set<TargetPlatform> asked;

  /**
   * @param asked those that are looked at
   */
  OtherTargets(TargetResolver resolving, Catalogue catalogue, Set<TargetPlatform> asked) {
    this.resolving = resolving;
    this.catalogue = catalogue;
    this.asked = Set.copyOf(asked);
  }

  /** One of each kind at most. */
  List<Cure> cures(Ailment ailment) throws InterruptedException {
    List<Cure> cures = new ArrayList<>();
    otherPython(ailment).ifPresent(cures::add);
    otherRelease(ailment).ifPresent(cures::add);
    fewerArchitectures(ailment).ifPresent(cures::add);
    return cures;
  }

  /** The Python before those on which the package ails, else the one after them. */
  private Optional<Cure> otherPython(Ailment ailment) throws InterruptedException {
    IntStream minors =
        ailment.targets().stream().mapToInt(target -> target.python().minor()).sorted();
    int[] ailing = minors.toArray();
    for (int minor : new int[] {ailing[0] - 1, ailing[ailing.length - 1] + 1}) {
      if (helps(ailment, target -> withPython(target, minor))) {
        String series = "3." + minor;
        return Optional.of(
            cure(
                "other-python",
                Extent.OTHER_PYTHON,
                ailment,
                "Python " + series,
                new Treatment.OtherPython(series)));
      }
    }
    return Optional.empty();
  }

  private Optional<TargetPlatform> withPython(TargetPlatform target, int minor) {
    return catalogue.images().stream()
        .filter(image -> image.distribution().libc().equals(target.libc()))
        .map(image -> image.target(target.architecture()))
        .filter(other -> other.python().minor() == minor)
        .findFirst();
  }

  /** Another release of the same family that is looked at anyhow. */
  private Optional<Cure> otherRelease(Ailment ailment) throws InterruptedException {
    for (DistributionRelease release : releases()) {
      boolean family =
          ailment.targets().stream()
              .allMatch(target -> target.libc().kind() == release.libc().kind());
      if (family && helps(ailment, target -> onRelease(target, release, ailment))) {
        return Optional.of(
            cure(
                "other-release",
                Extent.OTHER_RELEASE,
                ailment,
                "a base with " + release.libc(),
                new Treatment.OtherRelease(release)));
      }
    }
    return Optional.empty();
  }

  /** The catalogue's order decides where two releases share a libc. */
  private Set<DistributionRelease> releases() {
    return catalogue.images().stream()
        .map(BaseImage::distribution)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Optional<TargetPlatform> onRelease(
      TargetPlatform target, DistributionRelease release, Ailment ailment) {
    TargetPlatform other =
        new TargetPlatform(target.python(), release.libc(), target.architecture());
    return asked.contains(other) && !ailment.targets().contains(other)
        ? Optional.of(other)
        : Optional.empty();
  }

  /** Whether the package is cured on the counterpart of every target, and nothing gets worse. */
  private boolean helps(
      Ailment ailment, Function<TargetPlatform, Optional<TargetPlatform>> counterpart)
      throws InterruptedException {
    for (TargetPlatform target : ailment.targets()) {
      Optional<TargetPlatform> other = counterpart.apply(target);
      if (other.isEmpty()
          || !Trials.helps(
              ailment.name(), resolving.resolve(target), resolving.resolve(other.get()))) {
        return false;
      }
    }
    return true;
  }

  /** Where a package ails on some architectures alone, the image may do without them. */
  private Optional<Cure> fewerArchitectures(Ailment ailment) {
    Set<Architecture> ailing = architectures(ailment.targets());
    List<Architecture> kept =
        architectures(asked).stream().filter(each -> !ailing.contains(each)).sorted().toList();
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        cure(
            "other-architecture",
            Extent.FEWER_ARCHITECTURES,
            ailment,
            "without "
                + ailing.stream()
                    .sorted()
                    .map(Architecture::engineName)
                    .collect(Collectors.joining(", ")),
            new Treatment.FewerArchitectures(kept)));
  }

  private static Set<Architecture> architectures(Iterable<TargetPlatform> targets) {
    Set<Architecture> all = new LinkedHashSet<>();
    targets.forEach(target -> all.add(target.architecture()));
    return all;
  }

  private static Cure cure(
      String id, Extent extent, Ailment ailment, String edit, Treatment treatment) {
    List<PackageName> names = List.of(ailment.name());
    return new Cure(
        id,
        extent,
        names,
        Optional.empty(),
        edit,
        "",
        SideEffects.NONE,
        ailment.targets(),
        treatment);
  }
}
