package wheelbase.survey;

import java.util.function.IntFunction;

/** Counts what is done by several threads, and tells each count in turn. */
final class Tally {
  private final ProgressListener progress;
  private int done;

  Tally(ProgressListener progress) {
    this.progress = progress;
  }

  /**
   * @param event for a count, from 1
   */
  synchronized void tell(IntFunction<ProgressEvent> event) {
    done++;
    progress.happened(event.apply(done));
  }
}
