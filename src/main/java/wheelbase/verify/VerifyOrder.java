package wheelbase.verify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import wheelbase.engine.BuildOrder;

/**
 * What is to be proven, and how.
 *
 * @param dockerfile its text
 * @param runOptions options of the engine for running
 * @param start whether the image's command is started
 * @param patience how long a start may take until it is healthy
 * @param prediction of the size
 */
public record VerifyOrder(
    BuildOrder build,
    String dockerfile,
    List<String> runOptions,
    boolean start,
    Duration patience,
    Optional<Verification.Prediction> prediction) {
  public VerifyOrder {
    runOptions = List.copyOf(runOptions);
  }
}
