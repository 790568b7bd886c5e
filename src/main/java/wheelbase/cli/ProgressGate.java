package wheelbase.cli;

import wheelbase.survey.ProgressEvent;
import wheelbase.survey.ProgressListener;

/**
 * Lets progress through until it is closed: threads that end a moment after a run was given up have
 * nothing more to say.
 */
final class ProgressGate implements ProgressListener, AutoCloseable {
  private final ProgressListener behind;
  private volatile boolean closed;

  ProgressGate(ProgressListener behind) {
    this.behind = behind;
  }

  @Override
  public void stage(String name) {
    if (!closed) {
      behind.stage(name);
    }
  }

  @Override
  public void happened(ProgressEvent event) {
    if (!closed) {
      behind.happened(event);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
