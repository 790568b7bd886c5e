package wheelbase.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import wheelbase.Analysis;
import wheelbase.AnalysisRequest;
import wheelbase.IndexSource;
import wheelbase.ProjectOutline;
import wheelbase.Wheelbase;
import wheelbase.baseimage.Catalogue;
import wheelbase.index.pypi.IndexOptions;
import wheelbase.index.pypi.PypiIndex;
import wheelbase.registry.HttpRegistry;
import wheelbase.registry.Registry;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.ReaderOptions;
import wheelbase.survey.ProgressListener;
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
    try (ProgressGate open = new ProgressGate(progress)) {
      Wheelbase wheelbase =
          over(
              written -> {
                PypiIndex index = open(choice, written, open);
                opened.add(index);
                return index;
              },
              registry(choice),
              choice.reading(),
              choice.rules());
      return wheelbase.analyse(request, open);
    } finally {
      opened.forEach(PypiIndex::close);
    }
  }

  /** What the project's own files tell; no index is asked. */
  ProjectOutline look(AnalysisRequest request) {
    IndexSource none =
        written -> {
          throw new IllegalStateException("looking at a project asks no index");
        };
    return over(none, Registry.offline(), false, Optional.empty()).look(request);
  }

  @Override
  public Shared shared() {
    Map<IndexOptions, PypiIndex> opened = new ConcurrentHashMap<>();
    ProgressRelay relay = new ProgressRelay();
    Pipeline pipeline =
        (request, choice, progress) -> {
          try (ProgressGate open = new ProgressGate(progress)) {
            relay.to(open);
            return over(
                    written ->
                        opened.computeIfAbsent(
                            options(choice, written),
                            options -> new PypiIndex(options, new ProgressOfIndex(relay))),
                    registry(choice),
                    choice.reading(),
                    choice.rules())
                .analyse(request, open);
          }
        };
    return new Shared(pipeline, () -> opened.values().forEach(PypiIndex::close));
  }

  private Registry registry(IndexChoice choice) {
    return choice.offline() ? Registry.offline() : new HttpRegistry(environment);
  }

  private Wheelbase over(
      IndexSource indexes, Registry registry, boolean reading, Optional<Path> rules) {
    return new Wheelbase(
        indexes,
        RuleBook.shipped(rules),
        Catalogue.shipped(),
        FileReader.disk(),
        environment,
        System::nanoTime,
        registry,
        reading);
  }

  private PypiIndex open(IndexChoice choice, ReaderOptions written, ProgressListener progress) {
    return new PypiIndex(options(choice, written), new ProgressOfIndex(progress));
  }

  private IndexOptions options(IndexChoice choice, ReaderOptions written) {
    return options(choice, written, environment);
  }

  /** Where an index is asked for what was written. */
  static IndexOptions options(
      IndexChoice choice, ReaderOptions written, Map<String, String> environment) {
    Path cache =
        choice.cacheDirectory().orElseGet(() -> IndexOptions.defaultCacheDirectory(environment));
    return new IndexOptions(
        written.sources(),
        PipOptions.keyring(choice, environment),
        choice.offline(),
        choice.refresh(),
        choice.cutoff(),
        cache,
        environment);
  }
}
