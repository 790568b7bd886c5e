package wheelbase.resolver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import wheelbase.index.CoreMetadata;
import wheelbase.index.PackageIndex;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistContents;
import wheelbase.index.WheelContents;
import wheelbase.pep508.PackageName;
import wheelbase.testing.MiniIndex;

/** A drawn index whose answers arrive from another thread, in shuffled order. */
final class ShuffledIndex implements PackageIndex, AutoCloseable {
  private final MiniIndex index;
  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final Thread answering;

  ShuffledIndex(MiniIndex index, long seed) {
    this.index = index;
    this.answering = new Thread(() -> answer(new Random(seed)), "shuffled index");
    answering.setDaemon(true);
    answering.start();
  }

  private void answer(Random random) {
    List<Runnable> answers = new ArrayList<>();
    try {
      while (true) {
        answers.add(waiting.take());
        waiting.drainTo(answers);
        Collections.shuffle(answers, random);
        answers.remove(0).run();
        // The others wait for what else is asked meanwhile, if it is.
        waiting.addAll(answers);
        answers.clear();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private <T> CompletableFuture<T> later(Supplier<CompletableFuture<T>> answer) {
    CompletableFuture<T> promised = new CompletableFuture<>();
    waiting.add(() -> promised.complete(answer.get().join()));
    return promised;
  }

  @Override
  public CompletableFuture<ProjectPage> page(PackageName name) {
    return later(() -> index.page(name));
  }

  @Override
  public CompletableFuture<CoreMetadata> metadata(ReleaseFile file) {
    return later(() -> index.metadata(file));
  }

  @Override
  public CompletableFuture<WheelContents> wheelContents(ReleaseFile wheel) {
    return index.wheelContents(wheel);
  }

  @Override
  public CompletableFuture<SdistContents> sdistContents(ReleaseFile sdist) {
    return index.sdistContents(sdist);
  }

  @Override
  public void close() {
    answering.interrupt();
  }
}
