package wheelbase.index.pypi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Connection;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import wheelbase.index.IndexException;

/**
 * Sends requests, many at a time, and asks again where a failure may pass. The first request to a
 * host goes ahead alone until it has its connection: HTTP/2 then carries all others, and dozens of
 * TLS handshakes are saved.
 */
final class HttpFetcher implements AutoCloseable {
  private static final int IN_FLIGHT = 48;
  private static final String USER_AGENT = "wheelbase";

  /** What to do with an answer whose status is not one to retry. Runs on a network thread. */
  interface AnswerReader<T> {
    /**
     * @throws IOException where the transfer broke: it is asked for again
     */
    T read(HttpAnswer answer, InputStream body) throws IOException;
  }

  private final Credentials credentials;
  private final RetryPolicy retryPolicy;
  private final IndexListener listener;
  private final Clock clock;
  private final OkHttpClient client;
  private final ConcurrentMap<String, CompletableFuture<Void>> connected =
      new ConcurrentHashMap<>();
  private volatile boolean closed;

  HttpFetcher(
      Credentials credentials,
      ProxySelector proxies,
      RetryPolicy retryPolicy,
      IndexListener listener,
      Clock clock) {
    this.credentials = credentials;
    this.retryPolicy = retryPolicy;
    this.listener = listener;
    this.clock = clock;
    Dispatcher dispatcher =
        new Dispatcher(Executors.newCachedThreadPool(work -> daemon(work, "index-request")));
    dispatcher.setMaxRequests(2 * IN_FLIGHT);
    dispatcher.setMaxRequestsPerHost(IN_FLIGHT);
    this.client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .proxySelector(proxies)
            .connectTimeout(Duration.ofSeconds(15))
            .readTimeout(Duration.ofSeconds(30))
            .authenticator((route, response) -> loggedIn(response))
            .eventListenerFactory(
                call -> new FirstConnection(connected.get(origin(call.request()))))
            .build();
  }

  static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * The answer to a GET, read by {@code reader}. Fails with an {@link IndexException} that says
   * what was tried.
   */
  <T> CompletableFuture<T> fetch(String url, Map<String, String> headers, AnswerReader<T> reader) {
    Request request;
    try {
      Request.Builder builder = new Request.Builder().url(url).header("User-Agent", USER_AGENT);
      headers.forEach(builder::header);
      credentials.login(url).ifPresent(login -> builder.header("Authorization", login.basic()));
      request = builder.build();
    } catch (IllegalArgumentException notHttp) {
      return CompletableFuture.failedFuture(
          new IndexException(
              "`" + Redaction.ofUrl(url) + "` cannot be asked for: it is not an HTTP address"));
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    send(new Attempt<>(request, reader, result, 1));
    return result;
  }

  private record Attempt<T>(
      Request request, AnswerReader<T> reader, CompletableFuture<T> result, int number) {
    String shownUrl() {
      return Redaction.ofUrl(request.url().toString());
    }

    Attempt<T> next() {
      return new Attempt<>(request, reader, result, number + 1);
    }
  }

  private <T> void send(Attempt<T> attempt) {
    CompletableFuture<Void> other =
        connected.putIfAbsent(origin(attempt.request()), new CompletableFuture<>());
    Runnable enqueue =
        () -> {
          if (closed) {
            attempt.result().completeExceptionally(ended(attempt.shownUrl()));
            return;
          }
          listener.requestStarted(attempt.shownUrl());
          client.newCall(attempt.request()).enqueue(new Reading<>(attempt));
        };
    if (other == null) {
      enqueue.run();
    } else {
      other.thenRun(enqueue);
    }
  }

  private static String origin(Request request) {
    return request.url().host() + ":" + request.url().port();
  }

  private Request loggedIn(Response response) {
    if (response.request().header("Authorization") != null) {
      return null;
    }
    return credentials
        .login(response.request().url().toString())
        .map(
            login -> response.request().newBuilder().header("Authorization", login.basic()).build())
        .orElse(null);
  }

  private static IndexException ended(String shownUrl) {
    return new IndexException("`" + shownUrl + "` was not read: the run was ended");
  }

  private <T> void failed(Attempt<T> attempt, String reason, Optional<Duration> retryAfter) {
    listener.requestFinished(attempt.shownUrl(), 0);
    if (closed) {
      attempt.result().completeExceptionally(ended(attempt.shownUrl()));
      return;
    }
    Optional<Duration> delay = retryPolicy.delay(attempt.number(), retryAfter);
    if (delay.isEmpty()) {
      String times = attempt.number() == 1 ? "once" : attempt.number() + " times";
      attempt
          .result()
          .completeExceptionally(
              new IndexException(
                  "`"
                      + attempt.shownUrl()
                      + "` could not be read, asked "
                      + times
                      + ": "
                      + Redaction.ofText(reason)));
      return;
    }
    listener.retried(attempt.shownUrl(), Redaction.ofText(reason));
    CompletableFuture.delayedExecutor(delay.get().toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> send(attempt.next()));
  }

  /** Breaks off what is under way; whatever was read to its end is still handed on. */
  @Override
  public void close() {
    closed = true;
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  /** Reads an answer on the thread it arrives on. */
  private final class Reading<T> implements Callback {
    private final Attempt<T> attempt;

    Reading(Attempt<T> attempt) {
      this.attempt = attempt;
    }

    @Override
    public void onFailure(Call call, IOException e) {
      failed(attempt, reason(e), Optional.empty());
    }

    @Override
    public void onResponse(Call call, Response response) {
      try (response) {
        if (RetryPolicy.mayPass(response.code())) {
          failed(
              attempt,
              "the server answered " + response.code() + " " + response.message(),
              RetryPolicy.retryAfter(response.header("Retry-After"), clock.instant()));
          return;
        }
        HttpAnswer answer =
            new HttpAnswer(
                response.code(), response.request().url().toString(), response.headers());
        WatchedBody body = new WatchedBody(response.body().byteStream());
        T value;
        try {
          value = attempt.reader().read(answer, body);
        } finally {
          if (!body.ended) {
            call.cancel();
          }
        }
        listener.requestFinished(attempt.shownUrl(), response.code());
        attempt.result().complete(value);
      } catch (IOException e) {
        failed(attempt, reason(e), Optional.empty());
      } catch (RuntimeException e) {
        listener.requestFinished(attempt.shownUrl(), response.code());
        attempt.result().completeExceptionally(e);
      }
    }

    private String reason(IOException e) {
      String message = e.getMessage() == null ? "" : ": " + e.getMessage();
      return switch (e.getClass().getSimpleName()) {
        case "UnknownHostException" -> "the host is not known";
        case "SocketTimeoutException" -> "no answer in time" + message;
        case "ConnectException" -> "no connection" + message;
        default -> e.getClass().getSimpleName() + message;
      };
    }
  }

  /** Knows whether a body was read to its end: what is left of another is not worth draining. */
  private static final class WatchedBody extends FilterInputStream {
    private boolean ended;

    WatchedBody(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int octet = super.read();
      ended |= octet < 0;
      return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      ended |= count < 0;
      return count;
    }
  }

  /** Opens the gate for the other requests to a host, whichever way the first one goes. */
  private static final class FirstConnection extends EventListener {
    private final CompletableFuture<Void> gate;

    FirstConnection(CompletableFuture<Void> gate) {
      this.gate = gate;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
      open();
    }

    @Override
    public void callFailed(Call call, IOException e) {
      open();
    }

    @Override
    public void canceled(Call call) {
      open();
    }

    private void open() {
      if (gate != null) {
        gate.complete(null);
      }
    }
  }
}
