package wheelbase.index.pypi;

import wheelbase.pep508.PackageName;

/**
 * Told of what an index does, for progress and for tests. Called from several threads; URLs come
 * without credentials.
 */
public interface IndexListener {
  /** Hears nothing. */
  IndexListener NONE = new IndexListener() {};

  /** A request is about to be sent. */
  default void requestStarted(String url) {}

  /**
   * The answer was read, or is not coming.
   *
   * @param status the HTTP status; 0 where there was no answer
   */
  default void requestFinished(String url, int status) {}

  /** A page is taken from the cache without asking. */
  default void pageFromCache(PackageName project) {}

  /** A request is made again after a failure. */
  default void retried(String url, String reason) {}
}
