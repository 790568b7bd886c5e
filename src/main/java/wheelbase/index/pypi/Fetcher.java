package wheelbase.index.pypi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import wheelbase.index.IndexException;

/** Gets what lies behind an address. */
interface Fetcher {
  /** What to do with an answer whose status is not one to retry. */
  interface AnswerReader<T> {
    /**
     * @throws IOException where the transfer broke: it is asked for again
     */
    T read(HttpAnswer answer, InputStream body) throws IOException;
  }

  /**
   * The answer to a GET, read by {@code reader}. Fails with an {@link IndexException} that says
   * what was tried.
   */
  <T> CompletableFuture<T> fetch(String url, Map<String, String> headers, AnswerReader<T> reader);

  /**
   * Keeps the login in an address that an index told, for as long as the program runs.
   *
   * @param url with {@code user:password@}
   */
  default void learn(String url) {}
}
