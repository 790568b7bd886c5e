package wheelbase.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An image to build.
 *
 * @param context the directory that {@code COPY} reads
 * @param dockerfile absolute, or relative to where the program runs
 * @param buildArguments {@code --build-arg}, by name
 * @param target the stage to stop at; empty for the last
 * @param platform {@code linux/arm64}; empty for the engine's own
 * @param secrets {@code id=NAME,src=FILE}, as every engine takes them
 * @param more options of the engine itself, put before the context
 */
public record BuildOrder(
    Path context,
    Path dockerfile,
    SortedMap<String, String> buildArguments,
    Optional<String> target,
    Optional<String> platform,
    List<String> secrets,
    List<String> more,
    Duration limit) {
  public BuildOrder {
    buildArguments = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(buildArguments));
    secrets = List.copyOf(secrets);
    more = List.copyOf(more);
  }

  /** Of a directory with a Dockerfile, and nothing else said. */
  public static BuildOrder of(Path context, Path dockerfile, Duration limit) {
    return new BuildOrder(
        context,
        dockerfile,
        new TreeMap<>(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        limit);
  }
}
