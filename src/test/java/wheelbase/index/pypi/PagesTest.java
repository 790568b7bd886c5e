package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wheelbase.index.pypi.ScriptedServer.HTML;
import static wheelbase.index.pypi.ScriptedServer.JSON;
import static wheelbase.index.pypi.ScriptedServer.NOON;
import static wheelbase.index.pypi.ScriptedServer.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.IndexException;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.pep508.PackageName;

class PagesTest {
  private static final PackageName FOO = new PackageName("foo");
  private static final String PAGE =
      "<a href='../../files/foo-1.0-py3-none-any.whl#sha256=aa' data-requires-python='&gt;=3.8'>x</a>"
          + "<a href='../../files/foo-1.0.tar.gz' data-upload-time='2024-01-02T03:04:05Z'>x</a>";

  @TempDir Path cache;
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ProjectPage page() {
    return page(server.options(cache), NOON);
  }

  private ProjectPage page(Asking options, Instant now) {
    try (PypiIndex index = ScriptedServer.index(options, now)) {
      return index.page(FOO).join();
    }
  }

  private static List<String> names(ProjectPage page) {
    return page.files().stream().map(ReleaseFile::fileName).toList();
  }

  @Nested
  class Dialects {
    @Test
    void readsHtml() {
      server.on("/simple/foo/", HTML, PAGE);

      ReleaseFile wheel = page().files().get(0);

      assertThat(wheel.url()).hasToString(server.url("/files/foo-1.0-py3-none-any.whl"));
      assertThat(wheel.hashes()).containsExactly(Map.entry("sha256", "aa"));
      assertThat(wheel.requiresPython()).isPresent();
      assertThat(wheel.size()).isEmpty();
      assertThat(wheel.uploaded()).isEmpty();
    }

    @Test
    void readsJson() {
      server.on(
          "/simple/foo/",
          JSON,
          "{\"meta\":{\"api-version\":\"1.1\"},\"files\":[{\"filename\":\"foo-1.0.tar.gz\",\"url\":"
              + "\"/f/foo-1.0.tar.gz\",\"hashes\":{},\"size\":12,\"yanked\":\"broken\","
              + "\"core-metadata\":true,\"upload-time\":\"2024-01-02T03:04:05.5Z\"}]}");

      ReleaseFile sdist = page().files().get(0);

      assertThat(sdist.url()).hasToString(server.url("/f/foo-1.0.tar.gz"));
      assertThat(sdist.size()).hasValue(12);
      assertThat(sdist.yanked()).contains("broken");
      assertThat(sdist.uploaded()).contains(Instant.parse("2024-01-02T03:04:05.5Z"));
      assertThat(sdist.metadata()).isEqualTo(ReleaseFile.MetadataOffer.ANNOUNCED);
    }

    @Test
    void resolvesAgainstTheUrlAfterRedirects() {
      server.on(
          "/simple/foo/",
          request ->
              new MockResponse.Builder()
                  .code(302)
                  .addHeader("Location", "../../mirror/foo/")
                  .build());
      server.on("/mirror/foo/", HTML, "<a href='foo-1.0.tar.gz'>x</a>");

      assertThat(page().files().get(0).url()).hasToString(server.url("/mirror/foo/foo-1.0.tar.gz"));
    }

    @Test
    void asksForPlainHtmlWhereTheUsualHeaderIsRefused_andRemembersThat() {
      server.on(
          "/simple/foo/",
          request ->
              request.getHeaders().get("Accept").contains("json")
                  ? answer(406, HTML, "")
                  : answer(200, HTML, PAGE));

      assertThat(page().files()).hasSize(2);
      assertThat(server.requests()).hasSize(2);
      page(server.options(cache).withRefresh(true), NOON);
      assertThat(server.requests()).hasSize(3);
    }

    @Test
    void mergesTheFilesOfAllIndexesInOrder() {
      server.on("/simple/foo/", HTML, "<a href='foo-1.0.tar.gz'>x</a>");
      server.on("/extra/foo/", HTML, "<a href='foo-2.0.tar.gz'>x</a>");

      ProjectPage page =
          page(
              server
                  .options(cache)
                  .withIndexUrls(
                      List.of(server.url("/simple"), server.url("/extra/"), server.url("/none/"))),
              NOON);

      assertThat(names(page)).containsExactly("foo-1.0.tar.gz", "foo-2.0.tar.gz");
    }

    @Test
    void goesOnWithoutAnIndexThatCannotBeReadAndSaysSo() {
      server.on("/simple/foo/", HTML, "<a href='foo-1.0.tar.gz'>x</a>");

      ProjectPage page =
          page(
              server
                  .options(cache)
                  .withIndexUrls(List.of(server.url("/simple"), "http://127.0.0.1:1/closed/")),
              NOON);

      assertThat(names(page)).containsExactly("foo-1.0.tar.gz");
      assertThat(page.diagnostics()).extracting(Diagnostic::id).containsExactly("index-left-out");
    }
  }

  @Nested
  class Failures {
    @Test
    void doesNotFindWhatNoIndexKnows() {
      assertThat(page().found()).isFalse();
    }

    @Test
    void asksAgainAfterAPassingFailure() {
      server.onceEach(
          "/simple/foo/",
          answer(503, HTML, ""),
          answer(429, HTML, "").newBuilder().addHeader("Retry-After", "0").build(),
          answer(200, HTML, PAGE));

      assertThat(page().files()).hasSize(2);
    }

    @Test
    void asksAgainAfterATruncatedAnswer() {
      MockResponse cutShort =
          answer(200, HTML, PAGE.repeat(100))
              .newBuilder()
              .onResponseBody(new SocketEffect.CloseSocket())
              .build();
      server.onceEach("/simple/foo/", cutShort, answer(200, HTML, PAGE));

      assertThat(page().files()).hasSize(2);
    }

    @Test
    void saysWhatWasTriedWithoutCredentials() {
      server.on("/simple/foo/", request -> answer(502, HTML, ""));
      String url = server.url("/simple/").replace("://", "://me:secret@");

      assertThatThrownBy(() -> page(server.options(cache).withIndexUrls(List.of(url)), NOON))
          .hasCauseInstanceOf(IndexException.class)
          .hasMessageContaining("/simple/foo/")
          .hasMessageContaining("502")
          .hasMessageContaining("3 times")
          .hasMessageNotContaining("secret");
    }

    @Test
    void doesNotWaitAsLongAsAServerLikes() {
      server.on(
          "/simple/foo/",
          request -> answer(429, HTML, "").newBuilder().addHeader("Retry-After", "3600").build());

      assertThatThrownBy(PagesTest.this::page).hasMessageContaining("asked once");
    }

    @Test
    void pointsToTheCacheWhereThereIsAnOldCopy() {
      server.onceEach("/simple/foo/", answer(200, HTML, PAGE), answer(500, HTML, ""));
      page();

      assertThatThrownBy(() -> page(server.options(cache), NOON.plus(Duration.ofHours(3))))
          .hasMessageContaining("the cache has its page of 3 hours ago");
    }

    @Test
    void refusesAbsurdAnswers() {
      Map.of(
              answer(200, HTML, "<form><input type=password name=p></form>"),
              "log in",
              answer(200, JSON, "[1, 2]"),
              "not an object",
              answer(200, JSON, "{\"files\": [{\"url\": "),
              "cannot be used",
              answer(200, "image/png", "x"),
              "image/png",
              answer(401, HTML, ""),
              "login")
          .forEach(
              (answer, told) -> {
                server.on("/simple/foo/", request -> answer);
                assertThatThrownBy(PagesTest.this::page)
                    .hasCauseInstanceOf(IndexException.class)
                    .hasMessageContaining(told);
              });
    }
  }

  @Nested
  class Caching {
    @Test
    void takesAFreshPageWithoutAsking() {
      server.on("/simple/foo/", HTML, PAGE);

      ProjectPage asked = page();
      ProjectPage cached = page(server.options(cache), NOON.plus(Duration.ofMinutes(9)));

      assertThat(server.requests()).hasSize(1);
      assertThat(cached).isEqualTo(asked);
      assertThat(cached.files().get(0).hashes()).isEqualTo(asked.files().get(0).hashes());
    }

    @Test
    void remembersThatAProjectIsNotThere() {
      page();

      assertThat(page().found()).isFalse();
      assertThat(server.requests()).hasSize(1);
    }

    @Test
    void asksAgainAfterTenMinutesWhereTheServerSaysNothing() {
      server.on("/simple/foo/", HTML, PAGE);
      page();
      page(server.options(cache), NOON.plus(Duration.ofMinutes(10)));

      assertThat(server.requests()).hasSize(2);
    }

    @Test
    void revalidatesWithTheETag() {
      server.on(
          "/simple/foo/",
          request ->
              "\"v1\"".equals(request.getHeaders().get("If-None-Match"))
                  ? new MockResponse.Builder().code(304).build()
                  : answer(200, HTML, PAGE)
                      .newBuilder()
                      .addHeader("ETag", "\"v1\"")
                      .addHeader("Cache-Control", "max-age=60")
                      .build());
      page();

      ProjectPage revalidated = page(server.options(cache), NOON.plusSeconds(61));

      assertThat(revalidated.files()).hasSize(2);
      assertThat(server.requests()).hasSize(2);
      page(server.options(cache), NOON.plusSeconds(62));
      assertThat(server.requests()).as("the 304 made it fresh again").hasSize(2);
    }

    @Test
    void offlineTakesAnOldCopyAndSaysItsAge() {
      server.on("/simple/foo/", HTML, PAGE);
      page();
      server.close();

      ProjectPage page =
          page(server.options(cache).withOffline(true), NOON.plus(Duration.ofDays(12)));

      assertThat(page.files()).hasSize(2);
      assertThat(page.diagnostics())
          .extracting(Diagnostic::message)
          .containsExactly("the page of foo is a copy of 12 days ago");
    }

    @Test
    void offlineWithoutACopyFails() {
      assertThatThrownBy(() -> page(server.options(cache).withOffline(true), NOON))
          .hasCauseInstanceOf(IndexException.class)
          .hasMessageContaining("not in the cache");
      assertThat(server.requests()).isEmpty();
    }

    @Test
    void asksAnewWhereTheCachedPageIsDamaged() throws IOException {
      server.on("/simple/foo/", HTML, PAGE);
      page();
      try (var files = Files.walk(cache)) {
        Path stored = files.filter(file -> file.endsWith("foo.page")).findFirst().orElseThrow();
        byte[] bytes = Files.readAllBytes(stored);
        bytes[bytes.length - 1] ^= 1;
        Files.write(stored, bytes);
      }

      assertThat(page().files()).hasSize(2);
    }

    @Test
    void askingTwiceAtOnceCostsOneRequest() {
      server.on("/simple/foo/", HTML, PAGE);
      try (PypiIndex index = ScriptedServer.index(server.options(cache))) {
        assertThat(index.page(FOO)).isSameAs(index.page(new PackageName("Foo")));
        index.page(FOO).join();
      }
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Nested
  class Cutoff {
    private final Instant cutoff = Instant.parse("2024-06-01T00:00:00Z");

    private ProjectPage before() {
      return page(server.options(cache).withExcludeNewer(Optional.of(cutoff)), NOON);
    }

    @Test
    void leavesOutWhatCameAtThatTimeOrLater() {
      server.on(
          "/simple/foo/",
          HTML,
          "<a href='foo-1.tar.gz' data-upload-time='2024-05-31T23:59:59Z'>x</a>"
              + "<a href='foo-2.tar.gz' data-upload-time='2024-06-01T00:00:00Z'>x</a>");

      assertThat(names(before())).containsExactly("foo-1.tar.gz");
      assertThat(server.paths()).as("no question to the JSON API").hasSize(1);
    }

    @Test
    void asksTheJsonApiOnceForTimesThatThePageLacks() {
      server.on("/simple/foo/", HTML, "<a href='foo-1.tar.gz'>x</a><a href='foo-2.tar.gz'>x</a>");
      server.on(
          "/pypi/foo/json",
          "application/json",
          "{\"info\":{},\"releases\":{\"1\":[{\"filename\":\"foo-1.tar.gz\",\"url\":\"../nowhere\","
              + "\"upload_time_iso_8601\":\"2024-01-01T00:00:00.000001Z\"}]}}");

      ProjectPage page = before();

      assertThat(names(page)).containsExactly("foo-1.tar.gz");
      assertThat(page.files().get(0).url()).hasToString(server.url("/simple/foo/foo-1.tar.gz"));
      assertThat(page.diagnostics())
          .extracting(Diagnostic::id)
          .containsExactly("upload-time-unknown");
      before();
      assertThat(server.paths()).containsExactly("/simple/foo/", "/pypi/foo/json");
    }
  }

  @Nested
  class Logins {
    private String authorization(Asking options) {
      server.on("/simple/foo/", HTML, PAGE);
      page(options, NOON);
      return server.requests().get(0).getHeaders().get("Authorization");
    }

    @Test
    void sendsTheLoginOfTheIndexUrl() {
      String url = server.url("/simple/").replace("://", "://me:p%40ss@");

      assertThat(authorization(server.options(cache).withIndexUrls(List.of(url))))
          .isEqualTo(new Login("me", "p@ss").basic());
    }

    @Test
    void sendsTheLoginOfTheNetrcFile() throws IOException {
      Path netrc =
          Files.writeString(cache.resolve("netrc"), "machine localhost login a password b");
      Path other =
          Files.writeString(cache.resolve("other"), "machine else.test login a password b");

      Asking options = server.options(cache);
      assertThat(authorization(options.withEnvironment(Map.of("NETRC", netrc.toString()))))
          .isEqualTo(new Login("a", "b").basic());
      server.requests().clear();
      assertThat(
              authorization(
                  options.withEnvironment(Map.of("NETRC", other.toString())).withRefresh(true)))
          .isNull();
    }

    @Test
    void sendsTheLoginOfTheEnvironment() {
      Map<String, String> environment =
          Map.of("WHEELBASE_INDEX_USERNAME", "u", "WHEELBASE_INDEX_PASSWORD", "w");

      assertThat(authorization(server.options(cache).withEnvironment(environment)))
          .isEqualTo(new Login("u", "w").basic());
    }

    /** Those in the links of a page, as some proxies write them, are used and kept nowhere. */
    @Test
    void sendsTheLoginOfALink_andWritesItNowhere() throws IOException {
      String wheel = server.url("/f/foo-1.0-py3-none-any.whl");
      server.on(
          "/simple/foo/", HTML, "<a href='" + wheel.replace("://", "://me:pw-1@") + "'>x</a>");
      try (PypiIndex index = ScriptedServer.index(server.options(cache))) {
        ReleaseFile file = index.page(FOO).join().files().get(0);
        assertThat(file.url()).hasToString(wheel);
        index.metadata(file).handle((metadata, failure) -> failure).join();
      }
      assertThat(server.requests().get(1).getHeaders().get("Authorization"))
          .isEqualTo(new Login("me", "pw-1").basic());
      try (var files = Files.walk(cache)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("pw-1");
        }
      }
    }
  }
}
