package wheelbase.cli;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wheelbase.index.pypi.Age;
import wheelbase.survey.ProgressEvent;
import wheelbase.survey.ProgressListener;

/**
 * Gathers how old the pages are that an offline run takes from the cache. It is said beside the
 * answer and not in it: the same pages give the same answer, however old they are.
 */
final class OldCopies implements ProgressListener {
  private final ProgressListener other;
  private final Set<String> projects = ConcurrentHashMap.newKeySet();
  private Duration oldest = Duration.ZERO;

  /**
   * @param other who is told, too
   */
  OldCopies(ProgressListener other) {
    this.other = other;
  }

  @Override
  public void stage(String name) {
    other.stage(name);
  }

  @Override
  public void happened(ProgressEvent event) {
    if (event instanceof ProgressEvent.OldCopyTaken copy) {
      take(copy);
    }
    other.happened(event);
  }

  private synchronized void take(ProgressEvent.OldCopyTaken copy) {
    projects.add(copy.project());
    oldest = oldest.compareTo(copy.age()) < 0 ? copy.age() : oldest;
  }

  /** A line for the user; empty where no old page was taken. */
  synchronized String note() {
    if (projects.isEmpty()) {
      return "";
    }
    String pages =
        projects.size() == 1
            ? "1 page of the index is"
            : projects.size() + " pages of the index are";
    return "note: " + pages + " as in the cache, up to " + Age.inWords(oldest) + " old\n";
  }
}
