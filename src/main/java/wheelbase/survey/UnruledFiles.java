package wheelbase.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import wheelbase.baseimage.BaseImage;
import wheelbase.index.ReleaseFile;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.InstallCase;
import wheelbase.syslibs.RuleBook;

/**
 * The files that pip would take and that no rule speaks of.
 *
 * @param targets those that are looked at
 */
record UnruledFiles(
    RuleBook rules,
    List<BaseImage> images,
    List<Architecture> architectures,
    Map<TargetPlatform, TargetAnalysis> targets) {

  /** One of them, where it is taken. */
  record Taken(ReleaseFile file, TargetPlatform target) {}

  /**
   * In the order of the architectures and images.
   *
   * @param wanted of which kind; asked before the rules are
   */
  List<Taken> of(Artifact artifact, Predicate<ReleaseFile> wanted) {
    List<Taken> unruled = new ArrayList<>();
    for (Architecture architecture : architectures) {
      for (BaseImage image : images) {
        TargetPlatform target = image.target(architecture);
        Map<PackageName, Pin> pins =
            Optional.ofNullable(targets.get(target))
                .flatMap(analysis -> analysis.resolution().resolved())
                .map(Resolved::pins)
                .orElse(Collections.emptySortedMap());
        for (Pin pin : pins.values()) {
          pin.file()
              .filter(wanted)
              .filter(file -> !isRuled(file, artifact, target, image, pins.keySet()))
              .ifPresent(file -> unruled.add(new Taken(file, target)));
        }
      }
    }
    return unruled;
  }

  private boolean isRuled(
      ReleaseFile file,
      Artifact artifact,
      TargetPlatform target,
      BaseImage image,
      Set<PackageName> installed) {
    return rules.speaksOf(
        file.project(),
        new InstallCase(
            file.version(), artifact, target, image.distribution(), installed, Set.of()));
  }
}
