package wheelbase.index.pypi;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Sends each address to who can get it: the disk, or the network. */
final class Fetchers implements Fetcher {
  private final LocalFetcher disk = new LocalFetcher();
  private final Supplier<HttpFetcher> network;

  /**
   * @param network made when it is first needed: a warm run needs none
   */
  Fetchers(Supplier<HttpFetcher> network) {
    this.network = network;
  }

  @Override
  public <T> CompletableFuture<T> fetch(
      String url, Map<String, String> headers, AnswerReader<T> reader) {
    Fetcher fetcher = LocalFetcher.isLocal(url) ? disk : network.get();
    return fetcher.fetch(url, headers, reader);
  }

  @Override
  public void learn(String url) {
    if (!LocalFetcher.isLocal(url)) {
      network.get().learn(url);
    }
  }
}
