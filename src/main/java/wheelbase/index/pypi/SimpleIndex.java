package wheelbase.index.pypi;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import wheelbase.index.IndexException;
import wheelbase.pep508.PackageName;

/** One index: fetches a project's page in whatever dialect it answers, and keeps it. */
final class SimpleIndex {
  private static final long PAGE_LIMIT = 96L * 1024 * 1024;

  private final String url;
  private final FetchPlan.Wish wish;
  private final boolean uploadTimesWanted;
  private final PageStore store;
  private final Supplier<HttpFetcher> fetcher;
  private final Clock clock;
  private final Executor work;
  private volatile Optional<Boolean> plainAccept = Optional.empty();

  /**
   * @param url without credentials
   * @param fetcher made when it is first needed: a warm run needs none
   * @param work where pages are read from disk and parsed
   */
  SimpleIndex(
      String url, IndexOptions options, Supplier<HttpFetcher> fetcher, Clock clock, Executor work) {
    this.url = url.endsWith("/") ? url : url + "/";
    this.wish = new FetchPlan.Wish(options.offline(), options.refresh());
    this.uploadTimesWanted = options.excludeNewer().isPresent();
    this.store = new PageStore(options.cacheDirectory(), this.url);
    this.fetcher = fetcher;
    this.clock = clock;
    this.work = work;
  }

  /**
   * A page and how it came.
   *
   * @param fromCache nobody was asked
   * @param staleFor present where an old copy was taken because nobody may be asked: its age
   */
  record Found(StoredPage page, boolean fromCache, Optional<Duration> staleFor) {}

  CompletableFuture<Found> page(PackageName project) {
    return CompletableFuture.supplyAsync(() -> store.read(project), work)
        .thenCompose(stored -> carryOut(project, stored));
  }

  private CompletableFuture<Found> carryOut(PackageName project, Optional<StoredPage> stored) {
    FetchPlan plan = FetchPlan.decide(clock.instant(), wish, stored.map(StoredPage::stored));
    return switch (plan.act()) {
      case USE -> {
        StoredPage page = stored.orElseThrow();
        boolean stale = plan.age().compareTo(page.stored().fresh()) >= 0;
        yield withUploadTimes(project, page)
            .thenApply(
                complete ->
                    new Found(complete, true, stale ? Optional.of(plan.age()) : Optional.empty()));
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
              .thenApply(page -> new Found(page, false, Optional.empty()))
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
        .get()
        .fetch(address(project), headers, Fetched::read)
        .thenComposeAsync(
            fetched -> {
              if (fetched.answer().status() == 406 && !plain) {
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

  /** An answer with its body. */
  private record Fetched(HttpAnswer answer, byte[] body) {
    static Fetched read(HttpAnswer answer, InputStream body) throws IOException {
      return new Fetched(answer, BoundedStream.readAll(body, PAGE_LIMIT));
    }
  }

  private StoredPage understand(PackageName project, Fetched fetched, Optional<StoredPage> stored) {
    HttpAnswer answer = fetched.answer();
    FetchPlan.Stored renewed =
        new FetchPlan.Stored(
            clock.instant(),
            Freshness.of(answer.header("Cache-Control")),
            new FetchPlan.Validators(answer.header("ETag"), answer.header("Last-Modified")));
    switch (answer.status()) {
      case 200:
        return new StoredPage(renewed, true, false, PackedFiles.pack(project, links(fetched)));
      case 304:
        StoredPage known =
            stored.orElseThrow(() -> unusable(answer, "304 to a question without a validator"));
        FetchPlan.Validators validators =
            renewed.validators().isEmpty() ? known.stored().validators() : renewed.validators();
        return known.withStored(
            new FetchPlan.Stored(renewed.fetched(), renewed.fresh(), validators));
      case 403, 404, 410:
        // Object stores that serve as an index answer 403 for what they do not have.
        return new StoredPage(renewed, false, false, PackedFiles.pack(project, List.of()));
      case 401, 407:
        throw unusable(
            answer,
            answer.status()
                + ": a login is needed, or the one in the index URL, netrc or environment is wrong");
      default:
        throw unusable(answer, "the status " + answer.status());
    }
  }

  private static List<PageLink> links(Fetched fetched) {
    HttpAnswer answer = fetched.answer();
    String type = answer.header("Content-Type").orElse("");
    Dialect dialect =
        Dialect.of(type)
            .orElseThrow(
                () -> unusable(answer, "the type `" + type + "`, which is no project's page"));
    try {
      return dialect.read(fetched.body(), answer.charset(), PageUrl.parse(answer.finalUrl()));
    } catch (IOException unreadable) {
      // A parser's message goes on over lines and names its own classes.
      String why = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
      throw unusable(answer, "something that cannot be used: " + why);
    }
  }

  private static IndexException unusable(HttpAnswer answer, String what) {
    return new IndexException("`" + Redaction.ofUrl(answer.finalUrl()) + "` answered with " + what);
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
        .get()
        .fetch(address.get(), Map.of("Accept", "application/json"), Fetched::read)
        .thenApplyAsync(
            fetched -> {
              StoredPage complete = merge(project, page, uploadTimes(fetched));
              store.write(project, complete);
              return complete;
            },
            work);
  }

  /** None where the index has no such API. */
  private static Map<String, Instant> uploadTimes(Fetched fetched) {
    if (fetched.answer().status() != 200) {
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
