package wheelbase.index.pypi;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** A server on the loopback that answers each path as a test says, 404 to all others. */
final class ScriptedServer implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
  static final String HTML = "text/html";
  static final String JSON = "application/vnd.pypi.simple.v1+json";

  private final MockWebServer server = new MockWebServer();
  private final Map<String, Function<RecordedRequest, MockResponse>> answers =
      new ConcurrentHashMap<>();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

  ScriptedServer() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            requests.add(request);
            return answers
                .getOrDefault(request.getTarget(), unknown -> answer(404, HTML, "not here"))
                .apply(request);
          }
        });
    server.start();
  }

  void on(String path, Function<RecordedRequest, MockResponse> answer) {
    answers.put(path, answer);
  }

  void on(String path, String type, String body) {
    on(path, request -> answer(200, type, body));
  }

  /** One answer after the other; the last one stays. */
  void onceEach(String path, MockResponse... inTurn) {
    List<MockResponse> left = new ArrayList<>(List.of(inTurn));
    on(path, request -> left.size() > 1 ? left.remove(0) : left.get(0));
  }

  /** A file that can be read in parts. */
  void onFile(String path, byte[] content) {
    on(path, request -> part(request.getHeaders().get("Range"), content));
  }

  static MockResponse answer(int code, String type, String body) {
    return new MockResponse.Builder().code(code).addHeader("Content-Type", type).body(body).build();
  }

  static MockResponse bytes(byte[] content) {
    return new MockResponse.Builder().body(new Buffer().write(content)).build();
  }

  private static MockResponse part(String range, byte[] content) {
    if (range == null) {
      return bytes(content);
    }
    String[] ends = range.substring("bytes=".length()).split("-", -1);
    int from =
        ends[0].isEmpty()
            ? Math.max(0, content.length - Integer.parseInt(ends[1]))
            : Integer.parseInt(ends[0]);
    int to =
        ends[0].isEmpty()
            ? content.length - 1
            : Math.min(Integer.parseInt(ends[1]), content.length - 1);
    return new MockResponse.Builder()
        .code(206)
        .addHeader("Content-Range", "bytes " + from + "-" + to + "/" + content.length)
        .body(new Buffer().write(content, from, to - from + 1))
        .build();
  }

  String url(String path) {
    return server.url(path).toString();
  }

  List<RecordedRequest> requests() {
    return requests;
  }

  List<String> paths() {
    return requests.stream().map(RecordedRequest::getTarget).toList();
  }

  Asking options(Path cache) {
    return Asking.of(List.of(url("/simple/")), cache);
  }

  static PypiIndex index(Asking options) {
    return index(options, NOON);
  }

  /** Retries three times, without waiting. */
  static PypiIndex index(Asking options, Instant now) {
    return new PypiIndex(
        options.options(),
        IndexListener.NONE,
        new RetryPolicy(3, Duration.ZERO, Duration.ofSeconds(5)),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  @Override
  public void close() {
    server.close();
  }
}
