package wheelbase.engine;

import java.io.IOException;

/** The seam to the operating system's processes. */
public interface Processes {
  /**
   * Runs a program to its end, or kills it and all that it started when its time is over or the
   * thread is interrupted.
   *
   * @throws IOException where it cannot be started at all
   */
  ProcessOutcome run(ProcessOrder order) throws IOException, InterruptedException;
}
