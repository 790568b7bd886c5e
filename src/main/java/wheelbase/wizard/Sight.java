package wheelbase.wizard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.index.IndexQuestion;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.wheels.VerdictClass;

/**
 * What is to be seen of an analysis at one moment.
 *
 * @param stage what is being done; empty before the first
 * @param asked the questions to the index; no entry for a kind that nothing was asked of
 * @param waitingFor what was asked and is not answered, longest waiting first
 * @param pythons the series that were tried to choose one
 * @param targets the columns of the matrix; none before they are settled
 * @param packages the rows, in the order in which they came to be known
 * @param latest the row about which something was learnt last; -1 before there is one
 * @param cures how far the search for cures is; empty before it began
 * @param retry the last request that was made again; empty where none was
 */
public record Sight(
    String stage,
    Map<IndexQuestion, Asked> asked,
    List<String> waitingFor,
    List<String> pythons,
    List<Target> targets,
    List<Row> packages,
    int latest,
    Optional<Cures> cures,
    Optional<Retry> retry,
    Duration elapsed) {
  /** Questions of one kind: how many were asked and answered, how many of these by the cache. */
  public record Asked(int answered, int asked, int fromCache) {}

  /** How far it is with a target. */
  public enum State {
    WAITING,
    RESOLVING,
    /** It is known what pip does there, and not yet what installs from wheels alone. */
    PINNED,
    CONFLICT,
    DONE
  }

  /**
   * A target.
   *
   * @param pins how many packages pip installs there; 0 before it is known
   */
  public record Target(TargetPlatform platform, State state, int pins) {}

  /**
   * A package.
   *
   * @param version empty for one outside the index
   * @param verdicts one for each target, in their order; empty where there is none yet
   */
  public record Row(
      PackageName name, Optional<String> version, List<Optional<VerdictClass>> verdicts) {
    public Row {
      verdicts = List.copyOf(verdicts);
    }
  }

  /**
   * The search for cures.
   *
   * @param found how many were seen to work
   */
  public record Cures(int done, int all, int found) {}

  /**
   * Requests made again.
   *
   * @param count how many so far
   * @param last why the last one was
   */
  public record Retry(int count, String last) {}

  public Sight {
    asked = Map.copyOf(asked);
    waitingFor = List.copyOf(waitingFor);
    pythons = List.copyOf(pythons);
    targets = List.copyOf(targets);
    packages = List.copyOf(packages);
  }
}
