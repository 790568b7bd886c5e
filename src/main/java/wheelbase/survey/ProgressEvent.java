package wheelbase.survey;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import wheelbase.index.IndexQuestion;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Resolution;
import wheelbase.wheels.Cure;
import wheelbase.wheels.VerdictClass;

/**
 * Something that happened while a project is looked at. Of each kind of question to the index the
 * counts only grow, and the events that carry them come one after the other.
 */
public sealed interface ProgressEvent {

  /**
   * The index is asked.
   *
   * @param about a project's name, or a file's
   * @param answered,asked how many of this kind so far
   */
  record IndexAsked(IndexQuestion question, String about, int answered, int asked)
      implements ProgressEvent {}

  /**
   * The index has answered, or cannot.
   *
   * @param fromCache without asking anybody
   * @param answered,asked how many of this kind so far
   * @param fromCacheSoFar how many of the answered ones came from the cache
   */
  record IndexAnswered(
      IndexQuestion question,
      String about,
      boolean fromCache,
      int answered,
      int asked,
      int fromCacheSoFar)
      implements ProgressEvent {}

  /**
   * A request failed in a way that may pass, and is made again.
   *
   * @param address without credentials
   */
  record IndexAskedAgain(String address, String reason) implements ProgressEvent {}

  /**
   * Offline, a page was taken from the cache although it is old.
   *
   * @param age since the index last vouched for it
   */
  record OldCopyTaken(String project, Duration age) implements ProgressEvent {}

  /** A Python is tried, to choose one. */
  record PythonTried(String series) implements ProgressEvent {}

  /** It is settled which targets are looked at: the columns of the matrix, in their order. */
  record TargetsChosen(List<TargetPlatform> targets) implements ProgressEvent {
    public TargetsChosen {
      targets = List.copyOf(targets);
    }
  }

  /** Resolving for a target begins. */
  record TargetBegun(TargetPlatform target) implements ProgressEvent {}

  /** It is known what pip does on a target: its pins, or why there are none. */
  record TargetPinned(TargetPlatform target, Resolution resolution) implements ProgressEvent {}

  /** All is known of a target, what installs from wheels alone too. */
  record TargetDone(TargetPlatform target, int done, int all) implements ProgressEvent {}

  /**
   * What a package comes to on a target. Where the requirements cannot be met there, the package is
   * that of a neighbouring target.
   *
   * @param version empty for a package outside the index
   */
  record Judged(
      TargetPlatform target, PackageName name, Optional<Version> version, VerdictClass verdict)
      implements ProgressEvent {}

  /**
   * Cures of a package were sought.
   *
   * @param found those that were seen to work; maybe none
   * @param done,all how many packages were treated, of how many
   */
  record CuresSought(PackageName name, List<Cure> found, int done, int all)
      implements ProgressEvent {
    public CuresSought {
      found = List.copyOf(found);
    }
  }
}
