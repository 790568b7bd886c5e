package wheelbase.resolver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntPredicate;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.pep425.FileRank;
import wheelbase.pep425.SupportedTags;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.ResolutionRequest.Formats;

/**
 * The releases of one project as one target sees them: of each the file that pip would take there,
 * and why it would not take the others. A release is judged when it is first asked about, for a
 * page of thousands of files is seldom read beyond its first releases.
 *
 * <p>The rules are those of pip's LinkEvaluator and CandidateEvaluator. All resolutions for a
 * target share it, at the same time if need be: a release that two judge at once is judged twice.
 */
public final class Candidates {
  private final Releases releases;
  private final TargetPlatform target;
  private final SupportedTags tags;
  private final Version python;
  private final FileKinds kinds;
  private final Hashes hashes;
  private final AtomicReferenceArray<Optional<Candidate>> judged;

  Candidates(Releases releases, TargetPlatform target, FileKinds kinds, Hashes hashes) {
    this.releases = releases;
    this.target = target;
    this.tags = target.supportedTags();
    this.python = Version.parse(target.python().toString());
    this.kinds = kinds;
    this.hashes = hashes;
    this.judged = new AtomicReferenceArray<>(releases.list().size());
  }

  public static Candidates of(ProjectPage page, TargetPlatform target, Formats formats) {
    return new Releases(page).candidates(target, formats, Hashes.NONE);
  }

  public PackageName name() {
    return releases.page().name();
  }

  /** Whether any index knows the project. */
  public boolean isKnown() {
    return releases.page().found();
  }

  /** Every release that has a file for this target, newest first, yanked ones too. */
  public List<Candidate> all() {
    List<Candidate> all = new ArrayList<>();
    for (int place = 0; place < releases.list().size(); place++) {
      at(place).ifPresent(all::add);
    }
    return all;
  }

  /** What pip would take of this version. */
  public Optional<Candidate> of(Version version) {
    for (int place = 0; place < releases.list().size(); place++) {
      if (releases.list().get(place).version().equals(version)) {
        return at(place);
      }
    }
    return Optional.empty();
  }

  /** The files that cannot be taken here, in page order. */
  public List<SkippedFile> skipped() {
    List<SkippedFile> skipped = new ArrayList<>();
    for (ReleaseFile file : releases.page().files()) {
      whyNot(file).ifPresent(reason -> skipped.add(new SkippedFile(file, reason)));
    }
    return skipped;
  }

  /** Why the file cannot be taken here; empty where it can. */
  public Optional<SkippedFile.Reason> whyNot(ReleaseFile file) {
    Optional<SkippedFile.Reason> unfit = unfit(file);
    if (unfit.isPresent() || !hashes.areGiven() || hashes.allow(file)) {
      return unfit;
    }
    boolean otherIsAllowed =
        releases.page().files().stream()
            .anyMatch(other -> other.version().equals(file.version()) && isAllowedByItsHash(other));
    return otherIsAllowed ? Optional.of(SkippedFile.Reason.HASH_NOT_ALLOWED) : Optional.empty();
  }

  private boolean isAllowedByItsHash(ReleaseFile file) {
    return hashes.allow(file) && unfit(file).isEmpty();
  }

  private Optional<SkippedFile.Reason> unfit(ReleaseFile file) {
    if (file.isWheel() && !kinds.wheels()) {
      return Optional.of(SkippedFile.Reason.WHEEL_RULED_OUT);
    }
    if (file.isWheel() && tags.rank(file.wheel().get()).isEmpty()) {
      return Optional.of(SkippedFile.Reason.NO_TAG_FITS);
    }
    if (!file.isWheel() && !kinds.sdists()) {
      return Optional.of(SkippedFile.Reason.SDIST_RULED_OUT);
    }
    return suitsPython(file) ? Optional.empty() : Optional.of(SkippedFile.Reason.REQUIRES_PYTHON);
  }

  /** What the page says of Requires-Python: lower bounds and, unlike uv, upper bounds too. */
  boolean suitsPython(ReleaseFile file) {
    return file.requiresPython().map(specifiers -> specifiers.admits(python)).orElse(true);
  }

  Releases releases() {
    return releases;
  }

  TargetPlatform target() {
    return target;
  }

  /** The candidate of the release at this place of {@link Releases#list()}. */
  Optional<Candidate> at(int place) {
    Optional<Candidate> known = judged.get(place);
    if (known == null) {
      known = judge(releases.list().get(place));
      judged.set(place, known);
    }
    return known;
  }

  boolean fits(int place) {
    return at(place).isPresent();
  }

  boolean isYanked(int place) {
    return releases.withYankedFiles().contains(place)
        && at(place).map(Candidate::isYanked).orElse(false);
  }

  /**
   * Where hashes are given, those releases of the set that have an allowed file; all of them where
   * none has one, so that it can be said what was found instead (pip's filter_unallowed_hashes).
   */
  CandidateSet withAllowedFiles(CandidateSet set) {
    if (!hashes.areGiven()) {
      return set;
    }
    CandidateSet allowed =
        CandidateSet.where(
            set.size(),
            place ->
                set.contains(place)
                    && at(place).map(candidate -> hashes.allow(candidate.file())).orElse(false));
    return allowed.isEmpty() ? set : allowed;
  }

  /**
   * The first place of the set, in pip's preference, whose release has a file for this target; the
   * set's size where there is none.
   */
  int first(CandidateSet set) {
    return next(set, -1);
  }

  /** The place that follows this one in pip's preference. */
  int next(CandidateSet set, int after) {
    if (!kinds.preferBinary()) {
      return nextThat(set, after + 1, place -> true);
    }
    int last = releases.list().size();
    boolean amongSdists = after >= 0 && !isWheel(after);
    int wheel = amongSdists ? last : nextThat(set, after + 1, this::isWheel);
    if (wheel < last) {
      return wheel;
    }
    int place = nextThat(set, amongSdists ? after + 1 : 0, candidate -> !isWheel(candidate));
    return place < last ? place : set.size();
  }

  private int nextThat(CandidateSet set, int from, IntPredicate wanted) {
    int last = releases.list().size();
    for (int place = set.next(from); place < last; place = set.next(place + 1)) {
      if (fits(place) && wanted.test(place)) {
        return place;
      }
    }
    return set.size();
  }

  private boolean isWheel(int place) {
    return at(place).map(candidate -> candidate.file().isWheel()).orElse(false);
  }

  private Optional<Candidate> judge(Release release) {
    ReleaseFile best = null;
    FileRank bestRank = null;
    boolean checked =
        hashes.areGiven() && release.files().stream().anyMatch(this::isAllowedByItsHash);
    for (ReleaseFile file : release.files()) {
      if (checked ? isAllowedByItsHash(file) : unfit(file).isEmpty()) {
        FileRank rank = rank(file);
        // The last of equals is taken: pip sorts upwards, keeping page order, and walks downwards.
        if (best == null || rank.compareTo(bestRank) >= 0) {
          best = file;
          bestRank = rank;
        }
      }
    }
    return Optional.ofNullable(best).map(file -> new Candidate(release.version(), file));
  }

  private FileRank rank(ReleaseFile file) {
    boolean yanked = file.yanked().isPresent();
    return file.wheel()
        .map(
            wheel ->
                FileRank.ofWheel(wheel, tags.rank(wheel).getAsInt(), yanked, kinds.preferBinary()))
        .orElseGet(() -> FileRank.ofSdist(file.version(), yanked));
  }
}
