package wheelbase.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Docker's buildx, as a program of its own: {@code buildx} or {@code docker-buildx} on the PATH or
 * where Go puts programs. It can be made from the Go module {@code github.com/docker/buildx}:
 *
 * <pre>CGO_ENABLED=0 go build -mod=mod -o ~/go/bin/ ./cmd/buildx</pre>
 *
 * A test that needs it where it is not is skipped, and says so; with {@code CI=true} it fails.
 */
public final class Buildx {
  private Buildx() {}

  public static void need() {
    if (program().isEmpty()) {
      String message = "not run: there is no buildx on this machine";
      if ("true".equals(System.getenv("CI"))) {
        fail(message);
      }
      System.err.println(message);
      Assumptions.abort(message);
    }
  }

  /** What it wrote on standard output; fails where it fails. */
  public static String run(Path directory, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program().orElseThrow().toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("buildx", ".output");
    Path errors = Files.createTempFile("buildx", ".errors");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile());
      builder.environment().clear();
      builder.environment().put("HOME", directory.toString());
      builder.environment().putAll(environment);
      int status = builder.start().waitFor();
      assertThat(status).as(Files.readString(errors)).isZero();
      return Files.readString(output);
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  private static Optional<Path> program() {
    return Stream.concat(
            Arrays.stream(System.getenv("PATH").split(":")).map(Path::of),
            Stream.of(Path.of(System.getProperty("user.home"), "go", "bin")))
        .flatMap(directory -> Stream.of("buildx", "docker-buildx").map(directory::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
