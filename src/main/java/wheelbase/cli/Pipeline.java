package wheelbase.cli;

import wheelbase.Analysis;
import wheelbase.AnalysisRequest;
import wheelbase.survey.ProgressListener;

/** What the commands run: the pipeline over a real index, or one that a test makes up. */
@FunctionalInterface
interface Pipeline {
  /**
   * @throws wheelbase.index.IndexException where the index fails
   */
  Analysis analyse(AnalysisRequest request, IndexChoice index, ProgressListener progress)
      throws InterruptedException;

  /** The same for several projects, one after the other: what one has learned the next knows. */
  default Shared shared() {
    return new Shared(this, () -> {});
  }

  /**
   * A pipeline that keeps its indexes open.
   *
   * @param end closes them
   */
  record Shared(Pipeline pipeline, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }
}
