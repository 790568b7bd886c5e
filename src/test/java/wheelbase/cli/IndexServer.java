package wheelbase.cli;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import wheelbase.index.pypi.Archives;

/** A package index on the loopback that speaks Simple JSON and has what a test puts there. */
final class IndexServer implements AutoCloseable {
  /** For longer than anyone waits before asking again. */
  private static final MockResponse UNAVAILABLE =
      new MockResponse.Builder().code(503).addHeader("Retry-After", "3600").build();

  private final MockWebServer server = new MockWebServer();
  private final Map<String, List<String>> files = new HashMap<>();
  private final Map<String, byte[]> contents = new HashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch stalled = new CountDownLatch(1);
  private final CountDownLatch goesOn = new CountDownLatch(1);
  private volatile String stallsAt = "";
  private volatile boolean trickles;
  private volatile String failsAt = "";
  private volatile String demanded = "";
  private final List<String> authorizations = new CopyOnWriteArrayList<>();

  IndexServer() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            asked.add(request.getTarget());
            String authorization = request.getHeaders().get("Authorization");
            authorizations.add(authorization == null ? "" : authorization);
            if (!demanded.isEmpty() && !demanded.equals(authorization)) {
              return new MockResponse.Builder().code(401).build();
            }
            if (request.getTarget().equals(failsAt)) {
              return UNAVAILABLE;
            }
            MockResponse answer = answer(request.getTarget(), request.getHeaders().get("Range"));
            return request.getTarget().equals(stallsAt) ? stalling(answer) : answer;
          }
        });
    server.start();
  }

  /** What is asked for at this path does not come until {@link #goOn}. */
  IndexServer stallAt(String path) {
    stallsAt = path;
    return this;
  }

  /** What is asked for at this path begins to come, and never ends until {@link #goOn}. */
  IndexServer trickleAt(String path) {
    trickles = true;
    return stallAt(path);
  }

  /** What is asked for at this path is not to be had until {@link #recover}. */
  IndexServer failAt(String path) {
    failsAt = path;
    return this;
  }

  /** Answers 401 to whoever does not show this header. */
  IndexServer demand(String authorization) {
    demanded = authorization;
    return this;
  }

  /** What was shown so far; empty texts where nothing was. */
  List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  void recover() {
    failsAt = "";
  }

  private MockResponse stalling(MockResponse answer) {
    if (goesOn.getCount() == 0) {
      return answer;
    }
    stalled.countDown();
    if (trickles) {
      return answer.newBuilder().throttleBody(1, 5, TimeUnit.SECONDS).build();
    }
    try {
      goesOn.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }

  /** Waits until somebody waits. */
  void awaitStalled() throws InterruptedException {
    if (!stalled.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody asked for " + stallsAt + ", only for " + asked);
    }
  }

  void goOn() {
    goesOn.countDown();
  }

  /** The paths asked for so far, in order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  String url() {
    return server.url("/simple/").toString();
  }

  IndexServer wheel(String name, String version, String tag, String... requires) {
    String stem = name.replace('-', '_') + "-" + version;
    String metadata = metadata(name, version, requires);
    byte[] zip =
        Archives.zip(
            Map.of(stem + ".dist-info/METADATA", metadata, name + "/__init__.py", "x = 1\n"));
    contents.put("/files/" + stem + "-" + tag + ".whl.metadata", metadata.getBytes());
    return file(name, stem + "-" + tag + ".whl", zip, true);
  }

  /** An sdist with an extension in C. */
  IndexServer nativeSdist(String name, String version, String... requires) {
    String stem = name + "-" + version;
    Map<String, String> members = new LinkedHashMap<>();
    members.put("PKG-INFO", metadata(name, version, requires));
    members.put(
        "setup.py",
        "from setuptools import setup, Extension\n"
            + "setup(name='x', ext_modules=[Extension('x', ['x.c'])])\n");
    members.put("pyproject.toml", "[build-system]\nrequires = []\n");
    members.put("x.c", "int x;\n");
    return file(name, stem + ".tar.gz", Archives.tarGz(members), false);
  }

  private IndexServer file(String name, String file, byte[] content, boolean metadata) {
    contents.put("/files/" + file, content);
    files
        .computeIfAbsent(name, project -> new ArrayList<>())
        .add(
            "{\"filename\": \""
                + file
                + "\", \"url\": \"/files/"
                + file
                + "\", \"hashes\": {\"sha256\": \""
                + sha256(content)
                + "\"}, \"core-metadata\": "
                + metadata
                + ", \"size\": "
                + content.length
                + ", \"upload-time\": \"2026-01-01T00:00:00Z\"}");
    return this;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String metadata(String name, String version, String... requires) {
    StringBuilder text = new StringBuilder("Metadata-Version: 2.2\nName: " + name);
    text.append("\nVersion: ").append(version).append('\n');
    for (String requirement : requires) {
      text.append("Requires-Dist: ").append(requirement).append('\n');
    }
    return text.toString();
  }

  /** The bytes {@code from-to} of a file, or its last {@code -count}. */
  private static MockResponse part(byte[] content, String range) {
    String[] ends = range.substring("bytes=".length()).split("-", -1);
    boolean last = ends[0].isEmpty();
    int from =
        last ? Math.max(0, content.length - Integer.parseInt(ends[1])) : Integer.parseInt(ends[0]);
    int end = last || ends[1].isEmpty() ? content.length : Integer.parseInt(ends[1]) + 1;
    int to = Math.min(end, content.length);
    return new MockResponse.Builder()
        .code(206)
        .addHeader("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + content.length)
        .body(new Buffer().write(content, from, to - from))
        .build();
  }

  private MockResponse answer(String path, String range) {
    byte[] content = contents.get(path);
    if (content != null) {
      return range == null
          ? new MockResponse.Builder().body(new Buffer().write(content)).build()
          : part(content, range);
    }
    List<String> known = files.get(path.replaceAll("^/simple/|/$", ""));
    if (known == null) {
      return new MockResponse.Builder().code(404).build();
    }
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/vnd.pypi.simple.v1+json")
        .addHeader("Cache-Control", "max-age=600")
        .body(
            "{\"meta\": {\"api-version\": \"1.1\"}, \"name\": \"x\", \"files\": ["
                + String.join(", ", known)
                + "]}")
        .build();
  }

  @Override
  public void close() {
    goOn();
    server.close();
  }
}
