package wheelbase.index.pypi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HostnameVerifier;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.CipherSuite;
import okhttp3.Connection;
import okhttp3.ConnectionSpec;
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
final class HttpFetcher implements Fetcher, AutoCloseable {
  private static final int IN_FLIGHT = 48;
  private static final int MOST_REFUSALS = 2;
  private static final String USER_AGENT = "wheelbase";

  private final Credentials credentials;
  private final RetryPolicy retryPolicy;
  private final IndexListener listener;
  private final Clock clock;
  private final OkHttpClient client;
  private final ConcurrentMap<String, CompletableFuture<Void>> connected =
      new ConcurrentHashMap<>();

  /** Hosts that failed to the last try: while they do, each further request is tried once. */
  private final Set<String> exhausted = ConcurrentHashMap.newKeySet();

  private volatile boolean closed;

  HttpFetcher(
      Credentials credentials,
      SecureOrigins origins,
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
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .proxySelector(proxies)
            .connectionSpecs(List.of(quickCiphers(), ConnectionSpec.CLEARTEXT))
            .connectTimeout(Duration.ofSeconds(15))
            .readTimeout(Duration.ofSeconds(30))
            .authenticator((route, response) -> loggedIn(response))
            .eventListenerFactory(
                call -> new FirstConnection(connected.get(origin(call.request()))));
    this.client = origins.trusted().isEmpty() ? builder.build() : trusting(origins, builder);
  }

  /**
   * What OkHttp offers, ChaCha20 first. AES in GCM is quick only where the JVM's second compiler
   * puts in the processor's own instructions; a run ends before that, and an index with thousands
   * of releases to look at would cost half its time in deciphering. Measured with the first
   * compiler alone: 39 MB/s with AES, 115 MB/s with ChaCha20.
   */
  private static ConnectionSpec quickCiphers() {
    List<CipherSuite> suites = new ArrayList<>(ConnectionSpec.MODERN_TLS.cipherSuites());
    suites.sort(Comparator.comparing(suite -> !suite.javaName().contains("CHACHA20")));
    return new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
        .cipherSuites(suites.toArray(CipherSuite[]::new))
        .build();
  }

  private static OkHttpClient trusting(SecureOrigins origins, OkHttpClient.Builder builder) {
    HostnameVerifier usual = builder.build().hostnameVerifier();
    TrustingCertificates certificates = new TrustingCertificates(origins);
    return builder
        .sslSocketFactory(certificates.socketFactory(), certificates)
        .hostnameVerifier(
            (host, session) ->
                origins.trusts(host, session.getPeerPort()) || usual.verify(host, session))
        .build();
  }

  static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** {@inheritDoc} Answers are read on a network thread. */
  @Override
  public <T> CompletableFuture<T> fetch(
      String url, Map<String, String> headers, AnswerReader<T> reader) {
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

  @Override
  public void learn(String url) {
    credentials.learn(url);
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

  /** What to try after a refusal: a login that a redirect dropped, then the keyring's. */
  private Request loggedIn(Response refusal) {
    int refusals = 0;
    for (Response prior = refusal.priorResponse(); prior != null; prior = prior.priorResponse()) {
      refusals += prior.code() == 401 ? 1 : 0;
    }
    if (refusals >= MOST_REFUSALS) {
      return null;
    }
    Request request = refusal.request();
    String url = request.url().toString();
    String sent = request.header("Authorization");
    return (sent == null ? credentials.login(url) : Optional.<Login>empty())
        .or(() -> credentials.afterRefusal(url))
        .map(Login::basic)
        .filter(header -> !header.equals(sent))
        .map(header -> request.newBuilder().header("Authorization", header).build())
        .orElse(null);
  }

  private static IndexException ended(String shownUrl) {
    return new IndexException("`" + shownUrl + "` was not read: the run was ended");
  }

  /**
   * @param silent whether no answer came at all
   */
  private <T> void failed(
      Attempt<T> attempt, String reason, Optional<Duration> retryAfter, boolean silent) {
    listener.requestFinished(attempt.shownUrl(), 0);
    if (closed) {
      attempt.result().completeExceptionally(ended(attempt.shownUrl()));
      return;
    }
    String origin = origin(attempt.request());
    Optional<Duration> delay =
        exhausted.contains(origin)
            ? Optional.empty()
            : retryPolicy.delay(attempt.number(), retryAfter);
    if (delay.isEmpty()) {
      exhausted.add(origin);
      String times = attempt.number() == 1 ? "once" : attempt.number() + " times";
      String message =
          "`"
              + attempt.shownUrl()
              + "` could not be read, asked "
              + times
              + ": "
              + Redaction.ofText(reason);
      attempt
          .result()
          .completeExceptionally(
              silent ? IndexException.silence(message) : new IndexException(message));
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
      failed(attempt, reason(e), Optional.empty(), true);
    }

    @Override
    public void onResponse(Call call, Response response) {
      try (response) {
        if (RetryPolicy.mayPass(response.code())) {
          failed(
              attempt,
              "the server answered " + response.code() + " " + response.message(),
              RetryPolicy.retryAfter(response.header("Retry-After"), clock.instant()),
              false);
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
        exhausted.remove(origin(attempt.request()));
        listener.requestFinished(attempt.shownUrl(), response.code());
        attempt.result().complete(value);
      } catch (IOException e) {
        failed(attempt, reason(e), Optional.empty(), false);
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
