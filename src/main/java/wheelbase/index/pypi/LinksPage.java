package wheelbase.index.pypi;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import wheelbase.index.IndexException;
import wheelbase.pep508.PackageName;

/**
 * A page that links to files of any projects ({@code --find-links}): asked for once a run, kept for
 * each project by itself. One that lies on this machine is read anew each time.
 */
final class LinksPage implements LinkSource {
  private static final String WHOLE = "whole";

  private final String url;
  private final FetchPlan.Wish wish;
  private final PageStore store;
  private final Fetcher fetcher;
  private final Clock clock;
  private final Executor work;
  private final ConcurrentMap<String, CompletableFuture<Whole>> asked = new ConcurrentHashMap<>();

  /** The page, read; with how long it may be kept. */
  private record Whole(FetchPlan.Stored stored, List<PageLink> links) {}

  /**
   * @param url without credentials
   */
  LinksPage(String url, IndexOptions options, Fetcher fetcher, Clock clock, Executor work) {
    this.url = url;
    this.wish = new FetchPlan.Wish(options.offline(), options.refresh());
    this.store = new PageStore(options.cacheDirectory(), url + "#links");
    this.fetcher = fetcher;
    this.clock = clock;
    this.work = work;
  }

  @Override
  public String location() {
    return Redaction.ofUrl(url);
  }

  @Override
  public boolean isIndex() {
    return false;
  }

  @Override
  public CompletableFuture<Found> find(PackageName project) {
    if (LocalFetcher.isLocal(url)) {
      return whole()
          .thenApplyAsync(
              page -> Found.onDisk(List.of(), LinkSource.files(project, page.links())), work);
    }
    return CompletableFuture.supplyAsync(() -> store.read(project), work)
        .thenCompose(stored -> carryOut(project, stored));
  }

  private CompletableFuture<Found> carryOut(PackageName project, Optional<StoredPage> stored) {
    FetchPlan plan = FetchPlan.decide(clock.instant(), wish, stored.map(StoredPage::stored));
    return switch (plan.act()) {
      case USE -> {
        StoredPage page = stored.orElseThrow();
        yield CompletableFuture.completedFuture(
            found(project, page, true, page.stored().staleFor(plan.age())));
      }
      case REFUSE ->
          CompletableFuture.failedFuture(
              new IndexException(
                  "what "
                      + location()
                      + " has of `"
                      + project
                      + "` is not in the cache, and offline nobody is asked"));
      case FETCH, REVALIDATE ->
          whole()
              .thenApplyAsync(
                  whole -> {
                    byte[] files = PackedFiles.pack(project, whole.links());
                    StoredPage page = new StoredPage(whole.stored(), true, false, files);
                    store.write(project, page);
                    return found(project, page, false, Optional.empty());
                  },
                  work);
    };
  }

  private static Found found(
      PackageName project, StoredPage page, boolean fromCache, Optional<Duration> staleFor) {
    var files = page.releaseFiles(project);
    return new Found(!files.isEmpty(), List.of(), files, fromCache, staleFor);
  }

  private CompletableFuture<Whole> whole() {
    return PypiIndex.coalesced(
        asked,
        WHOLE,
        key ->
            fetcher
                .fetch(url, Map.of("Accept", Dialect.ACCEPT), PageAnswer::read)
                .thenApplyAsync(this::understand, work));
  }

  private Whole understand(PageAnswer page) {
    if (page.status() != 200) {
      throw page.refused();
    }
    return new Whole(
        new FetchPlan.Stored(
            clock.instant(),
            Freshness.of(page.answer().header("Cache-Control")),
            FetchPlan.Validators.NONE),
        page.links(fetcher::learn));
  }
}
