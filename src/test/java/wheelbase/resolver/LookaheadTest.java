package wheelbase.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import wheelbase.index.CoreMetadata;
import wheelbase.index.IndexException;
import wheelbase.index.PackageIndex;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistContents;
import wheelbase.index.WheelContents;
import wheelbase.pep508.PackageName;
import wheelbase.testing.MiniIndex;

class LookaheadTest {
  private static final MiniIndex INDEX =
      MiniIndex.of(
          "app 1 -> a, b", "a 1", "a 2 -> c>=2", "b 1 -> c<2", "c 1 -> d", "c 2", "d 1", "e 1");

  @Test
  void theAnswerDoesNotDependOnWhatArrivesFirst() throws Exception {
    Map<String, String> expected = Drawn.pins(INDEX, Drawn.request("app", "e"));
    for (boolean lastFirst : new boolean[] {false, true}) {
      try (LateIndex index = new LateIndex(lastFirst)) {
        Resolved late = (Resolved) new Resolver(index).resolve(Drawn.request("app", "e"));
        Map<String, String> pins = new HashMap<>();
        late.pins().forEach((name, pin) -> pins.put(name.value(), pin.version().get().toString()));
        assertThat(pins).isEqualTo(expected);
      }
    }
  }

  @Test
  void whatTheUserWantsIsAskedForAtOnce() throws Exception {
    try (LateIndex index = new LateIndex(false)) {
      new Resolver(index).resolve(Drawn.request("a", "b", "d", "e"));
      assertThat(index.mostWaiting).isEqualTo(4);
    }
  }

  @Test
  void aFailingIndexFailsTheResolution() {
    LateIndex failing =
        new LateIndex(false) {
          @Override
          public CompletableFuture<ProjectPage> page(PackageName name) {
            return CompletableFuture.failedFuture(new IndexException("no answer"));
          }
        };
    failing.close();
    assertThatThrownBy(() -> new Resolver(failing).resolve(Drawn.request("a")))
        .isInstanceOf(IndexException.class)
        .hasMessage("no answer");
  }

  @Test
  void anInterruptedThreadStops() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new Resolver(INDEX).resolve(Drawn.request("a")))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  /** Answers one question each time the resolver waits, the first or the last one asked. */
  private static class LateIndex implements PackageIndex, AutoCloseable {
    private final boolean lastFirst;
    private final Thread resolver = Thread.currentThread();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Map<Object, CompletableFuture<?>> asked = new HashMap<>();
    private int mostWaiting;
    private volatile boolean closed;

    LateIndex(boolean lastFirst) {
      this.lastFirst = lastFirst;
      Thread answering = new Thread(this::answer);
      answering.setDaemon(true);
      answering.start();
    }

    private void answer() {
      while (!closed) {
        if (resolver.getState() == Thread.State.WAITING) {
          next().run();
        }
        Thread.yield();
      }
    }

    private synchronized Runnable next() {
      Runnable next = lastFirst ? waiting.pollLast() : waiting.pollFirst();
      return next == null ? () -> {} : next;
    }

    @Override
    public CompletableFuture<ProjectPage> page(PackageName name) {
      return late(name, INDEX.page(name).join());
    }

    @Override
    public CompletableFuture<CoreMetadata> metadata(ReleaseFile file) {
      return late(file.fileName(), INDEX.metadata(file).join());
    }

    @SuppressWarnings("unchecked")
    private synchronized <T> CompletableFuture<T> late(Object key, T answer) {
      return (CompletableFuture<T>)
          asked.computeIfAbsent(
              key,
              any -> {
                CompletableFuture<T> future = new CompletableFuture<>();
                waiting.add(() -> future.complete(answer));
                mostWaiting = Math.max(mostWaiting, waiting.size());
                return future;
              });
    }

    @Override
    public CompletableFuture<WheelContents> wheelContents(ReleaseFile wheel) {
      return INDEX.wheelContents(wheel);
    }

    @Override
    public CompletableFuture<SdistContents> sdistContents(ReleaseFile sdist) {
      return INDEX.sdistContents(sdist);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
