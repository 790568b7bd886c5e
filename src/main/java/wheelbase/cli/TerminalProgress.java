package wheelbase.cli;

import java.util.function.LongSupplier;
import wheelbase.ProgressListener;
import wheelbase.platform.TargetPlatform;

/** One line on standard error, rewritten in place while the pipeline runs and gone at its end. */
final class TerminalProgress implements ProgressListener, AutoCloseable {
  private static final long BETWEEN_DRAWINGS = 80_000_000L;
  private static final int WIDTH = 79;

  private final Streams streams;
  private final LongSupplier nanoseconds;
  private String stage = "";
  private int asked;
  private int fromCache;
  private int resolved;
  private long drawnAt;
  private boolean drawn;

  /**
   * @param nanoseconds a clock, so that fast answers do not become a flicker
   */
  TerminalProgress(Streams streams, LongSupplier nanoseconds) {
    this.streams = streams;
    this.nanoseconds = nanoseconds;
    this.drawnAt = nanoseconds.getAsLong();
  }

  @Override
  public synchronized void stage(String name) {
    stage = name;
    draw();
  }

  @Override
  public synchronized void indexAnswered(boolean answeredFromCache) {
    if (answeredFromCache) {
      fromCache++;
    } else {
      asked++;
    }
    draw();
  }

  @Override
  public synchronized void resolved(TargetPlatform target) {
    resolved++;
    draw();
  }

  /** Wipes the line. */
  @Override
  public synchronized void close() {
    if (drawn) {
      streams.tell("\r\u001b[K");
      drawn = false;
    }
  }

  private void draw() {
    long now = nanoseconds.getAsLong();
    if (now - drawnAt < BETWEEN_DRAWINGS) {
      return;
    }
    drawnAt = now;
    drawn = true;
    String line = stage;
    if (asked + fromCache > 0) {
      line += "   " + asked + " answers of the index, " + fromCache + " cached";
    }
    if (resolved > 0) {
      line += "   " + resolved + " targets resolved";
    }
    streams.tell("\r" + line.substring(0, Math.min(line.length(), WIDTH)) + "\u001b[K");
  }
}
