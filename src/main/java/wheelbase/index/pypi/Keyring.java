package wheelbase.index.pypi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The user's own {@code keyring} program, asked as pip 26.3 asks it: {@code keyring --mode=creds
 * --output=json get SERVICE [USER]}. Each question is put once a run. A program that is not there,
 * knows nothing, fails or takes too long yields no login.
 */
final class Keyring {
  static final Duration USUAL_PATIENCE = Duration.ofSeconds(20);
  private static final int ANSWER_LIMIT = 64 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> environment;
  private final Duration patience;
  private final ConcurrentMap<List<String>, Optional<Login>> answers = new ConcurrentHashMap<>();

  /**
   * @param environment of the program; its {@code PATH} says where it is
   * @param patience how long an answer may take
   */
  Keyring(Map<String, String> environment, Duration patience) {
    this.environment = environment;
    this.patience = patience;
  }

  /**
   * @param service the index's address, or host and port
   * @param user the one whose password is wanted, where that is known
   */
  Optional<Login> login(String service, Optional<String> user) {
    List<String> question = new ArrayList<>(List.of("--mode=creds", "--output=json", "get"));
    question.add(service);
    user.ifPresent(question::add);
    return answers.computeIfAbsent(question, this::ask);
  }

  private Optional<Login> ask(List<String> question) {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>();
    command.add(program.get().toString());
    command.addAll(question);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    try {
      return answer(builder.start());
    } catch (IOException notStarted) {
      return Optional.empty();
    }
  }

  private Optional<Login> answer(Process process) {
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
      byte[] told = output.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      return ended && process.exitValue() == 0 ? read(told) : Optional.empty();
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException noAnswer) {
      return Optional.empty();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Optional<Login> read(byte[] output) {
    try {
      JsonNode answer = JSON.readTree(new String(output, StandardCharsets.UTF_8));
      JsonNode user = answer.path("username");
      JsonNode password = answer.path("password");
      return user.isTextual() && password.isTextual()
          ? Optional.of(new Login(user.asText(), password.asText()))
          : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private Optional<Path> program() {
    for (String directory : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      try {
        Path file = Path.of(directory, "keyring");
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
