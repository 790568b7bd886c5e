package wheelbase.wizard;

import java.util.function.Consumer;
import wheelbase.Analysis;
import wheelbase.AnalysisRequest;

/** One analysis on a thread of its own, so that keys are answered while it runs. */
final class LookingRun {
  private final int number;
  private final AnalysisRequest request;
  private final boolean offline;
  private final Looking progress;
  private final Thread thread;

  private LookingRun(
      int number, AnalysisRequest request, boolean offline, Looking progress, Thread thread) {
    this.number = number;
    this.request = request;
    this.offline = offline;
    this.progress = progress;
    this.thread = thread;
  }

  static LookingRun start(
      int number,
      AnalysisRequest request,
      boolean offline,
      Outside outside,
      Consumer<Message> mailbox) {
    Looking progress =
        new Looking(() -> mailbox.accept(new Message.Progressed(number)), outside.clock());
    Thread thread =
        new Thread(
            () -> {
              try {
                Analysis analysis = outside.analyse(request, offline, progress);
                mailbox.accept(new Message.Analysed(number, analysis));
              } catch (Throwable why) {
                // Of a run that was stopped nobody takes the news.
                mailbox.accept(new Message.Failed(number, why));
              }
            },
            "looking-" + number);
    thread.setDaemon(true);
    thread.start();
    return new LookingRun(number, request, offline, progress, thread);
  }

  int number() {
    return number;
  }

  AnalysisRequest request() {
    return request;
  }

  boolean offline() {
    return offline;
  }

  /** How far it is now. */
  Sight progress() {
    return progress.sight();
  }

  void stop() {
    thread.interrupt();
  }
}
