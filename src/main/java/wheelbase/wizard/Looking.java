package wheelbase.wizard;

import java.util.concurrent.atomic.AtomicBoolean;
import wheelbase.ProgressListener;

/** Gathers what the pipeline tells, from its many threads, into what can be seen of it. */
final class Looking implements ProgressListener {
  private final Runnable news;
  private final AtomicBoolean told = new AtomicBoolean();
  private String stage = "";

  /**
   * @param news told that there is something new to be seen, and not again before it was looked at
   */
  Looking(Runnable news) {
    this.news = news;
  }

  /** What is to be seen at one moment. */
  public record Sight(String stage) {}

  @Override
  public synchronized void stage(String name) {
    stage = name;
    tell();
  }

  private void tell() {
    if (told.compareAndSet(false, true)) {
      news.run();
    }
  }

  synchronized Sight sight() {
    told.set(false);
    return new Sight(stage);
  }
}
