package wheelbase.wheels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import wheelbase.index.PackageIndex;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistContents;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TagMismatch;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Candidate;
import wheelbase.resolver.Candidates;
import wheelbase.resolver.Pin;
import wheelbase.resolver.ResolutionRequest.Formats;

/**
 * Judges what a package comes to on a target from the files alone, before anything is known of
 * system libraries. An sdist is looked into before it is called a compile.
 */
public final class VerdictJudge {
  /**
   * So many near misses explain an absent wheel; the rest repeat them for other Pythons and
   * systems.
   */
  private static final int NEAR_MISSES = 3;

  private final PackageIndex index;
  private final Map<Release, CompletableFuture<Candidates>> candidates = new ConcurrentHashMap<>();

  private record Release(PackageName name, TargetPlatform target) {}

  public VerdictJudge(PackageIndex index) {
    this.index = index;
  }

  /** What a pin comes to on the target that it was resolved for. */
  public CompletableFuture<Verdict> judge(Pin pin, TargetPlatform target) {
    if (pin.file().isEmpty()) {
      return CompletableFuture.completedFuture(
          new Verdict(
              VerdictClass.UNKNOWN,
              Optional.empty(),
              List.of(
                  new Reason(
                      "outside-the-index",
                      "",
                      "comes from outside the index: what it needs is not known"))));
    }
    ReleaseFile file = pin.file().get();
    if (file.isWheel()) {
      return CompletableFuture.completedFuture(ofWheel(file));
    }
    return index
        .page(pin.name())
        .thenCombine(
            index.sdistContents(file), (page, contents) -> ofSdist(file, page, target, contents));
  }

  /**
   * What a release would come to on a target that it was not resolved for: what keeps the
   * requirements from being met there.
   *
   * @param formats the kinds of file that may be taken
   */
  public CompletableFuture<Verdict> judge(
      PackageName name, Version version, TargetPlatform target, Formats formats) {
    return candidates
        .computeIfAbsent(
            new Release(name, target),
            release -> index.page(name).thenApply(page -> Candidates.of(page, target, formats)))
        .thenCombine(
            index.page(name),
            (fitting, page) ->
                judge(fitting.of(version).map(Candidate::file), page, name, version, target))
        .thenCompose(verdict -> verdict);
  }

  private CompletableFuture<Verdict> judge(
      Optional<ReleaseFile> file,
      ProjectPage page,
      PackageName name,
      Version version,
      TargetPlatform target) {
    if (file.isEmpty()) {
      return CompletableFuture.completedFuture(unusable(page, name, version, target));
    }
    if (file.get().isWheel()) {
      return CompletableFuture.completedFuture(ofWheel(file.get()));
    }
    return index
        .sdistContents(file.get())
        .thenApply(contents -> ofSdist(file.get(), page, target, contents));
  }

  private static Verdict ofWheel(ReleaseFile wheel) {
    return new Verdict(VerdictClass.WHEEL, Optional.of(wheel.fileName()), yanked(wheel));
  }

  private static Verdict ofSdist(
      ReleaseFile sdist, ProjectPage page, TargetPlatform target, SdistContents contents) {
    List<Reason> reasons = new ArrayList<>(nearMisses(page, sdist.version(), target));
    reasons.addAll(yanked(sdist));
    if (contents.compiles()) {
      reasons.add(
          new Reason(
              "compiles",
              sdist.fileName(),
              "compiles " + languages(contents) + evidence(contents)));
      return new Verdict(VerdictClass.SOURCE_BUILD, Optional.of(sdist.fileName()), reasons);
    }
    return new Verdict(VerdictClass.PURE_SDIST, Optional.of(sdist.fileName()), reasons);
  }

  private static Verdict unusable(
      ProjectPage page, PackageName name, Version version, TargetPlatform target) {
    List<Reason> reasons = new ArrayList<>(nearMisses(page, version, target));
    boolean hasSdist =
        page.files().stream().anyMatch(file -> file.version().equals(version) && !file.isWheel());
    reasons.add(
        new Reason(
            "no-file",
            "",
            "no file of "
                + name
                + " "
                + version
                + " fits "
                + target.id()
                + (hasSdist ? "" : ", and there is no sdist")));
    return new Verdict(VerdictClass.UNUSABLE, Optional.empty(), reasons);
  }

  private static List<Reason> yanked(ReleaseFile file) {
    return file.yanked()
        .map(
            why ->
                List.of(
                    new Reason(
                        "yanked", file.fileName(), why.isEmpty() ? "yanked" : "yanked: " + why)))
        .orElse(List.of());
  }

  private static String languages(SdistContents contents) {
    return contents.languages().stream()
        .sorted()
        .map(SdistContents.Language::title)
        .collect(Collectors.joining(", "));
  }

  private static String evidence(SdistContents contents) {
    return contents.evidence().isEmpty() ? "" : " (" + contents.evidence().get(0) + ")";
  }

  private record NearMiss(ReleaseFile file, TagMismatch mismatch) {}

  private static List<Reason> nearMisses(ProjectPage page, Version version, TargetPlatform target) {
    List<ReleaseFile> wheels =
        page.files().stream()
            .filter(file -> file.isWheel() && file.version().equals(version))
            .toList();
    if (wheels.isEmpty()) {
      return List.of(
          new Reason("no-wheel", "", "there is no wheel of this version for any platform"));
    }
    Version python = Version.parse(target.python().toString());
    List<Reason> shutOut =
        wheels.stream()
            .filter(file -> file.wheel().flatMap(wheel -> TagMismatch.of(wheel, target)).isEmpty())
            .filter(file -> file.requiresPython().map(range -> !range.admits(python)).orElse(false))
            .map(
                file ->
                    new Reason(
                        "requires-python",
                        file.fileName(),
                        "for Python " + file.requiresPython().get()))
            .toList();
    List<Reason> near =
        wheels.stream()
            .flatMap(
                file ->
                    file
                        .wheel()
                        .flatMap(wheel -> TagMismatch.of(wheel, target))
                        .map(mismatch -> new NearMiss(file, mismatch))
                        .stream())
            .sorted(
                Comparator.comparing(NearMiss::mismatch)
                    .thenComparing(miss -> miss.file().fileName()))
            .map(
                miss ->
                    new Reason(
                        miss.mismatch().fault().id(),
                        miss.file().fileName(),
                        miss.mismatch().message()))
            .toList();
    List<Reason> all = new ArrayList<>(shutOut);
    all.addAll(near);
    return all.subList(0, Math.min(NEAR_MISSES, all.size()));
  }
}
