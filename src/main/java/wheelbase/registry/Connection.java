package wheelbase.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import wheelbase.diagnostic.Diagnostic;

/**
 * Sends single requests. Without TLS only this machine is asked; a redirect does not lead from TLS
 * to plain HTTP, and a login does not follow it to another host.
 */
final class Connection {
  /** Manifests and configurations are a few kilobytes; OCI lets registries refuse above 4 MiB. */
  private static final int LONGEST_ANSWER = 8 << 20;

  private final OkHttpClient client;

  Connection(ProxySelector proxies) {
    Dispatcher dispatcher =
        new Dispatcher(Executors.newCachedThreadPool(work -> daemon(work, "registry-request")));
    this.client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .proxySelector(proxies)
            .followSslRedirects(false)
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(Duration.ofSeconds(20))
            .callTimeout(Duration.ofSeconds(60))
            .build();
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Whether nobody on the way can listen: TLS, or this machine. */
  static boolean isSafe(HttpUrl url) {
    return url.isHttps() || isLoopback(url.host());
  }

  static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
        || name.equals("::1")
        || name.equals("[::1]");
  }

  /**
   * @throws RegistryException where no answer comes
   */
  Answer send(Request request) throws InterruptedException {
    if (!isSafe(request.url())) {
      throw new RegistryException(
          Diagnostic.error(
              "registry-without-tls",
              "`" + place(request) + "` is not asked: it speaks no TLS, and is not this machine"));
    }
    CompletableFuture<Answer> result = new CompletableFuture<>();
    Call call = client.newCall(request);
    call.enqueue(
        new Callback() {
          @Override
          public void onFailure(Call failed, IOException why) {
            result.completeExceptionally(why);
          }

          @Override
          public void onResponse(Call answered, Response response) {
            try (response;
                InputStream body = response.body().byteStream()) {
              byte[] content = body.readNBytes(LONGEST_ANSWER + 1);
              if (content.length > LONGEST_ANSWER) {
                throw new IOException("more than " + (LONGEST_ANSWER >> 20) + " MiB");
              }
              result.complete(new Answer(response.code(), response.headers(), content));
            } catch (IOException why) {
              result.completeExceptionally(why);
            }
          }
        });
    try {
      return result.get();
    } catch (InterruptedException stopped) {
      call.cancel();
      throw stopped;
    } catch (ExecutionException failed) {
      throw new RegistryException(
          Diagnostic.error(
              "registry-unreachable",
              "`" + place(request) + "` could not be asked: " + reason(failed.getCause())));
    }
  }

  /** Without the query, which may hold anything. */
  private static String place(Request request) {
    HttpUrl url = request.url();
    boolean usualPort = url.port() == HttpUrl.defaultPort(url.scheme());
    return url.host() + (usualPort ? "" : ":" + url.port());
  }

  private static String reason(Throwable why) {
    String message = why.getMessage() == null ? "" : ": " + why.getMessage();
    return switch (why.getClass().getSimpleName()) {
      case "UnknownHostException" -> "the host is not known";
      case "SocketTimeoutException", "InterruptedIOException" -> "no answer in time";
      case "ConnectException" -> "no connection";
      default -> why.getClass().getSimpleName() + message;
    };
  }
}
