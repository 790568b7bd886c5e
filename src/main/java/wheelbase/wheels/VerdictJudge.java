package wheelbase.wheels;

import java.util.ArrayList;
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
  private final PackageIndex index;
  private final Formats formats;
  private final Map<Seen, CompletableFuture<Here>> seen = new ConcurrentHashMap<>();

  private record Seen(PackageName name, TargetPlatform target) {}

  /**
   * @param formats the kinds of file that may be taken
   */
  public VerdictJudge(PackageIndex index, Formats formats) {
    this.index = index;
    this.formats = formats;
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
    return file.isWheel()
        ? CompletableFuture.completedFuture(ofWheel(file))
        : here(pin.name(), target).thenCompose(here -> ofSdist(file, here));
  }

  /**
   * What a release would come to on a target that it was not resolved for: what keeps the
   * requirements from being met there.
   */
  public CompletableFuture<Verdict> judge(
      PackageName name, Version version, TargetPlatform target) {
    return here(name, target).thenCompose(here -> judge(version, here));
  }

  /** A project's page as a target sees it. */
  private record Here(ProjectPage page, TargetPlatform target, Candidates candidates) {
    List<Reason> nearMisses(Version version) {
      return new NearMisses(target, candidates).of(page, version);
    }
  }

  private CompletableFuture<Here> here(PackageName name, TargetPlatform target) {
    return seen.computeIfAbsent(
        new Seen(name, target),
        key ->
            index
                .page(name)
                .thenApply(page -> new Here(page, target, Candidates.of(page, target, formats))));
  }

  private CompletableFuture<Verdict> judge(Version version, Here here) {
    Optional<ReleaseFile> file = here.candidates().of(version).map(Candidate::file);
    if (file.isEmpty()) {
      return CompletableFuture.completedFuture(unusable(version, here));
    }
    return file.get().isWheel()
        ? CompletableFuture.completedFuture(ofWheel(file.get()))
        : ofSdist(file.get(), here);
  }

  private static Verdict ofWheel(ReleaseFile wheel) {
    return new Verdict(VerdictClass.WHEEL, Optional.of(wheel.fileName()), yanked(wheel));
  }

  private CompletableFuture<Verdict> ofSdist(ReleaseFile sdist, Here here) {
    return index.sdistContents(sdist).thenApply(contents -> ofSdist(sdist, here, contents));
  }

  private static Verdict ofSdist(ReleaseFile sdist, Here here, SdistContents contents) {
    List<Reason> reasons = new ArrayList<>(here.nearMisses(sdist.version()));
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

  private static Verdict unusable(Version version, Here here) {
    List<Reason> reasons = new ArrayList<>(here.nearMisses(version));
    boolean hasSdist =
        here.page().files().stream()
            .anyMatch(file -> file.version().equals(version) && !file.isWheel());
    reasons.add(
        new Reason(
            "no-file",
            "",
            "no file of "
                + here.page().name()
                + " "
                + version
                + " fits "
                + here.target().id()
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
}
