package wheelbase.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.AnalysisRequest;
import wheelbase.ProgressListener;
import wheelbase.Wheelbase;
import wheelbase.baseimage.Catalogue;
import wheelbase.index.pypi.IndexOptions;
import wheelbase.index.pypi.PypiIndex;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.ReaderOptions;
import wheelbase.syslibs.RuleBook;

/** The pipeline over the package indexes that the user has chosen. */
final class IndexedPipeline implements Pipeline {
  private final Map<String, String> environment;

  IndexedPipeline(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Analysis analyse(AnalysisRequest request, IndexChoice choice, ProgressListener progress)
      throws InterruptedException {
    List<PypiIndex> opened = new ArrayList<>();
    Wheelbase wheelbase =
        new Wheelbase(
            written -> {
              PypiIndex index = open(choice, written, progress);
              opened.add(index);
              return index;
            },
            RuleBook.shipped(Optional.empty()),
            Catalogue.shipped(),
            FileReader.disk(),
            environment);
    try {
      return wheelbase.analyse(request, progress);
    } finally {
      opened.forEach(PypiIndex::close);
    }
  }

  private PypiIndex open(IndexChoice choice, ReaderOptions written, ProgressListener progress) {
    Path cache =
        choice.cacheDirectory().orElseGet(() -> IndexOptions.defaultCacheDirectory(environment));
    return new PypiIndex(
        new IndexOptions(
            PipOptions.indexUrls(written),
            choice.offline(),
            choice.refresh(),
            choice.cutoff(),
            cache,
            environment),
        new ProgressOfIndex(progress));
  }
}
