package wheelbase.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.baseimage.ImageReference;
import wheelbase.platform.Architecture;
import wheelbase.testing.ContainerImages;
import wheelbase.testing.Programs;
import wheelbase.testing.RunningServer;

/** The client against the registry that distributions package ({@code docker-registry}). */
@Tag("servers")
class RealRegistryTest {
  private static final List<Architecture> BOTH = List.of(Architecture.values());

  @TempDir private Path directory;

  private final ContainerImages images = ContainerImages.python();

  @BeforeEach
  void pushAnImage() throws IOException, InterruptedException {
    Programs.need("docker-registry");
    try (RunningServer server = registry("")) {
      images.push(server.url(""), "team/python", "3.13");
    }
  }

  @Test
  void withoutALogin() throws IOException, InterruptedException {
    try (RunningServer server = registry("")) {
      ImageReference image = image(server, "team/python:3.13");
      Registry registry = new HttpRegistry(Map.of());
      assertThat(registry.digest(image)).isEqualTo(images.digest());
      PublishedImage read = registry.image(image, BOTH);
      assertThat(read.digest()).isEqualTo(images.digest());
      assertThat(read.contents()).containsOnlyKeys(Architecture.AMD64, Architecture.ARM64);
      PublishedImage.Contents arm = read.contents().get(Architecture.ARM64);
      assertThat(arm.variable("PYTHON_VERSION")).contains("3.13.5");
      assertThat(arm.toPull()).isEqualTo("layer of arm64".length());
      assertThat(arm.history()).first().asString().contains("'trixie'");
      assertThat(registry.image(image(server, "team/python:3.13@" + images.digest()), BOTH))
          .extracting(PublishedImage::digest)
          .isEqualTo(images.digest());
    }
  }

  @Test
  void whatIsNotThere() throws IOException, InterruptedException {
    try (RunningServer server = registry("")) {
      Registry registry = new HttpRegistry(Map.of());
      for (String missing : List.of("team/python:3.14", "team/other:1")) {
        assertThatThrownBy(() -> registry.digest(image(server, missing)))
            .isInstanceOf(RegistryException.class)
            .hasMessageStartingWith("there is no `127.0.0.1:");
      }
    }
  }

  @Test
  void withAPassword() throws IOException, InterruptedException {
    Programs.need("htpasswd");
    Path file = directory.resolve("htpasswd");
    Programs.run(
        directory,
        Map.of(),
        "",
        List.of("htpasswd", "-B", "-b", "-c", file.toString(), "ada", "s3cret"));
    try (RunningServer server =
        registry("auth: {htpasswd: {realm: somewhere, path: " + file + "}}\n")) {
      ImageReference image = image(server, "team/python:3.13");
      assertThat(new HttpRegistry(loggedIn(image.registry(), "ada:s3cret")).digest(image))
          .isEqualTo(images.digest());
      assertThatThrownBy(() -> new HttpRegistry(Map.of()).digest(image))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("without a login");
      assertThatThrownBy(
              () -> new HttpRegistry(loggedIn(image.registry(), "ada:wr0ng")).digest(image))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("the login that is kept")
          .hasMessageNotContaining("wr0ng");
    }
  }

  @Test
  void withTokensOfAnotherServer() throws Exception {
    Programs.need("keytool");
    KeyStore keys = keys();
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    HttpServer tokens = HttpServer.create(new InetSocketAddress(loopback(), 0), 0);
    tokens.createContext("/token", exchange -> answer(exchange, keys, asked));
    tokens.start();
    try (RunningServer server =
        registry(
            "auth: {token: {realm: 'http://127.0.0.1:"
                + tokens.getAddress().getPort()
                + "/token', service: the-registry, issuer: the-issuer, rootcertbundle: "
                + directory.resolve("certificate.pem")
                + "}}\n")) {
      ImageReference image = image(server, "team/python:3.13");
      Registry anonymous = new HttpRegistry(Map.of());
      assertThat(anonymous.digest(image)).isEqualTo(images.digest());
      assertThat(anonymous.image(image, BOTH).contents()).hasSize(2);
      assertThat(asked)
          .containsExactly("anybody service=the-registry&scope=repository:team/python:pull");
      asked.clear();
      assertThat(new HttpRegistry(loggedIn(image.registry(), "ada:s3cret")).digest(image))
          .isEqualTo(images.digest());
      assertThat(asked)
          .containsExactly("ada:s3cret service=the-registry&scope=repository:team/python:pull");
    } finally {
      tokens.stop(0);
    }
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }

  private RunningServer registry(String authentication) throws IOException, InterruptedException {
    return RunningServer.start(
        directory,
        port -> {
          String configuration =
              "version: 0.1\n"
                  + "log: {accesslog: {disabled: true}}\n"
                  + ("storage: {filesystem: {rootdirectory: " + directory.resolve("data") + "}}\n")
                  + ("http: {addr: '127.0.0.1:" + port + "'}\n")
                  + authentication;
          try {
            Path file = Files.writeString(directory.resolve("registry.yml"), configuration);
            return List.of("docker-registry", "serve", file.toString());
          } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
          }
        });
  }

  private static ImageReference image(RunningServer server, String name) {
    return ImageReference.parse(server.url("/" + name).substring("http://".length()))
        .value()
        .orElseThrow();
  }

  private Map<String, String> loggedIn(String registry, String login) throws IOException {
    String encoded = Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    Files.writeString(
        directory.resolve("config.json"),
        "{\"auths\": {\"" + registry + "\": {\"auth\": \"" + encoded + "\"}}}");
    return Map.of("DOCKER_CONFIG", directory.toString());
  }

  private KeyStore keys() throws Exception {
    Path store = directory.resolve("keys.p12");
    List<String> common = List.of("-keystore", store.toString(), "-storepass", "changeit");
    List<String> make = new ArrayList<>(List.of("keytool", "-genkeypair", "-alias", "tokens"));
    make.addAll(List.of("-keyalg", "RSA", "-dname", "CN=tokens", "-storetype", "PKCS12"));
    make.addAll(common);
    Programs.run(directory, Map.of(), "", make);
    List<String> export = new ArrayList<>(List.of("keytool", "-exportcert", "-rfc"));
    export.addAll(List.of("-alias", "tokens", "-file", "certificate.pem"));
    export.addAll(common);
    Programs.run(directory, Map.of(), "", export);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      keys.load(file, "changeit".toCharArray());
    }
    return keys;
  }

  /** Gives everybody a token that lets them pull; the registry checks who signed it. */
  private static void answer(HttpExchange exchange, KeyStore keys, List<String> asked)
      throws IOException {
    try (exchange) {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      String who =
          authorization == null
              ? "anybody"
              : new String(Base64.getDecoder().decode(authorization.substring(6)), UTF_8);
      asked.add(who + " " + exchange.getRequestURI().getQuery());
      byte[] body = ("{\"token\": \"" + token(keys) + "\"}").getBytes(UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (GeneralSecurityException failure) {
      throw new IOException(failure);
    }
  }

  private static String token(KeyStore keys) throws GeneralSecurityException {
    String certificate =
        Base64.getEncoder().encodeToString(keys.getCertificate("tokens").getEncoded());
    String signed =
        encoded("{\"typ\":\"JWT\",\"alg\":\"RS256\",\"x5c\":[\"" + certificate + "\"]}")
            + "."
            + encoded(
                "{\"iss\":\"the-issuer\",\"aud\":\"the-registry\",\"sub\":\"\",\"nbf\":1,"
                    + "\"exp\":99999999999,\"access\":[{\"type\":\"repository\","
                    + "\"name\":\"team/python\",\"actions\":[\"pull\"]}]}");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign((PrivateKey) keys.getKey("tokens", "changeit".toCharArray()));
    signature.update(signed.getBytes(UTF_8));
    return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
