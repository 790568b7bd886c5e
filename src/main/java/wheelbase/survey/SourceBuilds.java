package wheelbase.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wheelbase.baseimage.BaseImage;
import wheelbase.buildsystem.BuildEnvironment;
import wheelbase.buildsystem.BuildEnvironments;
import wheelbase.index.Answers;
import wheelbase.index.PackageIndex;
import wheelbase.index.ReleaseFile;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Pin;
import wheelbase.resolver.ResolutionRequest.Formats;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.Resolver;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.InstallCase;
import wheelbase.syslibs.RuleBook;

/**
 * What every sdist that pip takes is built in, on every target. Where pip takes none, the index is
 * asked nothing.
 */
public final class SourceBuilds {
  private final Map<TargetPlatform, Map<Wanted, BuildEnvironment>> environments;
  private final Formats formats;

  private record Wanted(PackageName name, DistributionRelease distribution) {}

  private SourceBuilds(
      Map<TargetPlatform, Map<Wanted, BuildEnvironment>> environments, Formats formats) {
    this.environments = environments;
    this.formats = formats;
  }

  /**
   * Resolves the build requirements on all targets side by side.
   *
   * @throws wheelbase.index.IndexException where an sdist of the project's own cannot be read
   */
  public static SourceBuilds resolve(
      PackageIndex index,
      Resolver resolver,
      TargetResolver resolving,
      RuleBook rules,
      List<BaseImage> images,
      Map<TargetPlatform, TargetAnalysis> targets)
      throws InterruptedException {
    Map<TargetPlatform, Set<DistributionRelease>> building = new LinkedHashMap<>();
    for (TargetAnalysis analysis : targets.values()) {
      List<ReleaseFile> sdists = sdists(analysis);
      sdists.forEach(index::sdistContents);
      for (BaseImage image : sdists.isEmpty() ? List.<BaseImage>of() : images) {
        if (image.target(analysis.target().architecture()).equals(analysis.target())) {
          building
              .computeIfAbsent(analysis.target(), target -> new LinkedHashSet<>())
              .add(image.distribution());
        }
      }
    }
    return new SourceBuilds(
        building.isEmpty()
            ? Map.of()
            : TargetResolver.sideBySide(
                building.keySet(),
                target ->
                    on(
                        targets.get(target),
                        building.get(target),
                        new BuildEnvironments(
                            index, resolver, rules, resolving.buildRequest(target)),
                        index,
                        rules)),
        resolving.formats());
  }

  /** What a pin is built in; empty where pip takes no sdist of it. */
  Optional<BuildEnvironment> of(
      PackageName name, TargetPlatform target, DistributionRelease distribution) {
    return Optional.ofNullable(
        environments.getOrDefault(target, Map.of()).get(new Wanted(name, distribution)));
  }

  /** Whether the user lets pip take no wheel of it. */
  boolean rulesOutWheels(PackageName name) {
    return formats.noBinary().contains(name.value()) || formats.noBinary().contains(":all:");
  }

  private static Map<Wanted, BuildEnvironment> on(
      TargetAnalysis analysis,
      Set<DistributionRelease> distributions,
      BuildEnvironments environments,
      PackageIndex index,
      RuleBook rules)
      throws InterruptedException {
    Set<PackageName> installed =
        analysis.resolution().resolved().map(Resolved::pins).orElseThrow().keySet();
    Map<Wanted, BuildEnvironment> found = new HashMap<>();
    for (ReleaseFile sdist : sdists(analysis)) {
      boolean compiles = Answers.await(index.sdistContents(sdist)).compiles();
      for (DistributionRelease distribution : distributions) {
        Set<String> tools =
            rules
                .needs(
                    sdist.project(),
                    new InstallCase(
                        sdist.version(),
                        compiles ? Artifact.SDIST : Artifact.PURE_SDIST,
                        analysis.target(),
                        distribution,
                        installed,
                        Set.of()))
                .buildTools();
        found.put(
            new Wanted(sdist.project(), distribution), environments.of(sdist, tools, distribution));
      }
    }
    return found;
  }

  /** Those that pip takes there, sorted by name. */
  private static List<ReleaseFile> sdists(TargetAnalysis analysis) {
    List<ReleaseFile> sdists = new ArrayList<>();
    for (Pin pin :
        analysis.resolution().resolved().map(Resolved::pins).map(Map::values).orElse(List.of())) {
      pin.file().filter(file -> !file.isWheel()).ifPresent(sdists::add);
    }
    return sdists;
  }
}
