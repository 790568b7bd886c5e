package wheelbase.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * One run of the program in this process, with streams in memory.
 *
 * @param out what came on standard output
 * @param err what came on standard error
 */
record CommandLineRun(int exitCode, String out, String err) {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

  static CommandLineRun of(Path directory, Pipeline pipeline, String... args) {
    return of(directory, pipeline, Map.of("LANG", "C.UTF-8"), false, args);
  }

  static CommandLineRun of(
      Path directory,
      Pipeline pipeline,
      Map<String, String> environment,
      boolean terminal,
      String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams = new Streams(out, err, terminal, terminal);
    Main main = new Main(new Surroundings(streams, environment, directory, CLOCK), pipeline);
    int exitCode = main.run(args);
    return new CommandLineRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
