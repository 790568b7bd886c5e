package wheelbase.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On programs that every system with a shell has. */
@Timeout(60)
class SystemProcessesTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final SystemProcesses processes =
      new SystemProcesses(Map.of("PATH", System.getenv("PATH"), "GREETING", "hello"));

  private static ProcessOrder order(Queue<String> log, Duration limit, String... command) {
    return new ProcessOrder(List.of(command), "some input", limit, log::add, false);
  }

  @Test
  void bothStreamsAndTheStatusComeBack() throws Exception {
    Queue<String> log = new ConcurrentLinkedQueue<>();
    ProcessOutcome outcome =
        processes.run(
            order(log, LONG, "/bin/sh", "-c", "cat; echo \" $GREETING\"; echo bad >&2; exit 3"));
    assertThat(outcome).isEqualTo(new ProcessOutcome(3, "some input hello\n", "bad\n", false));
    assertThat(log).containsExactly("bad");
  }

  @Test
  void noShellReadsTheArguments() throws Exception {
    assertThat(
            processes
                .run(order(new ConcurrentLinkedQueue<>(), LONG, "/bin/echo", "$(id) `id`; \"a\""))
                .output())
        .isEqualTo("$(id) `id`; \"a\"\n");
  }

  @Test
  void whatIsNotDoneInTimeIsKilledWithAllThatItStarted() throws Exception {
    ProcessOutcome outcome =
        processes.run(
            order(
                new ConcurrentLinkedQueue<>(),
                Duration.ofMillis(200),
                "/bin/sh",
                "-c",
                "sleep 1000 & echo begun; wait"));
    assertThat(outcome.timedOut()).isTrue();
    assertThat(outcome.succeeded()).isFalse();
    assertThat(outcome.output()).isIn("", "begun\n");
  }

  @Test
  void aMissingProgramIsAFailure() {
    assertThatIOException()
        .isThrownBy(
            () -> processes.run(order(new ConcurrentLinkedQueue<>(), LONG, "no-such-program")));
  }

  @Test
  void closedItEndsWhatRunsAndRunsForNobodyElse() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    FutureTask<ProcessOutcome> running =
        new FutureTask<>(
            () ->
                processes.run(
                    new ProcessOrder(
                        List.of("/bin/sh", "-c", "echo begun >&2; sleep 1000"),
                        "",
                        LONG,
                        line -> begun.countDown(),
                        false)));
    Thread thread = new Thread(running);
    thread.start();
    begun.await();
    processes.close();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(running::get)
        .withCauseInstanceOf(InterruptedException.class);
    assertThat(tidyUp().succeeded()).isTrue();
  }

  private ProcessOutcome tidyUp() throws IOException, InterruptedException {
    return processes.run(order(new ConcurrentLinkedQueue<>(), LONG, "/bin/sh", "-c", "true"));
  }

  @Test
  void anInterruptEndsTheProgram() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    FutureTask<ProcessOutcome> running =
        new FutureTask<>(
            () ->
                processes.run(
                    new ProcessOrder(
                        List.of("/bin/sh", "-c", "echo begun >&2; exec sleep 1000"),
                        "",
                        LONG,
                        line -> begun.countDown(),
                        false)));
    Thread thread = new Thread(running);
    thread.start();
    begun.await();
    thread.interrupt();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(running::get)
        .withCauseInstanceOf(InterruptedException.class);
  }
}
