package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.pep508.PackageName;

/** A server whose certificate nobody signed, and which names another host at that. */
class TrustedHostTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path directory;
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException, InterruptedException, GeneralSecurityException {
    Path store = directory.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=elsewhere.test",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var stream = Files.newInputStream(store)) {
      keys.load(stream, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server.useHttps(context.getSocketFactory());
    for (int each = 0; each < 4; each++) {
      server.enqueue(
          new MockResponse.Builder()
              .addHeader("Content-Type", "text/html")
              .body("<a href='foo-1.0.tar.gz'>x</a>")
              .build());
    }
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private boolean reads(String... trusted) {
    Asking options =
        Asking.of(List.of(server.url("/simple/").toString()), directory.resolve("cache"))
            .withRefresh(true)
            .withTrustedHosts(List.of(trusted));
    try (PypiIndex index = ScriptedServer.index(options)) {
      return index
          .page(new PackageName("foo"))
          .handle((page, failure) -> failure == null && page.files().size() == 1)
          .join();
    }
  }

  @Test
  void isAskedOnlyWhereItIsTrusted() {
    String host = server.getHostName();
    assertThat(reads()).isFalse();
    assertThat(reads("other.test")).isFalse();
    assertThat(reads(host + ":1")).isFalse();
    assertThat(reads(host)).isTrue();
    assertThat(reads(host + ":" + server.getPort())).isTrue();
  }
}
