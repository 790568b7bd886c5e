package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;
import static wheelbase.index.pypi.ScriptedServer.HTML;
import static wheelbase.index.pypi.ScriptedServer.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.pep508.PackageName;

/** A login out of the user's keyring program: asked as pip 26.3 asks, and only when it would. */
class KeyringTest {
  private static final PackageName FOO = new PackageName("foo");
  private static final String CALLS = "calls";

  @TempDir Path directory;
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    server.on("/simple/foo/", this::guarded);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private MockResponse guarded(RecordedRequest request) {
    return new Login("u", "right").basic().equals(request.getHeaders().get("Authorization"))
        ? answer(200, HTML, "<a href='foo-1.0.tar.gz'>x</a>")
        : answer(401, HTML, "");
  }

  /** Writes down what it is asked, and answers with a shell script. */
  private Asking keyring(String script) throws IOException {
    Path program = directory.resolve("keyring");
    Files.writeString(
        program, "#!/bin/sh\necho \"$*\" >>" + directory.resolve(CALLS) + "\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return server
        .options(directory.resolve("cache"))
        .withEnvironment(Map.of("PATH", directory + ":/usr/bin:/bin"))
        .withKeyring(KeyringUse.WHEN_REFUSED);
  }

  private static String credentials(String password) {
    return "echo '{\"username\": \"u\", \"password\": \"" + password + "\"}'";
  }

  private List<String> calls() throws IOException {
    Path calls = directory.resolve(CALLS);
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  private static boolean reads(Asking options) {
    try (PypiIndex index = ScriptedServer.index(options)) {
      return index.page(FOO).handle((page, failure) -> failure == null).join();
    }
  }

  @Test
  void isAskedForTheIndexAfterARefusal_once() throws IOException {
    server.on("/simple/bar/", this::guarded);
    try (PypiIndex index = ScriptedServer.index(keyring(credentials("right")))) {
      assertThat(index.page(FOO).join().files()).hasSize(1);
      index.page(new PackageName("bar")).join();
    }
    assertThat(calls()).containsExactly("--mode=creds --output=json get " + server.url("/simple/"));
    assertThat(server.paths())
        .as("what was accepted is sent at once the next time")
        .containsExactly("/simple/foo/", "/simple/foo/", "/simple/bar/");
  }

  @Test
  void isAskedForHostAndPortWhereItDoesNotKnowTheIndex() throws IOException {
    String authority = server.url("/").replaceAll("^http://|/$", "");
    Asking options = keyring("case \"$4\" in */simple/) exit 1;; esac\n" + credentials("right"));

    assertThat(reads(options)).isTrue();
    assertThat(calls())
        .containsExactly(
            "--mode=creds --output=json get " + server.url("/simple/"),
            "--mode=creds --output=json get " + authority);
  }

  @Test
  void isAskedForThePasswordOfTheUserInTheUrl() throws IOException {
    Asking options = keyring(credentials("right"));
    String url = server.url("/simple/").replace("://", "://u@");

    assertThat(reads(options.withIndexUrls(List.of(url)))).isTrue();
    assertThat(calls())
        .containsExactly("--mode=creds --output=json get " + server.url("/simple/") + " u");
  }

  @Test
  void isNotAskedWhereTheUrlHoldsALogin_norWhereItMayNot_norOffline() throws IOException {
    Asking options = keyring(credentials("right"));
    String wrong = server.url("/simple/").replace("://", "://u:wrong@");

    assertThat(reads(options.withIndexUrls(List.of(wrong)))).isFalse();
    assertThat(reads(options.withKeyring(KeyringUse.NEVER))).isFalse();
    assertThat(reads(options.withOffline(true))).isFalse();
    assertThat(calls()).isEmpty();
  }

  @Test
  void isAskedWhereNetrcIsWrong_asInPip() throws IOException {
    Path netrc = Files.writeString(directory.resolve("netrc"), "default login u password wrong");
    Asking options = keyring(credentials("right"));

    assertThat(
            reads(
                options.withEnvironment(
                    Map.of("PATH", directory + ":/bin:/usr/bin", "NETRC", netrc.toString()))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exit 1",
        "exit 2",
        "echo not json",
        "echo '{}'",
        "echo '[1]'",
        "echo '{\"username\": \"u\", \"password\": \"wrong\"}'"
      })
  void helpsNothingWhereItKnowsNothing(String script) throws IOException {
    assertThat(reads(keyring(script))).isFalse();
    assertThat(calls()).hasSizeBetween(1, 2);
  }

  @Test
  void isNotWaitedForForEver() throws IOException {
    Keyring keyring =
        new Keyring(keyring("sleep 600").options().environment(), Duration.ofMillis(300));

    assertThat(keyring.login("https://index.test/", Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "auto, false, WHEN_REFUSED",
    "auto, true, NEVER",
    "disabled, false, NEVER",
    "subprocess, true, WHEN_REFUSED",
    "import, true, WHEN_REFUSED"
  })
  void pipsSettingDecides(String provider, boolean noInput, KeyringUse use) {
    assertThat(KeyringUse.of(provider, noInput)).isEqualTo(use);
  }
}
