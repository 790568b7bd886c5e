package wheelbase.wizard;

import java.util.List;
import java.util.Optional;

/**
 * How the wizard ended; what is said about it once the terminal is the user's own again.
 *
 * @param written names of the files written, in order; empty where nothing had to be
 * @param kept names of the copies of what was there before
 * @param command the command line that would do the same; empty where the user left without writing
 * @param next the commands to go on with
 */
public record Ending(
    List<String> written, List<String> kept, Optional<String> command, List<String> next) {
  /** The user left without writing. */
  public static final Ending NOTHING_WRITTEN =
      new Ending(List.of(), List.of(), Optional.empty(), List.of());

  public Ending {
    written = List.copyOf(written);
    kept = List.copyOf(kept);
    next = List.copyOf(next);
  }

  /** Whether all is written that was to be. */
  public boolean isDone() {
    return command.isPresent();
  }
}
