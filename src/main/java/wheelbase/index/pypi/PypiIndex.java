package wheelbase.index.pypi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.CoreMetadata;
import wheelbase.index.IndexException;
import wheelbase.index.IndexQuestion;
import wheelbase.index.PackageIndex;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistContents;
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
  private final List<SimpleIndex> indexes;
  private final FileFacts facts;
  private final ExecutorService work;
  private final Lazy<HttpFetcher> fetcher;
  private final ConcurrentMap<PackageName, CompletableFuture<ProjectPage>> pages =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<SimpleIndex, IndexException> unreadable = new ConcurrentHashMap<>();
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
                  new Credentials(
                      options.indexUrls(), options.environment(), Netrc.of(options.environment())),
                  new ProxyVariables(options.environment()),
                  retryPolicy,
                  listener,
                  clock);
            });
    this.indexes =
        options.indexUrls().stream()
            .map(Credentials::strip)
            .distinct()
            .map(url -> new SimpleIndex(url, options, fetcher, clock, work))
            .toList();
    this.facts = new FileFacts(options, fetcher, listener, work);
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
    List<CompletableFuture<Part>> parts = indexes.stream().map(index -> part(index, name)).toList();
    return CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new))
        .thenApply(all -> parts.stream().map(CompletableFuture::join).toList())
        .whenComplete(
            (all, failure) ->
                listener.answered(
                    IndexQuestion.PAGE,
                    name.value(),
                    failure == null && all.stream().allMatch(Part::isFromCache)))
        .thenApply(all -> merge(name, all));
  }

  /** What one of the indexes has of a project, or why it could not be read. */
  private record Part(Optional<SimpleIndex.Found> found, Optional<IndexException> failure) {
    boolean isFromCache() {
      return found.map(SimpleIndex.Found::fromCache).orElse(false);
    }
  }

  /** An index that could not be read once is not asked again: each try takes seconds. */
  private CompletableFuture<Part> part(SimpleIndex index, PackageName name) {
    IndexException known = unreadable.get(index);
    if (known != null) {
      return CompletableFuture.completedFuture(new Part(Optional.empty(), Optional.of(known)));
    }
    return index
        .page(name)
        .handle(
            (found, failure) -> {
              if (failure == null) {
                return new Part(Optional.of(found), Optional.empty());
              }
              if (!(Failures.cause(failure) instanceof IndexException fault)) {
                throw new CompletionException(Failures.cause(failure));
              }
              if (indexes.size() == 1) {
                throw fault;
              }
              unreadable.putIfAbsent(index, fault);
              return new Part(Optional.empty(), Optional.of(unreadable.get(index)));
            });
  }

  /**
   * As pip does, goes on without an index that cannot be read while another one answers, and says
   * so.
   *
   * @throws IndexException where none answers
   */
  private ProjectPage merge(PackageName name, List<Part> parts) {
    List<ReleaseFile> files = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    boolean found = false;
    if (!parts.isEmpty() && parts.stream().allMatch(part -> part.failure().isPresent())) {
      throw parts.get(0).failure().orElseThrow();
    }
    for (Part part : parts) {
      part.failure().map(PypiIndex::leftOut).ifPresent(diagnostics::add);
      if (part.found().isPresent()) {
        SimpleIndex.Found answer = part.found().get();
        found |= answer.page().found();
        files.addAll(answer.page().releaseFiles(name));
        answer.staleFor().map(age -> oldCopy(name, age)).ifPresent(diagnostics::add);
      }
    }
    if (options.excludeNewer().isPresent()) {
      files = uploadedBefore(options.excludeNewer().get(), files, name, diagnostics);
    }
    return new ProjectPage(name, found, files, diagnostics);
  }

  /** What uv does, too: what nobody knows the age of may be too new. */
  private static List<ReleaseFile> uploadedBefore(
      Instant cutoff, List<ReleaseFile> files, PackageName name, List<Diagnostic> diagnostics) {
    long undated = files.stream().filter(file -> file.uploaded().isEmpty()).count();
    if (undated > 0) {
      diagnostics.add(
          Diagnostic.note(
              "upload-time-unknown",
              undated
                  + " of "
                  + files.size()
                  + " files of "
                  + name
                  + " are left out: the index does not say when they were uploaded"));
    }
    return files.stream()
        .filter(file -> file.uploaded().filter(cutoff::isAfter).isPresent())
        .toList();
  }

  private static Diagnostic leftOut(IndexException failure) {
    return Diagnostic.warning(
        "index-left-out", "an index is left out, as pip leaves it out: " + failure.getMessage());
  }

  private static Diagnostic oldCopy(PackageName name, Duration age) {
    return Diagnostic.note(
        "old-copy-of-page", "the page of " + name + " is a copy of " + Age.inWords(age) + " ago");
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
