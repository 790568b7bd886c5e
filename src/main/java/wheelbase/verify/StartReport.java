package wheelbase.verify;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the probe saw when it started the image's command.
 *
 * @param problem why it could not be started at all
 * @param ended what it ended with, where it did by itself; negative for a signal
 * @param healthy whether the health check said so
 * @param healthOutput the end of what the health check wrote
 * @param seconds until it was healthy, ended, or was given up
 * @param stopped whether it ended when it was asked to; empty where it had ended before
 * @param output the end of what the command wrote
 */
public record StartReport(
    Optional<String> problem,
    OptionalInt ended,
    boolean healthy,
    String healthOutput,
    double seconds,
    Optional<Boolean> stopped,
    String output) {}
