package wheelbase.cli;

import wheelbase.Analysis;
import wheelbase.AnalysisRequest;
import wheelbase.ProgressListener;

/** The pipeline over the package index that the user has chosen. */
final class IndexedPipeline implements Pipeline {
  IndexedPipeline(Surroundings surroundings) {}

  @Override
  public Analysis analyse(AnalysisRequest request, IndexChoice index, ProgressListener progress) {
    throw new UnsupportedOperationException();
  }
}
