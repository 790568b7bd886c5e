package wheelbase.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.baseimage.ImageReference;
import wheelbase.platform.Architecture;
import wheelbase.testing.ContainerImages;

/** Against a scripted registry: what a real one does not do on request. */
class HttpRegistryTest {
  private static final List<Architecture> BOTH = List.of(Architecture.values());

  @TempDir private Path directory;

  private final ContainerImages images = ContainerImages.python();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;

  /** What the registry does before it would answer; whether it has answered already. */
  private Script script = (exchange, path) -> false;

  private boolean saysDigests = true;

  interface Script {
    boolean answer(HttpExchange exchange, String path) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private ImageReference image() {
    return ImageReference.parse(host() + "/team/python:3.13").value().orElseThrow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      String login =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
              .map(header -> " " + header)
              .orElse("");
      asked.add(exchange.getRequestMethod() + " " + path.replaceAll("sha256:.*", "...") + login);
      if (script.answer(exchange, path)) {
        return;
      }
      String name = path.substring(path.lastIndexOf('/') + 1);
      byte[] content =
          name.equals("3.13")
              ? images.index()
              : Optional.ofNullable(images.manifests().get(name))
                  .orElseGet(() -> images.blobs().get(name));
      reply(exchange, content == null ? 404 : 200, content == null ? new byte[0] : content);
    }
  }

  private void reply(HttpExchange exchange, int status, byte[] content) throws IOException {
    if (saysDigests) {
      exchange.getResponseHeaders().set("Docker-Content-Digest", Digests.of(content));
    }
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || content.length == 0 ? -1 : content.length);
    if (!head) {
      exchange.getResponseBody().write(content);
    }
  }

  @Test
  void oneQuestionIsEnoughForADigestAndIsPutOnce() throws InterruptedException {
    Registry registry = new HttpRegistry(Map.of());
    assertThat(registry.digest(image())).isEqualTo(images.digest());
    assertThat(registry.digest(image())).isEqualTo(images.digest());
    assertThat(asked).containsExactly("HEAD /v2/team/python/manifests/3.13");
  }

  @Test
  void aDigestThatIsNotToldIsWorkedOut() throws InterruptedException {
    saysDigests = false;
    assertThat(new HttpRegistry(Map.of()).digest(image())).isEqualTo(images.digest());
    assertThat(asked).hasSize(2);
  }

  @Test
  void whatComesMustBeWhatWasSaid() {
    String manifest = images.manifests().keySet().iterator().next();
    script =
        (exchange, path) -> {
          if (path.endsWith(manifest)) {
            reply(exchange, 200, "{}".getBytes(UTF_8));
            return true;
          }
          return false;
        };
    assertThatThrownBy(() -> new HttpRegistry(Map.of()).image(image(), BOTH))
        .hasMessageEndingWith("what it sent has another digest than it said");
  }

  @Test
  void oneManifestIsForTheArchitectureThatItsConfigurationNames() throws InterruptedException {
    byte[] arm = List.copyOf(images.manifests().values()).get(1);
    script =
        (exchange, path) -> {
          if (path.endsWith("/3.13")) {
            reply(exchange, 200, arm);
            return true;
          }
          return false;
        };
    PublishedImage read = new HttpRegistry(Map.of()).image(image(), BOTH);
    assertThat(read.contents()).containsOnlyKeys(Architecture.ARM64);
    assertThat(read.digest()).isEqualTo(Digests.of(arm));
    assertThatThrownBy(() -> new HttpRegistry(Map.of()).image(image(), List.of(Architecture.AMD64)))
        .hasMessageEndingWith("for Linux on amd64");
  }

  @ParameterizedTest
  @CsvSource({
    "404, no-such-image",
    "429, registry-busy",
    "403, image-not-readable",
    "500, registry-unclear",
    "301, registry-unclear",
  })
  void whatTheRegistryRefusesHasAName(int status, String id) {
    script =
        (exchange, path) -> {
          reply(exchange, status, new byte[0]);
          return true;
        };
    assertThatThrownBy(() -> new HttpRegistry(Map.of()).digest(image()))
        .isInstanceOfSatisfying(
            RegistryException.class, why -> assertThat(why.diagnostic().id()).isEqualTo(id));
  }

  @Test
  void aTokenServerIsAskedOnceForARepository() throws InterruptedException {
    wantToken("http://" + host() + "/token");
    PublishedImage read = new HttpRegistry(Map.of()).image(image(), BOTH);
    assertThat(read.contents()).hasSize(2);
    assertThat(asked.subList(0, 3))
        .containsExactly(
            "GET /v2/team/python/manifests/3.13",
            "GET /token?service=a%20b&scope=repository%3Ateam%2Fpython%3Apull",
            "GET /v2/team/python/manifests/3.13 Bearer t0ken");
    assertThat(asked).filteredOn(question -> question.contains("/token")).hasSize(1);
  }

  @Test
  void anIdentityTokenIsExchanged() throws IOException, InterruptedException {
    wantToken("http://" + host() + "/token");
    Files.writeString(
        directory.resolve("config.json"),
        "{\"auths\": {\"" + host() + "\": {\"identitytoken\": \"1dentity\"}}}");
    assertThat(new HttpRegistry(Map.of("DOCKER_CONFIG", directory.toString())).digest(image()))
        .isEqualTo(images.digest());
    assertThat(asked).contains("POST /token");
    assertThat(bodies).singleElement().asString().contains("refresh_token=1dentity");
  }

  @Test
  void noTokenIsFetchedWithoutTls() throws IOException {
    wantToken("http://tokens.test/token");
    login("ada:s3cret");
    assertThatThrownBy(
            () -> new HttpRegistry(Map.of("DOCKER_CONFIG", directory.toString())).digest(image()))
        .hasMessageContaining("`tokens.test` is not asked: it speaks no TLS");
  }

  @Test
  void aRegistryElsewhereIsAskedThroughTls() {
    ImageReference elsewhere =
        ImageReference.parse("registry.invalid:1/app:1").value().orElseThrow();
    assertThatThrownBy(() -> new HttpRegistry(Map.of()).digest(elsewhere))
        .isInstanceOfSatisfying(
            RegistryException.class,
            why -> assertThat(why.diagnostic().id()).isEqualTo("registry-unreachable"));
  }

  @Test
  void aLoginDoesNotFollowToAnotherHost() throws IOException, InterruptedException {
    login("ada:s3cret");
    HttpServer blobs =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0), 0);
    List<String> there = Collections.synchronizedList(new ArrayList<>());
    blobs.createContext(
        "/",
        exchange -> {
          there.add("" + exchange.getRequestHeaders().getFirst("Authorization"));
          String name = exchange.getRequestURI().getPath().substring(1);
          reply(exchange, 200, images.blobs().get(name));
          exchange.close();
        });
    blobs.start();
    script =
        (exchange, path) -> {
          if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"x\"");
            exchange.sendResponseHeaders(401, -1);
            return true;
          }
          if (path.contains("/blobs/")) {
            String place =
                "http://127.0.0.2:"
                    + blobs.getAddress().getPort()
                    + path.substring(path.lastIndexOf('/'));
            exchange.getResponseHeaders().set("Location", place);
            exchange.sendResponseHeaders(307, -1);
            return true;
          }
          return false;
        };
    try {
      assertThat(
              new HttpRegistry(Map.of("DOCKER_CONFIG", directory.toString()))
                  .image(image(), BOTH)
                  .contents())
          .hasSize(2);
      assertThat(there).containsExactly("null", "null");
    } finally {
      blobs.stop(0);
    }
  }

  @Test
  void whatIsNamedByItsDigestIsNotAskedFor() throws InterruptedException {
    ImageReference pinned =
        ImageReference.parse(image().pinned(images.digest())).value().orElseThrow();
    assertThat(new HttpRegistry(Map.of()).digest(pinned)).isEqualTo(images.digest());
    assertThat(asked).isEmpty();
  }

  @Test
  void offlineNobodyIsAsked() {
    assertThatThrownBy(() -> Registry.offline().digest(image()))
        .hasMessageEndingWith("that is offline");
    assertThat(asked).isEmpty();
  }

  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());

  private void wantToken(String realm) {
    script =
        (exchange, path) -> {
          if (path.startsWith("/token")) {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] body = "{\"access_token\": \"t0ken\", \"expires_in\": 300}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            return true;
          }
          if (!"Bearer t0ken".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange
                .getResponseHeaders()
                .set("WWW-Authenticate", "Bearer realm=\"" + realm + "\",service=\"a b\"");
            exchange.sendResponseHeaders(401, -1);
            return true;
          }
          return false;
        };
  }

  private void login(String login) throws IOException {
    String encoded = Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    Files.writeString(
        directory.resolve("config.json"),
        "{\"auths\": {\"" + host() + "\": {\"auth\": \"" + encoded + "\"}}}");
  }
}
