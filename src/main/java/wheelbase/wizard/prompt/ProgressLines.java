package wheelbase.wizard.prompt;

import java.util.concurrent.atomic.AtomicInteger;
import wheelbase.platform.TargetPlatform;
import wheelbase.survey.ProgressEvent;
import wheelbase.survey.ProgressListener;

/** Few lines while the project is looked at: where it is, each target, trouble with the index. */
final class ProgressLines implements ProgressListener {
  private static final int TROUBLES = 3;

  private final Speech speech;
  private final AtomicInteger troubles = new AtomicInteger();

  ProgressLines(Speech speech) {
    this.speech = speech;
  }

  @Override
  public void stage(String name) {
    speech.sentence(Character.toUpperCase(name.charAt(0)) + name.substring(1));
  }

  @Override
  public void happened(ProgressEvent event) {
    if (event instanceof ProgressEvent.TargetDone done) {
      speech.sentence(
          "Target " + done.done() + " of " + done.all() + " is done: " + name(done.target()));
    } else if (event instanceof ProgressEvent.IndexAskedAgain again
        && troubles.incrementAndGet() <= TROUBLES) {
      speech.sentence("Asking again: " + again.address() + ", " + again.reason());
    }
  }

  /** {@code Python 3.13, glibc 2.41, arm64}. */
  private static String name(TargetPlatform target) {
    return "Python "
        + target.python()
        + ", "
        + target.libc()
        + ", "
        + target.architecture().engineName();
  }
}
