package wheelbase.wheels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.pep425.WheelFileName;
import wheelbase.pep440.Version;
import wheelbase.platform.TagMismatch;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Candidate;
import wheelbase.resolver.Candidates;
import wheelbase.resolver.SkippedFile;

/**
 * Why no wheel of a release is taken on a target: of each the one thing that does not fit, the
 * nearest wheel first. Of those with the same fault the nearest stands for all.
 */
final class NearMisses {
  /** A wheel that would need several things to be otherwise. */
  private static final String SEVERAL = "several";

  /** What fits by its tag is nearer than anything else. */
  private static final Comparator<Miss> NEAREST_FIRST =
      Comparator.comparing(
              (Miss miss) -> miss.mismatch().orElse(null),
              Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(miss -> miss.reason().file());

  private final TargetPlatform target;
  private final Candidates candidates;

  private record Miss(Optional<TagMismatch> mismatch, Reason reason) {}

  /**
   * @param candidates what may be taken on the target
   */
  NearMisses(TargetPlatform target, Candidates candidates) {
    this.target = target;
    this.candidates = candidates;
  }

  /** Never empty: where there is no wheel at all, that is the reason. */
  List<Reason> of(ProjectPage page, Version version) {
    Map<String, List<Reason>> byFault = new LinkedHashMap<>();
    page.files().stream()
        .filter(file -> file.isWheel() && file.version().equals(version))
        .map(this::miss)
        .sorted(NEAREST_FIRST)
        .map(Miss::reason)
        .forEach(
            reason -> byFault.computeIfAbsent(reason.id(), any -> new ArrayList<>()).add(reason));
    List<Reason> reasons = new ArrayList<>();
    byFault.values().forEach(alike -> reasons.add(alike.get(0).standingFor(alike.size())));
    if (reasons.isEmpty()) {
      reasons.add(new Reason("no-wheel", "", "there is no wheel of this version for any platform"));
    }
    otherVersion(version).ifPresent(reasons::add);
    return List.copyOf(reasons);
  }

  private Miss miss(ReleaseFile file) {
    Optional<TagMismatch> mismatch = target.mismatch(wheel(file));
    return new Miss(
        mismatch, mismatch.map(found -> doesNotFit(file, found)).orElseGet(() -> notTaken(file)));
  }

  private static WheelFileName wheel(ReleaseFile file) {
    return file.wheel().orElseThrow();
  }

  private static Reason doesNotFit(ReleaseFile file, TagMismatch mismatch) {
    String id = mismatch.faults().size() == 1 ? mismatch.fault().id() : SEVERAL;
    return new Reason(id, file.fileName(), mismatch.message());
  }

  /** Its tag fits. */
  private Reason notTaken(ReleaseFile file) {
    Optional<SkippedFile.Reason> skipped = candidates.whyNot(file);
    if (skipped.isEmpty()) {
      // It fits, and yet pip takes the sdist: what else could there be against it?
      return file.yanked().isPresent()
          ? new Reason("yanked", file.fileName(), "yanked")
          : new Reason("hash-not-allowed", file.fileName(), "its hash is not among those allowed");
    }
    if (skipped.get() == SkippedFile.Reason.REQUIRES_PYTHON) {
      return new Reason(
          "requires-python",
          file.fileName(),
          "Requires-Python " + file.requiresPython().map(Object::toString).orElse(""));
    }
    return new Reason("ruled-out", file.fileName(), "wheels of it are ruled out");
  }

  /** The nearest newer release with a wheel here, else the nearest older one. */
  private Optional<Reason> otherVersion(Version version) {
    Optional<Candidate> nearest = Optional.empty();
    for (Candidate candidate : candidates.all()) {
      boolean newer = candidate.version().compareTo(version) > 0;
      boolean offered =
          candidate.file().isWheel()
              && !candidate.isYanked()
              && (!candidate.version().isPrerelease() || version.isPrerelease())
              && !candidate.version().equals(version);
      if (offered && (newer || nearest.isEmpty())) {
        nearest = Optional.of(candidate);
      }
    }
    return nearest.map(
        candidate ->
            new Reason(
                "other-version",
                candidate.file().fileName(),
                "the "
                    + (candidate.version().compareTo(version) > 0 ? "newer" : "older")
                    + " version "
                    + candidate.version()
                    + " has one"));
  }
}
