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
}
