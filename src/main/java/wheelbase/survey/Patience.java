package wheelbase.survey;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long cures may be sought. What is tried is counted, so that the same answers give the same
 * bytes; the clock is the last resort against an index that takes for ever.
 */
public final class Patience {
  private final LongSupplier nanoTime;
  private final long end;

  /**
   * Begins now.
   *
   * @param nanoTime a clock that only goes forward, as {@link System#nanoTime}
   */
  public Patience(LongSupplier nanoTime, Duration limit) {
    this.nanoTime = nanoTime;
    this.end = nanoTime.getAsLong() + limit.toNanos();
  }

  boolean isOver() {
    return nanoTime.getAsLong() - end > 0;
  }
}
