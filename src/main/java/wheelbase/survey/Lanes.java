package wheelbase.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Lets only so many things be under way at a time: each waits for the one before it in its lane.
 */
final class Lanes {
  private final List<CompletableFuture<?>> lanes;
  private int next;

  Lanes(int count) {
    lanes = new ArrayList<>(Collections.nCopies(count, CompletableFuture.completedFuture(null)));
  }

  /**
   * @param work never fails
   */
  <T> CompletableFuture<T> queue(Supplier<CompletableFuture<T>> work) {
    CompletableFuture<T> result = lanes.get(next).thenCompose(before -> work.get());
    lanes.set(next, result);
    next = (next + 1) % lanes.size();
    return result;
  }
}
