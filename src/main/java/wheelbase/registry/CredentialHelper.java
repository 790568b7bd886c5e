package wheelbase.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The user's own {@code docker-credential-NAME} program, asked as Docker asks it: {@code get}, the
 * server on standard input, JSON with {@code Username} and {@code Secret} on standard output. A
 * program that is not there, knows nothing, fails or takes too long yields no login.
 */
final class CredentialHelper {
  static final Duration USUAL_PATIENCE = Duration.ofSeconds(20);
  private static final int ANSWER_LIMIT = 256 * 1024;

  /** The name that a helper gives to what is no password. */
  private static final String TOKEN_USER = "<token>";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> environment;
  private final Duration patience;

  /**
   * @param environment of the program; its {@code PATH} says where it is
   * @param patience how long an answer may take
   */
  CredentialHelper(Map<String, String> environment, Duration patience) {
    this.environment = Map.copyOf(environment);
    this.patience = patience;
  }

  /**
   * @param name {@code osxkeychain}, {@code pass}, {@code ecr-login}
   */
  Optional<RegistryLogin> login(String name, String server) throws InterruptedException {
    Optional<Path> program = program("docker-credential-" + name);
    if (program.isEmpty()) {
      return Optional.empty();
    }
    ProcessBuilder builder =
        new ProcessBuilder(program.get().toString(), "get")
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return answer(builder.start(), server);
    } catch (IOException notStarted) {
      return Optional.empty();
    }
  }

  private Optional<RegistryLogin> answer(Process process, String server)
      throws InterruptedException {
    CompletableFuture<byte[]> output =
        CompletableFuture.supplyAsync(
            () -> {
              try (var stream = process.getInputStream()) {
                return stream.readNBytes(ANSWER_LIMIT);
              } catch (IOException broken) {
                return new byte[0];
              }
            });
    try {
      try (OutputStream input = process.getOutputStream()) {
        input.write(server.getBytes(StandardCharsets.UTF_8));
      } catch (IOException notRead) {
        // A program that ends before it reads may have answered all the same.
      }
      byte[] told = output.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      return ended && process.exitValue() == 0 ? read(told) : Optional.empty();
    } catch (ExecutionException | TimeoutException noAnswer) {
      return Optional.empty();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Optional<RegistryLogin> read(byte[] output) {
    try {
      JsonNode answer = JSON.readTree(new String(output, StandardCharsets.UTF_8));
      JsonNode user = answer.path("Username");
      JsonNode secret = answer.path("Secret");
      return user.isTextual() && secret.isTextual() && !secret.textValue().isEmpty()
          ? Optional.of(
              new RegistryLogin(
                  user.textValue(), secret.textValue(), user.textValue().equals(TOKEN_USER)))
          : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private Optional<Path> program(String name) {
    // A name with a slash would be a path: the configuration names programs, not places.
    if (!name.matches("[A-Za-z0-9._-]+")) {
      return Optional.empty();
    }
    for (String directory : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      try {
        Path file = Path.of(directory, name);
        if (!directory.isEmpty() && Files.isRegularFile(file) && Files.isExecutable(file)) {
          return Optional.of(file);
        }
      } catch (InvalidPathException notAPath) {
        // A strange entry on the PATH holds no program.
      }
    }
    return Optional.empty();
  }
}
