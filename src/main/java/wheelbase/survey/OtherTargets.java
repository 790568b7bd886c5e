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
import wheelbase.resolver.Resolution;
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
      List<TargetPlatform> helped = helped(ailment, target -> withPython(target, minor));
      if (!helped.isEmpty()) {
        String series = "3." + minor;
        return Optional.of(
            cure(
                "other-python",
                Extent.OTHER_PYTHON,
                ailment.name(),
                helped,
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
      List<TargetPlatform> helped =
          family ? helped(ailment, target -> onRelease(target, release, ailment)) : List.of();
      if (!helped.isEmpty()) {
        return Optional.of(
            cure(
                "other-release",
                Extent.OTHER_RELEASE,
                ailment.name(),
                helped,
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

  /**
   * The targets on whose counterpart the package is cured; none where any of them loses what it
   * has.
   */
  private List<TargetPlatform> helped(
      Ailment ailment, Function<TargetPlatform, Optional<TargetPlatform>> counterpart)
      throws InterruptedException {
    List<TargetPlatform> helped = new ArrayList<>();
    for (TargetPlatform target : ailment.targets()) {
      Optional<TargetPlatform> other = counterpart.apply(target);
      if (other.isEmpty()) {
        return List.of();
      }
      Resolution before = resolving.resolve(target);
      if (Trials.helps(ailment.name(), before, resolving.resolve(other.get()))) {
        helped.add(target);
      } else if (before.resolved().isPresent()) {
        return List.of();
      }
    }
    return helped;
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
            ailment.name(),
            ailment.targets(),
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
      String id,
      Extent extent,
      PackageName name,
      List<TargetPlatform> helped,
      String edit,
      Treatment treatment) {
    return new Cure(
        id, extent, List.of(name), Optional.empty(), edit, "", SideEffects.NONE, helped, treatment);
  }
}
