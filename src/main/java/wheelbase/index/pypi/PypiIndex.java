package wheelbase.index.pypi;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import wheelbase.index.CoreMetadata;
import wheelbase.index.IndexException;
import wheelbase.index.IndexQuestion;
import wheelbase.index.PackageIndex;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistContents;
import wheelbase.index.SdistFiles;
import wheelbase.index.SdistStudy;
import wheelbase.index.SharedObjects;
import wheelbase.index.WheelContents;
import wheelbase.pep508.PackageName;

/**
 * Package indexes over HTTP, with a cache on disk. The files of all indexes are merged, as pip
 * does: first come those of the first index. Asking twice for the same thing costs one request. Its
 * threads are daemons, so that a program need not close it to end.
 */
public final class PypiIndex implements PackageIndex, AutoCloseable {
  private static final Duration LONGEST_CLOSE = Duration.ofMillis(300);

  private final IndexOptions options;
  private final IndexListener listener;
  private final Locations locations;
  private final FileFacts facts;
  private final ExecutorService work;
  private final Lazy<HttpFetcher> fetcher;
  private final ConcurrentMap<PackageName, CompletableFuture<ProjectPage>> pages =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<LinkSource, IndexException> unreachable = new ConcurrentHashMap<>();
  private volatile boolean closed;

  public PypiIndex(IndexOptions options) {
    this(options, IndexListener.NONE);
  }

  public PypiIndex(IndexOptions options, IndexListener listener) {
    this(options, listener, RetryPolicy.USUAL, Clock.systemUTC());
  }

  PypiIndex(IndexOptions options, IndexListener listener, RetryPolicy retryPolicy, Clock clock) {
    this.options = options;
    this.listener = listener;
    // Of the pools of the JDK, this one goes on where a caller's continuation waits for a future.
    this.work =
        new ForkJoinPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            ForkJoinPool.defaultForkJoinWorkerThreadFactory,
            null,
            true);
    this.fetcher =
        new Lazy<>(
            () -> {
              if (closed) {
                throw new IndexException("the index is asked no more: the run was ended");
              }
              return new HttpFetcher(
                  credentials(options),
                  new SecureOrigins(options.sources().trustedHosts()),
                  new ProxyVariables(options.environment()),
                  retryPolicy,
                  listener,
                  clock);
            });
    Fetcher everywhere = new Fetchers(fetcher);
    this.locations = Locations.of(options, everywhere, clock, work);
    this.facts = new FileFacts(options, everywhere, listener, work);
  }

  private static Credentials credentials(IndexOptions options) {
    return new Credentials(
        options.indexUrls(),
        options.sources().findLinks(),
        options.environment(),
        Netrc.of(options.environment()),
        options.keyring() == KeyringUse.NEVER || options.offline()
            ? Optional.empty()
            : Optional.of(new Keyring(options.environment(), Keyring.USUAL_PATIENCE)));
  }

  @Override
  public CompletableFuture<ProjectPage> page(PackageName name) {
    return coalesced(pages, name, this::mergedPage);
  }

  @Override
  public CompletableFuture<CoreMetadata> metadata(ReleaseFile file) {
    return facts.metadata(file);
  }

  @Override
  public CompletableFuture<WheelContents> wheelContents(ReleaseFile wheel) {
    return facts.wheelContents(wheel);
  }

  @Override
  public CompletableFuture<SdistContents> sdistContents(ReleaseFile sdist) {
    return facts.sdistContents(sdist);
  }

  @Override
  public CompletableFuture<SharedObjects> sharedObjects(
      ReleaseFile wheel, SharedObjects.Depth depth) {
    return facts.sharedObjects(wheel, depth);
  }

  @Override
  public CompletableFuture<SdistFiles> sdistFiles(ReleaseFile sdist, ToIntFunction<String> wanted) {
    return facts.sdistFiles(sdist, wanted);
  }

  @Override
  public CompletableFuture<byte[]> sdistStudy(ReleaseFile sdist, SdistStudy study) {
    return facts.sdistStudy(sdist, study);
  }

  /**
   * Ends what is under way. What has arrived is still put into the cache, which stays whole: that
   * takes moments, and is waited for so that whoever opens the cache next finds it there.
   */
  @Override
  public void close() {
    closed = true;
    fetcher.ifMade(HttpFetcher::close);
    work.shutdown();
    try {
      work.awaitTermination(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }

  /** The future that is there, or a new one; one that failed is not kept. */
  static <K, V> CompletableFuture<V> coalesced(
      ConcurrentMap<K, CompletableFuture<V>> futures,
      K key,
      Function<K, CompletableFuture<V>> start) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> other = futures.putIfAbsent(key, mine);
    if (other != null) {
      return other;
    }
    begin(start, key)
        .whenComplete(
            (value, failure) -> {
              if (failure == null) {
                mine.complete(value);
              } else {
                futures.remove(key, mine);
                mine.completeExceptionally(Failures.cause(failure));
              }
            });
    return mine;
  }

  /** Even a start that fails at once must not leave a future that nobody completes. */
  private static <K, V> CompletableFuture<V> begin(Function<K, CompletableFuture<V>> start, K key) {
    try {
      return start.apply(key);
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private CompletableFuture<ProjectPage> mergedPage(PackageName name) {
    listener.asked(IndexQuestion.PAGE, name.value());
    List<CompletableFuture<Part>> parts =
        locations.sources().stream().map(source -> part(source, name)).toList();
    return CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new))
        .thenApply(all -> parts.stream().map(CompletableFuture::join).toList())
        .whenComplete(
            (all, failure) ->
                listener.answered(
                    IndexQuestion.PAGE,
                    name.value(),
                    failure == null && all.stream().allMatch(Part::isFromCache)))
        .thenApply(
            all -> {
              all.stream()
                  .flatMap(part -> part.found().stream())
                  .flatMap(found -> found.staleFor().stream())
                  .forEach(age -> listener.oldCopyTaken(name.value(), age));
              return new MergedPage(name, options, locations.diagnostics(), all).toPage();
            });
  }

  /**
   * What a source has, or why it could not be read. One that gave no answer at all is not asked for
   * another page: each try takes seconds. One that answers is asked for every page, whatever it
   * answered to the last.
   */
  private CompletableFuture<Part> part(LinkSource source, PackageName name) {
    IndexException known = unreachable.get(source);
    if (known != null) {
      return CompletableFuture.completedFuture(Part.failed(source, known));
    }
    return source
        .find(name)
        .handle(
            (found, failure) -> {
              if (failure == null) {
                return new Part(source, Optional.of(found), Optional.empty());
              }
              if (!(Failures.cause(failure) instanceof IndexException fault)) {
                throw new CompletionException(Failures.cause(failure));
              }
              if (fault.isSilence() && locations.sources().size() > 1) {
                return Part.failed(source, unreachable.computeIfAbsent(source, first -> fault));
              }
              return Part.failed(source, fault);
            });
  }

  /** Made when it is first asked for. */
  static final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> source;
    private Optional<T> value = Optional.empty();

    Lazy(Supplier<T> source) {
      this.source = source;
    }

    @Override
    public synchronized T get() {
      if (value.isEmpty()) {
        value = Optional.of(source.get());
      }
      return value.get();
    }

    synchronized void ifMade(Consumer<T> use) {
      value.ifPresent(use);
    }
  }
}
