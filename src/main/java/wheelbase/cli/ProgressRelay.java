package wheelbase.cli;

import wheelbase.survey.ProgressEvent;
import wheelbase.survey.ProgressListener;

/** Passes progress on to whoever listens now: an index is opened once for several projects. */
final class ProgressRelay implements ProgressListener {
  private volatile ProgressListener listener = ProgressListener.SILENT;

  void to(ProgressListener other) {
    listener = other;
  }

  @Override
  public void stage(String name) {
    listener.stage(name);
  }

  @Override
  public void happened(ProgressEvent event) {
    listener.happened(event);
  }
}
