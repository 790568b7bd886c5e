package wheelbase.index.pypi;

import java.time.Duration;
import wheelbase.index.IndexQuestion;

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

  /**
   * Something is asked for, for the first time or again after it failed.
   *
   * @param about a project's name, or a file's
   */
  default void asked(IndexQuestion question, String about) {}

  /**
   * What was asked for is there, or will not come.
   *
   * @param fromCache nobody had to be asked
   */
  default void answered(IndexQuestion question, String about, boolean fromCache) {}

  /**
   * A page that should be asked for again was taken as it is, because nobody may be asked.
   *
   * @param age since the index last vouched for it
   */
  default void oldCopyTaken(String project, Duration age) {}

  /** A request is made again after a failure. */
  default void retried(String url, String reason) {}
}
