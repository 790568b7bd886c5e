package wheelbase.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wheelbase.Analysis;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.BuildTime;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.PackageWeight;
import wheelbase.baseimage.Recommendation;
import wheelbase.baseimage.SizePart;
import wheelbase.dockerfile.syntax.Word;
import wheelbase.platform.Architecture;

/**
 * What the file that {@code generate} writes would save, by the same model for both.
 *
 * @param base the base image of that file
 * @param now what the Dockerfile comes to
 * @param then what the other would come to
 */
public record Savings(BaseImage base, Image now, Image then) {
  /**
   * An image and its making.
   *
   * @param onDisk bytes, unpacked
   * @param buildSeconds of a build without any cache, downloads left aside
   * @param rebuildSeconds of a build after a change of the application alone
   */
  public record Image(long onDisk, int buildSeconds, int rebuildSeconds) {}

  private static final long APT_LISTS = 20_000_000;

  public Savings {
    Objects.requireNonNull(base);
    Objects.requireNonNull(now);
    Objects.requireNonNull(then);
  }

  /** Bytes less on disk; below zero where the Dockerfile makes the smaller image. */
  public long bytes() {
    return now.onDisk - then.onDisk;
  }

  static Optional<Savings> of(Audited audited) {
    Optional<Recommendation> recommendation = audited.analysis().flatMap(Analysis::recommendation);
    Optional<Candidate> proposed = recommendation.flatMap(Recommendation::chosen);
    Optional<StageFacts> image = audited.image();
    Optional<BaseImage> base = image.flatMap(StageFacts::base).flatMap(BaseName::image);
    Optional<Candidate> present =
        recommendation.stream()
            .flatMap(found -> found.candidates().stream())
            .filter(each -> base.filter(each.image()::equals).isPresent() && each.isPossible())
            .findFirst();
    return proposed.isPresent()
            && present.isPresent()
            && audited.pipInstalls().findAny().isPresent()
        ? Optional.of(of(audited, image.get(), present.get(), proposed.get()))
        : Optional.empty();
  }

  private static Savings of(
      Audited audited, StageFacts image, Candidate present, Candidate proposed) {
    BaseImage base = present.image();
    List<String> inImage = SystemPackages.kept(image.allSystemInstalls());
    PackageWeight weight = PackageWeight.of(base, inImage);
    List<Finding> caches = new CachesInLayers().find(audited);
    long onDisk =
        present.size().onDisk()
            - present.size().parts().getOrDefault(SizePart.SYSTEM_LIBRARIES, 0L)
            + weight.onDisk()
            + (has(caches, "apt-lists-in-layer") ? APT_LISTS : 0)
            + (has(caches, "pip-cache-in-layer") ? downloads(present) : 0);
    PackageWeight everywhere =
        PackageWeight.of(
            base,
            SystemPackages.installed(
                audited.stages().stream()
                    .flatMap(stage -> stage.systemInstalls().stream())
                    .toList()));
    int packages =
        installing(PackageWeight.of(base, present.buildPackages()))
            + installing(PackageWeight.of(base, present.runtimePackages()));
    int python = Math.max(0, present.buildSeconds() - packages);
    boolean again = !new CopiedBeforeInstall().find(audited).isEmpty();
    List<String> needed = present.runtimePackages();
    PackageWeight withOwn = PackageWeight.of(base, both(own(audited, image), needed));
    PackageWeight without = PackageWeight.of(base, needed);
    return new Savings(
        proposed.image(),
        new Image(onDisk, python + installing(everywhere), again ? python : 0),
        new Image(
            proposed.size().onDisk() + withOwn.onDisk() - without.onDisk(),
            proposed.buildSeconds() + installing(withOwn) - installing(without),
            0));
  }

  /** What the application itself wants of the distribution: any image of it must have that. */
  private static List<String> own(Audited audited, StageFacts image) {
    List<String> own = new ArrayList<>();
    for (StageFacts stage : image.chain()) {
      for (SystemInstall install : stage.systemInstalls()) {
        Set<Word> needless = NeedlessPackages.needless(audited, stage, install).keySet();
        install.kept().stream()
            .filter(word -> !needless.contains(word))
            .map(Word::value)
            .filter(name -> !SystemPackages.isForBuilding(name))
            .forEach(own::add);
      }
    }
    return own;
  }

  private static List<String> both(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).distinct().toList();
  }

  private static int installing(PackageWeight packages) {
    return BuildTime.seconds(packages, PackageWeight.NONE, List.of(), List.of());
  }

  private static boolean has(List<Finding> findings, String id) {
    return findings.stream().anyMatch(each -> each.id().equals(id));
  }

  /** What pip keeps: about what a registry keeps of the same packages. */
  private static long downloads(Candidate candidate) {
    long base = candidate.image().toPull().getOrDefault(Architecture.AMD64, 0L);
    return Math.max(0, candidate.size().toPull() - base);
  }
}
