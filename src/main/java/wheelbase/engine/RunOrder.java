package wheelbase.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A command to run in an image, in a container that is gone afterwards.
 *
 * @param command the program, in place of the image's entry point, and its arguments
 * @param user in place of the image's own
 * @param readOnly whether the root file system cannot be written to; {@code /tmp} always can
 * @param network whether there is any but the loopback
 * @param input what the command reads on standard input
 * @param platform of the image, where it is not the engine's own
 * @param more options of the engine itself
 */
public record RunOrder(
    List<String> command,
    Optional<String> user,
    boolean readOnly,
    boolean network,
    String input,
    Optional<String> platform,
    List<String> more,
    Duration limit) {
  public RunOrder {
    command = List.copyOf(command);
    more = List.copyOf(more);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("nothing to run");
    }
  }

  /** As the image's own user, on a read-only root and without a network. */
  public static RunOrder confined(List<String> command, String input, Duration limit) {
    return new RunOrder(
        command, Optional.empty(), true, false, input, Optional.empty(), List.of(), limit);
  }

  /** Whether the options of the engine say themselves which network there is. */
  boolean choosesNetwork() {
    return more.stream().anyMatch(word -> word.matches("--net(work)?(=.*)?"));
  }

  /** The same with other options of the engine, and for another platform. */
  public RunOrder with(List<String> options, Optional<String> otherPlatform) {
    return new RunOrder(command, user, readOnly, network, input, otherPlatform, options, limit);
  }
}
