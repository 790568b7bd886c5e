package wheelbase.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Everything of the machine that a command may look at.
 *
 * @param directory what relative paths are relative to
 * @param clock for end-of-life dates and for the pace of the progress line
 */
record Surroundings(Streams streams, Map<String, String> environment, Path directory, Clock clock) {
  Surroundings {
    environment = Map.copyOf(environment);
  }
}
