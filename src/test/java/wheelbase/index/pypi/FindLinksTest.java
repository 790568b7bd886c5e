package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wheelbase.index.pypi.ScriptedServer.HTML;
import static wheelbase.index.pypi.ScriptedServer.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.CoreMetadata.Provenance;
import wheelbase.index.IndexException;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistContents;
import wheelbase.pep508.PackageName;

/** What pip's sources.py makes of {@code --find-links} and of indexes on this machine. */
class FindLinksTest {
  private static final PackageName FOO = new PackageName("foo");
  private static final String METADATA =
      "Metadata-Version: 2.1\nName: foo\nVersion: 1.0\nRequires-Dist: bar>2\n";

  @TempDir Path directory;
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

  private Asking links(String... locations) {
    return server.options(cache).withIndexUrls(List.of()).withFindLinks(List.of(locations));
  }

  private static ProjectPage page(Asking options) {
    return page(options, NOON);
  }

  private static ProjectPage page(Asking options, Instant now) {
    try (PypiIndex index = ScriptedServer.index(options, now)) {
      return index.page(FOO).join();
    }
  }

  private static List<String> names(ProjectPage page) {
    return page.files().stream().map(ReleaseFile::fileName).toList();
  }

  private void archive(String name) throws IOException {
    byte[] content =
        name.endsWith(".whl")
            ? Archives.zip(
                Map.of("foo/__init__.py", "x = 1", "foo-1.0.dist-info/METADATA", METADATA))
            : Archives.tarGz(Map.of("PKG-INFO", METADATA, "setup.py", "setup(ext_modules=[1])"));
    Files.write(directory.resolve(name), content);
  }

  @Test
  void takesTheArchivesOfADirectory_byDescendingAddress() throws IOException {
    for (String name :
        List.of(
            "foo-1.0-py3-none-any.whl",
            "Foo-2.0.tar.gz",
            "foo-bar-1.0.tar.gz",
            "foo-3.0.tar.bz2",
            "foo-4.0-1.tar.gz",
            "foobar-1.0.zip",
            "README.txt")) {
      archive(name);
    }
    Files.createDirectory(directory.resolve("foo-9.0.tar.gz"));

    assertThat(names(page(links(directory.toString()))))
        .containsExactly("foo-1.0-py3-none-any.whl", "Foo-2.0.tar.gz");
    assertThat(names(page(links(directory.toUri().toString()))))
        .as("as a file: address")
        .hasSize(2);
  }

  @Test
  void readsWhatIsInAnArchiveOnDisk_offlineToo() throws IOException {
    archive("foo-1.0-py3-none-any.whl");
    archive("foo-2.0.tar.gz");
    Asking options = links(directory.toString()).withOffline(true);
    try (PypiIndex index = ScriptedServer.index(options)) {
      List<ReleaseFile> files = index.page(FOO).join().files();
      ReleaseFile sdist = files.get(0);
      ReleaseFile wheel = files.get(1);

      assertThat(index.metadata(wheel).join().requires()).hasToString("[bar>2]");
      assertThat(index.metadata(wheel).join().provenance()).isEqualTo(Provenance.WHEEL);
      assertThat(index.wheelContents(wheel).join().sources().bytes()).isEqualTo(5);
      assertThat(index.metadata(sdist).join().requires()).isEmpty();
      assertThat(index.sdistContents(sdist).join().languages())
          .containsExactly(SdistContents.Language.C);
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void takesAnArchiveByItself() throws IOException {
    archive("foo-1.0-py3-none-any.whl");
    String path = directory.resolve("foo-1.0-py3-none-any.whl").toString();
    String url = server.url("/there/foo-2.0.tar.gz#sha256=ab");

    ProjectPage page = page(links(path, url));

    assertThat(names(page)).containsExactly("foo-2.0.tar.gz", "foo-1.0-py3-none-any.whl");
    assertThat(page.files().get(0).hashes()).containsEntry("sha256", "ab");
    assertThat(server.requests()).as("nothing is asked about an archive").isEmpty();
  }

  @Test
  void readsAPageOnDisk_andPagesInADirectory() throws IOException {
    Path html =
        Files.writeString(
            directory.resolve("links.html"),
            "<a href='sub/foo-1.0.tar.gz'>x</a><a href='https://files.test/foo-2.0.tar.gz'>x</a>"
                + "<a href='bar-1.0.tar.gz'>x</a>");

    ProjectPage page = page(links(html.toString()));

    assertThat(names(page)).containsExactly("foo-1.0.tar.gz", "foo-2.0.tar.gz");
    assertThat(page.files().get(0).url())
        .hasToString(LocalFetcher.url(directory.resolve("sub/foo-1.0.tar.gz")));
    assertThat(names(page(links(directory.toString())))).hasSize(2);
  }

  @Test
  void asksForAPageOfLinksOnce_forAllProjects_andKeepsWhatItHasOfEach() {
    server.on("/links", HTML, "<a href='f/foo-1.0.tar.gz'>x</a><a href='f/bar-1.0.tar.gz'>x</a>");
    Asking options = links(server.url("/links"));
    try (PypiIndex index = ScriptedServer.index(options)) {
      assertThat(names(index.page(FOO).join())).containsExactly("foo-1.0.tar.gz");
      assertThat(names(index.page(new PackageName("bar")).join()))
          .containsExactly("bar-1.0.tar.gz");
      assertThat(index.page(new PackageName("baz")).join().found()).isFalse();
    }
    assertThat(server.paths()).containsExactly("/links");

    assertThat(names(page(options, NOON.plus(Duration.ofMinutes(9))))).hasSize(1);
    ProjectPage old = page(options.withOffline(true), NOON.plus(Duration.ofDays(2)));
    assertThat(names(old)).hasSize(1);
    assertThat(old.diagnostics()).extracting(Diagnostic::id).containsExactly("old-copy-of-page");
    assertThat(server.paths()).hasSize(1);
  }

  @Test
  void readsAnIndexOnDisk() throws IOException {
    Path simple = Files.createDirectories(directory.resolve("simple/foo"));
    Files.writeString(simple.resolve("index.html"), "<a href='../../foo-1.0.tar.gz'>x</a>");
    Asking none = links();

    for (String index :
        List.of(
            directory.resolve("simple").toString(),
            directory.resolve("simple").toUri().toString())) {
      ProjectPage page = page(none.withIndexUrls(List.of(index)));
      assertThat(names(page)).containsExactly("foo-1.0.tar.gz");
      assertThat(page.files().get(0).url())
          .hasToString(LocalFetcher.url(directory.resolve("foo-1.0.tar.gz")));
    }
    Files.delete(simple.resolve("index.html"));
    assertThat(page(none.withIndexUrls(List.of(directory.resolve("simple").toString()))).found())
        .isFalse();
  }

  /**
   * Of equals pip takes the last: that of the last index, and before all of them what lies here.
   */
  @Test
  void archivesComeFirst_thenPagesOfLinks_thenIndexes() throws IOException {
    archive("foo-1.0-py3-none-any.whl");
    server.on("/simple/foo/", HTML, "<a href='/i/foo-1.0.tar.gz'>x</a>");
    server.on("/links", HTML, "<a href='/l/foo-1.0.tar.gz'>x</a>");

    ProjectPage page =
        page(
            server
                .options(cache)
                .withFindLinks(List.of(server.url("/links"), directory.toString())));

    assertThat(page.files())
        .extracting(file -> file.url().getPath())
        .containsExactly(
            directory.resolve("foo-1.0-py3-none-any.whl").toString(),
            "/l/foo-1.0.tar.gz",
            "/i/foo-1.0.tar.gz");
    assertThat(page.origins()).hasSize(3);
  }

  @Test
  void aCutoffLeavesWhatLiesHere() throws IOException {
    archive("foo-1.0-py3-none-any.whl");

    ProjectPage page =
        page(links(directory.toString()).withExcludeNewer(Optional.of(Instant.EPOCH)));

    assertThat(names(page)).hasSize(1);
    assertThat(page.diagnostics()).isEmpty();
  }

  @Test
  void whatIsNotThereIsPassedOverAndSaid() {
    Asking options = links(directory.resolve("gone").toString(), "svn+ssh://x.test/y");
    server.on("/simple/foo/", HTML, "<a href='foo-1.0.tar.gz'>x</a>");

    ProjectPage page = page(options.withIndexUrls(List.of(server.url("/simple/"))));

    assertThat(names(page)).hasSize(1);
    assertThat(page.diagnostics())
        .extracting(Diagnostic::id)
        .containsExactly("location-passed-over", "location-passed-over");
    assertThatThrownBy(() -> page(options))
        .hasCauseInstanceOf(IndexException.class)
        .hasMessageContaining("nowhere to look");
  }

  @Test
  void aPageOfLinksThatFailsIsLeftOutWhereAnotherPlaceHasTheProject() {
    server.on("/simple/foo/", HTML, "<a href='foo-1.0.tar.gz'>x</a>");
    Asking options = links(server.url("/gone.html"));

    ProjectPage page = page(options.withIndexUrls(List.of(server.url("/simple/"))));

    assertThat(page.diagnostics()).extracting(Diagnostic::id).containsExactly("index-left-out");
    assertThatThrownBy(() -> page(options))
        .hasMessageContaining("gone.html")
        .hasMessageContaining("404");
  }
}
