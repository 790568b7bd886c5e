package wheelbase.index.pypi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What to do about a page, given what the cache has of it. A decision, without the doing.
 *
 * @param age of the cached page; zero where there is none
 */
record FetchPlan(Act act, Optional<Validators> validators, Duration age) {

  enum Act {
    /** Take the cached page. */
    USE,
    /** Ask with {@link FetchPlan#validators}: the answer may be that nothing changed. */
    REVALIDATE,
    /** Ask for the whole page. */
    FETCH,
    /** There is nothing, and asking is not allowed. */
    REFUSE
  }

  /** What the user wants. */
  record Wish(boolean offline, boolean refresh) {}

  /** What the server gave to ask with whether a page changed (RFC 9110, section 8.8). */
  record Validators(Optional<String> etag, Optional<String> lastModified) {
    static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    boolean isEmpty() {
      return etag.isEmpty() && lastModified.isEmpty();
    }
  }

  /**
   * What the cache knows of a stored page.
   *
   * @param fetched when the server last vouched for it
   * @param fresh for how long from then it may be used without asking
   */
  record Stored(Instant fetched, Duration fresh, Validators validators) {
    /** The age of a page that is no longer fresh at that age; empty where it is. */
    Optional<Duration> staleFor(Duration age) {
      return age.compareTo(fresh) >= 0 ? Optional.of(age) : Optional.empty();
    }
  }

  /**
   * Offline takes whatever there is; a refresh never takes it unasked; else the page's own
   * freshness counts. A page "fetched" in the future (a clock was set back) is not fresh.
   */
  static FetchPlan decide(Instant now, Wish wish, Optional<Stored> stored) {
    if (stored.isEmpty()) {
      return new FetchPlan(
          wish.offline() ? Act.REFUSE : Act.FETCH, Optional.empty(), Duration.ZERO);
    }
    Stored page = stored.get();
    Duration age = Duration.between(page.fetched(), now);
    boolean fresh = !age.isNegative() && age.compareTo(page.fresh()) < 0;
    if (wish.offline() || fresh && !wish.refresh()) {
      return new FetchPlan(Act.USE, Optional.empty(), age.isNegative() ? Duration.ZERO : age);
    }
    return page.validators().isEmpty()
        ? new FetchPlan(Act.FETCH, Optional.empty(), age)
        : new FetchPlan(Act.REVALIDATE, Optional.of(page.validators()), age);
  }
}
