package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wheelbase.index.pypi.ScriptedServer.HTML;
import static wheelbase.index.pypi.ScriptedServer.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.pep508.PackageName;

/** Indexes beside each other: whose answers count, and what happens where one fails. */
class SeveralIndexesTest {
  private static final PackageName FOO = new PackageName("foo");

  @TempDir Path cache;
  private ScriptedServer first;
  private ScriptedServer second;

  @BeforeEach
  void start() throws IOException {
    first = new ScriptedServer();
    second = new ScriptedServer();
    first.on("/simple/foo/", HTML, "<a href='foo-1.0.tar.gz'>x</a>");
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  private Asking both() {
    return first
        .options(cache)
        .withIndexUrls(List.of(first.url("/simple/"), second.url("/simple/")));
  }

  private static ProjectPage page(Asking options) {
    try (PypiIndex index = ScriptedServer.index(options)) {
      return index.page(FOO).join();
    }
  }

  private static List<String> ids(ProjectPage page) {
    return page.diagnostics().stream().map(Diagnostic::id).toList();
  }

  @Test
  void saysWhoHasWhat() {
    second.on("/simple/foo/", HTML, "<a href='foo-2.0.tar.gz'>x</a>");

    ProjectPage page = page(both());

    assertThat(page.origins())
        .extracting(ProjectPage.Origin::location)
        .containsExactly(first.url("/simple/"), second.url("/simple/"));
    assertThat(page.origins().get(1).files())
        .extracting(ReleaseFile::fileName)
        .containsExactly("foo-2.0.tar.gz");
  }

  @Test
  void ofOneThatHasItNothingIsSaid() {
    assertThat(page(both()).origins()).isEmpty();
  }

  /** pip goes on without it whatever the answer; here "not there" is no fault. */
  @ParameterizedTest
  @CsvSource({
    "404,",
    "403,",
    "410,",
    "401,index-left-out",
    "400,index-left-out",
    "500,index-left-out"
  })
  void goesOnWithoutAnIndexThatAnswers(int status, String said) {
    second.on("/simple/foo/", request -> answer(status, HTML, ""));

    ProjectPage page = page(both());

    assertThat(page.files()).hasSize(1);
    assertThat(ids(page)).isEqualTo(said == null ? List.of() : List.of(said));
  }

  @Test
  void goesOnWithoutAnIndexThatHangsUp() {
    MockResponse hangsUp =
        answer(200, HTML, "").newBuilder().onResponseStart(new SocketEffect.CloseSocket()).build();
    second.on("/simple/foo/", request -> hangsUp);

    assertThat(ids(page(both()))).containsExactly("index-left-out");
  }

  @Test
  void anIndexThatFailsForOneProjectIsAskedForTheNext() {
    second.on("/simple/foo/", request -> answer(500, HTML, ""));
    second.on("/simple/bar/", HTML, "<a href='bar-1.0.tar.gz'>x</a>");
    try (PypiIndex index = ScriptedServer.index(both())) {
      assertThat(index.page(FOO).join().files()).hasSize(1);
      assertThat(index.page(new PackageName("bar")).join().files()).hasSize(1);
    }
  }

  @Test
  void doesNotTakeAProjectForUnknownWhereOneCouldNotBeAsked() {
    second.on("/simple/bar/", request -> answer(500, HTML, ""));
    try (PypiIndex index = ScriptedServer.index(both())) {
      assertThatThrownBy(() -> index.page(new PackageName("bar")).join())
          .hasMessageContaining("/simple/bar/")
          .hasMessageContaining("500");
    }
  }

  @Test
  void afterOneFailureAServerIsNotWaitedForAgainAndAgain() {
    second.on("/simple/foo/", request -> answer(500, HTML, ""));
    second.on("/simple/bar/", request -> answer(500, HTML, ""));
    first.on("/simple/bar/", HTML, "<a href='bar-1.0.tar.gz'>x</a>");
    try (PypiIndex index = ScriptedServer.index(both())) {
      index.page(FOO).join();
      index.page(new PackageName("bar")).join();
    }
    assertThat(second.paths())
        .containsExactly("/simple/foo/", "/simple/foo/", "/simple/foo/", "/simple/bar/");
  }

  @Test
  void leavesOutAnIndexWithoutTls_asPipDoes_andSaysWhereItIsWritten() {
    String plain = "http://me:secret@index.test/simple/";
    SourceSpan place = SourceSpan.line("requirements.txt", 3, "-i http://me:******@index.test/");

    ProjectPage page =
        page(
            both()
                .withIndexUrls(List.of(first.url("/simple/"), plain))
                .withPlaces(Map.of(plain, place)));

    assertThat(page.diagnostics()).hasSize(1);
    Diagnostic found = page.diagnostics().get(0);
    assertThat(found.id()).isEqualTo("index-without-tls");
    assertThat(found.place()).contains(place);
    assertThat(found.message())
        .isEqualTo(
            "the index `http://index.test/simple/` is left out, as pip leaves it out: it has no"
                + " TLS, and nobody trusts it");
    assertThat(found.hint()).contains("use its https: address, or `--trusted-host index.test`");
  }

  @Test
  void asksATrustedHostWithoutTls_andSaysWhatThatMeans() {
    ProjectPage page =
        page(
            both()
                .withIndexUrls(List.of(first.url("/simple/"), "http://index.invalid/simple/"))
                .withTrustedHosts(List.of("index.invalid")));

    assertThat(ids(page)).containsExactly("index-without-tls", "index-left-out");
    assertThat(page.diagnostics().get(0).message()).contains("asked without TLS");
  }

  @Test
  void whereNothingIsLeftToAskItSaysSo() {
    assertThatThrownBy(() -> page(both().withIndexUrls(List.of("http://index.test/simple/"))))
        .hasMessageContaining("nowhere to look")
        .hasMessageContaining("no TLS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://any.test/",
        "http://localhost:80/",
        "http://127.3.2.1/",
        "http://[::1]:8080/",
        "file:///here",
        "http://trusted.test/",
        "http://TRUSTED.test:8080/",
        "http://part.test:81/"
      })
  void theseAreAsked(String url) {
    assertThat(origins().admits(PageUrl.parse(url))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://any.test/",
        "http://sub.trusted.test/",
        "http://part.test/",
        "http://10.0.0.1/"
      })
  void theseAreNot(String url) {
    assertThat(origins().admits(PageUrl.parse(url))).isFalse();
  }

  private static SecureOrigins origins() {
    return new SecureOrigins(List.of("trusted.test", "part.test:81"));
  }

  @Test
  void noIndexAtAllKnowsNothing() {
    ProjectPage page = page(both().withIndexUrls(List.of()));

    assertThat(page.found()).isFalse();
  }
}
