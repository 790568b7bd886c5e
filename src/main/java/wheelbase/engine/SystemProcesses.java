package wheelbase.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Runs programs of this machine. Closed, it kills those that still run, and runs programs for none
 * but the thread that closed it, which may have something to tidy up.
 */
public final class SystemProcesses implements Processes, AutoCloseable {
  private static final long SECONDS_TO_END = 10;
  private static final long SECONDS_TO_DRAIN = 5;

  private final Map<String, String> environment;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Thread> closer = new AtomicReference<>();

  /**
   * @param environment all that the programs see
   */
  public SystemProcesses(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public ProcessOutcome run(ProcessOrder order) throws IOException, InterruptedException {
    refuseWhenClosed();
    ProcessBuilder builder =
        new ProcessBuilder(found(order.command())).redirectErrorStream(order.together());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    running.add(process);
    try {
      Tail output = new Tail(process.getInputStream(), order.together() ? order.log() : line -> {});
      Tail errors = new Tail(process.getErrorStream(), order.log());
      feed(process, order.input());
      boolean ended = process.waitFor(order.limit().toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        kill(process);
      }
      refuseWhenClosed();
      return new ProcessOutcome(
          ended ? process.exitValue() : -1, output.text(), errors.text(), !ended);
    } finally {
      kill(process);
      running.remove(process);
    }
  }

  /** By the PATH that the programs see: Java itself would go by its own. */
  private List<String> found(List<String> command) throws IOException {
    String program = command.get(0);
    if (program.contains("/")) {
      return command;
    }
    for (String directory : environment.getOrDefault("PATH", "/usr/bin:/bin").split(":")) {
      Path file = Path.of(directory, program);
      if (!directory.isEmpty() && Files.isExecutable(file) && Files.isRegularFile(file)) {
        List<String> found = new ArrayList<>(command);
        found.set(0, file.toString());
        return found;
      }
    }
    throw new NoSuchFileException(program);
  }

  private void refuseWhenClosed() throws InterruptedException {
    Thread closedBy = closer.get();
    if (closedBy != null && closedBy != Thread.currentThread()) {
      throw new InterruptedException("no more programs are run");
    }
  }

  /** Kills what still runs. */
  @Override
  public void close() {
    closer.compareAndSet(null, Thread.currentThread());
    running.forEach(SystemProcesses::kill);
  }

  /** In a thread of its own: a program may write more than a pipe holds before it reads. */
  private static void feed(Process process, String input) {
    Thread feeder =
        new Thread(
            () -> {
              try (OutputStream stream = process.getOutputStream()) {
                stream.write(input.getBytes(StandardCharsets.UTF_8));
              } catch (IOException e) {
                // It did not want to read, which its answer will tell.
              }
            },
            "input of a program");
    feeder.setDaemon(true);
    feeder.start();
  }

  /** Asked to end first: engines tidy up after themselves then. */
  private static void kill(Process process) {
    if (!process.isAlive()) {
      return;
    }
    var started = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /** The last part of what a program writes, passed on line by line. */
  private static final class Tail {
    private static final int KEPT = 8_000_000;

    private final StringBuilder kept = new StringBuilder();
    private final Thread reader;

    Tail(InputStream stream, Consumer<String> log) {
      reader = new Thread(() -> follow(stream, log), "output of a program");
      reader.setDaemon(true);
      reader.start();
    }

    private void follow(InputStream stream, Consumer<String> log) {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          synchronized (kept) {
            kept.append(line).append('\n');
            if (kept.length() > 2 * KEPT) {
              kept.delete(0, kept.length() - KEPT);
            }
          }
          log.accept(line);
        }
      } catch (IOException | UncheckedIOException e) {
        // The stream of a program that was killed ends like this.
      }
    }

    /** Something that the program left running may hold the stream open for ever. */
    String text() throws InterruptedException {
      reader.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_DRAIN));
      synchronized (kept) {
        return kept.toString();
      }
    }
  }
}
