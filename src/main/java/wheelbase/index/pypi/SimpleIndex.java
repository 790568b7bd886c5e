package wheelbase.index.pypi;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import wheelbase.index.IndexException;
import wheelbase.pep508.PackageName;

/** One index: fetches a project's page in whatever dialect it answers, and keeps it. */
final class SimpleIndex implements LinkSource {
  private final String url;
  private final FetchPlan.Wish wish;
  private final boolean uploadTimesWanted;
  private final PageStore store;
  private final Fetcher fetcher;
  private final Clock clock;
  private final Executor work;
  private volatile Optional<Boolean> plainAccept = Optional.empty();

  /**
   * @param url without credentials
   * @param work where pages are read from disk and parsed
   */
  SimpleIndex(String url, IndexOptions options, Fetcher fetcher, Clock clock, Executor work) {
    this.url = url.endsWith("/") ? url : url + "/";
    this.wish = new FetchPlan.Wish(options.offline(), options.refresh());
    this.uploadTimesWanted = options.excludeNewer().isPresent();
    this.store = new PageStore(options.cacheDirectory(), this.url);
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
    return true;
  }

  /** One that lies on this machine is read anew each time. */
  @Override
  public CompletableFuture<Found> find(PackageName project) {
    if (LocalFetcher.isLocal(url)) {
      return fetcher
          .fetch(address(project), Map.of(), PageAnswer::read)
          .thenApplyAsync(
              answer ->
                  found(
                      project,
                      understand(project, answer, Optional.empty()),
                      true,
                      Optional.empty()),
              work);
    }
    return CompletableFuture.supplyAsync(() -> store.read(project), work)
        .thenCompose(stored -> carryOut(project, stored));
  }

  private static Found found(
      PackageName project, StoredPage page, boolean fromCache, Optional<Duration> staleFor) {
    return new Found(page.found(), List.of(), page.releaseFiles(project), fromCache, staleFor);
  }

  private CompletableFuture<Found> carryOut(PackageName project, Optional<StoredPage> stored) {
    FetchPlan plan = FetchPlan.decide(clock.instant(), wish, stored.map(StoredPage::stored));
    return switch (plan.act()) {
      case USE -> {
        StoredPage page = stored.orElseThrow();
        Optional<Duration> staleFor = page.stored().staleFor(plan.age());
        yield withUploadTimes(project, page)
            .thenApply(complete -> found(project, complete, true, staleFor));
      }
      case REFUSE ->
          CompletableFuture.failedFuture(
              new IndexException(
                  "the page of `"
                      + project
                      + "` on "
                      + Redaction.ofUrl(url)
                      + " is not in the cache, and offline nobody is asked"));
      case FETCH, REVALIDATE ->
          fetch(project, plan, stored)
              .thenCompose(page -> withUploadTimes(project, page))
              .thenApply(page -> found(project, page, false, Optional.empty()))
              .exceptionallyCompose(failure -> withAdvice(failure, stored, plan.age()));
    };
  }

  /** Says what an offline run could use instead. */
  private static <T> CompletableFuture<T> withAdvice(
      Throwable failure, Optional<StoredPage> stored, Duration age) {
    Throwable cause = Failures.cause(failure);
    if (stored.isEmpty() || !(cause instanceof IndexException)) {
      return CompletableFuture.failedFuture(cause);
    }
    return CompletableFuture.failedFuture(
        new IndexException(
            cause.getMessage() + "; the cache has its page of " + Age.inWords(age) + " ago",
            cause));
  }

  private String address(PackageName project) {
    return url + project.value() + "/";
  }

  private boolean plainAccept() {
    if (plainAccept.isEmpty()) {
      plainAccept = Optional.of(store.wantsPlainAccept());
    }
    return plainAccept.get();
  }

  private CompletableFuture<StoredPage> fetch(
      PackageName project, FetchPlan plan, Optional<StoredPage> stored) {
    boolean plain = plainAccept();
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", plain ? Dialect.ACCEPT_HTML : Dialect.ACCEPT);
    // Caches on the way must ask, too; the index itself stays free to say that nothing changed.
    headers.put("Cache-Control", wish.refresh() ? "no-cache" : "max-age=0");
    plan.validators()
        .ifPresent(
            validators -> {
              validators.etag().ifPresent(etag -> headers.put("If-None-Match", etag));
              validators.lastModified().ifPresent(date -> headers.put("If-Modified-Since", date));
            });
    return fetcher
        .fetch(address(project), headers, PageAnswer::read)
        .thenComposeAsync(
            fetched -> {
              if (fetched.status() == 406 && !plain) {
                plainAccept = Optional.of(true);
                store.rememberPlainAccept();
                return fetch(project, plan, stored);
              }
              StoredPage page = understand(project, fetched, stored);
              store.write(project, page);
              return CompletableFuture.completedFuture(page);
            },
            work);
  }

  private StoredPage understand(
      PackageName project, PageAnswer fetched, Optional<StoredPage> stored) {
    HttpAnswer answer = fetched.answer();
    FetchPlan.Stored renewed =
        new FetchPlan.Stored(
            clock.instant(),
            Freshness.of(answer.header("Cache-Control")),
            new FetchPlan.Validators(answer.header("ETag"), answer.header("Last-Modified")));
    switch (answer.status()) {
      case 200:
        return new StoredPage(
            renewed, true, false, PackedFiles.pack(project, fetched.links(fetcher::learn)));
      case 304:
        StoredPage known =
            stored.orElseThrow(() -> fetched.unusable("304 to a question without a validator"));
        FetchPlan.Validators validators =
            renewed.validators().isEmpty() ? known.stored().validators() : renewed.validators();
        return known.withStored(
            new FetchPlan.Stored(renewed.fetched(), renewed.fresh(), validators));
      case 403, 404, 410:
        // Object stores that serve as an index answer 403 for what they do not have.
        return new StoredPage(renewed, false, false, PackedFiles.pack(project, List.of()));
      default:
        throw fetched.refused();
    }
  }

  /** Asks the JSON API, once, where upload times are wanted and the page lacks them. */
  private CompletableFuture<StoredPage> withUploadTimes(PackageName project, StoredPage page) {
    Optional<String> address = JsonApi.address(url, project.value());
    if (!uploadTimesWanted
        || wish.offline()
        || page.uploadsAsked()
        || address.isEmpty()
        || page.releaseFiles(project).stream().allMatch(file -> file.uploaded().isPresent())) {
      return CompletableFuture.completedFuture(page);
    }
    return fetcher
        .fetch(address.get(), Map.of("Accept", "application/json"), PageAnswer::read)
        .thenApplyAsync(
            fetched -> {
              StoredPage complete = merge(project, page, uploadTimes(fetched));
              store.write(project, complete);
              return complete;
            },
            work);
  }

  /** None where the index has no such API. */
  private static Map<String, Instant> uploadTimes(PageAnswer fetched) {
    if (fetched.status() != 200) {
      return Map.of();
    }
    try {
      return JsonApi.uploadTimes(fetched.body());
    } catch (IOException notThatApi) {
      return Map.of();
    }
  }

  private static StoredPage merge(
      PackageName project, StoredPage page, Map<String, Instant> uploadTimes) {
    List<PageLink> links =
        page.releaseFiles(project).stream()
            .map(
                file -> {
                  PageLink link = PageLink.of(file);
                  Instant uploaded = uploadTimes.get(file.fileName());
                  return link.uploaded().isPresent() || uploaded == null
                      ? link
                      : link.withUploaded(uploaded);
                })
            .toList();
    return new StoredPage(page.stored(), page.found(), true, PackedFiles.pack(project, links));
  }
}
