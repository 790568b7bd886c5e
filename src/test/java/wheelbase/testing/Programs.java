package wheelbase.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs of the distribution. A test that needs one which is not there is skipped, and says so;
 * with {@code CI=true} it fails instead.
 */
public final class Programs {
  private Programs() {}

  public static void need(String... names) {
    for (String name : names) {
      boolean present =
          Arrays.stream(System.getenv("PATH").split(":"))
              .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
      if (!present) {
        String message = "not run: there is no " + name + " on this machine";
        if ("true".equals(System.getenv("CI"))) {
          fail(message);
        }
        System.err.println(message);
        Assumptions.abort(message);
      }
    }
  }

  /**
   * Runs a program with a small environment of its own, in UTF-8.
   *
   * @param input what it reads on standard input
   * @return what it wrote on standard output and standard error
   */
  public static String run(
      Path directory, Map<String, String> environment, String input, List<String> command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("wheelbase", ".output");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().clear();
      builder.environment().put("PATH", System.getenv("PATH"));
      builder.environment().put("HOME", directory.toString());
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().put("TERM", "xterm");
      builder.environment().putAll(environment);
      Process process = builder.start();
      try (OutputStream stream = process.getOutputStream()) {
        stream.write(input.getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        fail(command + " does not end");
      }
      return Files.readString(output);
    } finally {
      Files.delete(output);
    }
  }
}
