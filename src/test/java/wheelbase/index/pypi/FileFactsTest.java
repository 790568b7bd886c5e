package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wheelbase.index.pypi.ScriptedServer.HTML;
import static wheelbase.index.pypi.ScriptedServer.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.index.CoreMetadata;
import wheelbase.index.CoreMetadata.Provenance;
import wheelbase.index.IndexException;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistContents;
import wheelbase.index.SdistContents.Language;
import wheelbase.index.WheelContents;
import wheelbase.pep508.PackageName;

class FileFactsTest {
  private static final String METADATA =
      "Metadata-Version: 2.1\nName: foo\nVersion: 1.0\nRequires-Python: >=3.8\n"
          + "Requires-Dist: bar>=2\nRequires-Dist: baz; extra == 'More_Things'\n"
          + "Provides-Extra: More_Things\n\nText.\nRequires-Dist: not-this\n";
  private static final String WHEEL = "foo-1.0-py3-none-any.whl";
  private static final String SDIST = "foo-1.0.tar.gz";

  @TempDir Path cache;
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    server.on(
        "/simple/foo/",
        HTML,
        "<a href='/f/" + WHEEL + "#sha256=aa'>x</a><a href='/f/" + SDIST + "#sha256=bb'>x</a>");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PypiIndex index() {
    return ScriptedServer.index(server.options(cache));
  }

  private static ReleaseFile file(PypiIndex index, String name) {
    return index.page(new PackageName("foo")).join().files().stream()
        .filter(file -> file.fileName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private CoreMetadata metadata(String fileName) {
    try (PypiIndex index = index()) {
      return index.metadata(file(index, fileName)).join();
    }
  }

  private static byte[] wheel(int filling) {
    byte[] noise = new byte[filling];
    new Random(1).nextBytes(noise);
    Map<String, String> members = new LinkedHashMap<>();
    members.put("foo/__init__.py", "x = 1\n");
    members.put("foo-1.0.dist-info/METADATA", METADATA);
    members.put("foo/_native.cpython-311-x86_64-linux-gnu.so", "ELF");
    members.put("foo.libs/libz-1a2b.so.1.2.13", "ELF");
    members.put("foo/noise.bin", new String(noise, StandardCharsets.ISO_8859_1));
    return Archives.zip(members);
  }

  private static void assertFoo(CoreMetadata metadata) {
    assertThat(metadata.requires())
        .extracting(requirement -> requirement.name().value())
        .containsExactly("bar", "baz");
    assertThat(metadata.providesExtras()).containsExactly("more-things");
    assertThat(metadata.requiresPython()).isPresent();
  }

  @Test
  void takesTheMetadataFileBesideAWheel() {
    server.on("/f/" + WHEEL + ".metadata", "application/octet-stream", METADATA);

    CoreMetadata metadata = metadata(WHEEL);

    assertFoo(metadata);
    assertThat(metadata.provenance()).isEqualTo(Provenance.METADATA_FILE);
  }

  @Test
  void aProjectWithoutMetadataFilesIsNotAskedForThemAgainAndAgain() {
    StringBuilder page = new StringBuilder();
    for (int minor = 0; minor < 20; minor++) {
      String name = "bar-1." + minor + "-py3-none-any.whl";
      page.append("<a href='/f/" + name + "#sha256=c" + minor + "'>x</a>");
      server.onFile("/f/" + name, wheel(100));
    }
    server.on("/simple/bar/", HTML, page.toString());
    server.on("/f/" + WHEEL + ".metadata", "application/octet-stream", METADATA);
    try (PypiIndex index = index()) {
      // The host has one for another project.
      assertFoo(index.metadata(file(index, WHEEL)).join());
      for (ReleaseFile wheel : index.page(new PackageName("bar")).join().files()) {
        assertThat(index.metadata(wheel).join().provenance()).isEqualTo(Provenance.WHEEL);
      }
    }
    assertThat(server.paths())
        .filteredOn(path -> path.startsWith("/f/bar-") && path.endsWith(".metadata"))
        .hasSize(8);
  }

  @Test
  void readsPartsOfAWheelWithoutMetadataFile() {
    byte[] wheel = wheel(200_000);
    server.onFile("/f/" + WHEEL, wheel);

    CoreMetadata metadata = metadata(WHEEL);

    assertFoo(metadata);
    assertThat(metadata.provenance()).isEqualTo(Provenance.WHEEL);
    assertThat(server.requests())
        .filteredOn(request -> request.getTarget().equals("/f/" + WHEEL))
        .as("its end, and METADATA near its beginning")
        .hasSize(2)
        .allMatch(request -> request.getHeaders().get("Range") != null);
  }

  /** Who asks for its dependencies need not read what a thousand files in it are called. */
  @Test
  void ofALargeWheelTheEndIsEnoughForItsMetadata() {
    Map<String, String> members = new LinkedHashMap<>();
    for (int member = 0; member < 1000; member++) {
      members.put("foo/a/rather/long/name/of/a/directory/module" + member + ".py", "");
    }
    members.put("foo-1.0.dist-info/METADATA", METADATA);
    members.put("foo-1.0.dist-info/RECORD", "");
    server.onFile("/f/" + WHEEL, Archives.zip(members));
    try (PypiIndex index = index()) {
      ReleaseFile wheel = file(index, WHEEL);
      assertFoo(index.metadata(wheel).join());
      assertThat(server.requests())
          .filteredOn(request -> request.getTarget().equals("/f/" + WHEEL))
          .as("its end, and METADATA")
          .hasSize(2);
      assertThat(index.wheelContents(wheel).join().unpackedBytes()).isEqualTo(METADATA.length());
    }
  }

  @Test
  void readsAWholeWheelWhereTheServerSendsNoParts() {
    byte[] wheel = wheel(100);
    server.on("/f/" + WHEEL, request -> ScriptedServer.bytes(wheel));

    assertFoo(metadata(WHEEL));
    try (PypiIndex index = index()) {
      WheelContents contents = index.wheelContents(file(index, WHEEL)).join();
      assertThat(contents.fileBytes()).hasValue(wheel.length);
    }
  }

  @Test
  void addsUpAWheel() {
    byte[] wheel = wheel(100);
    server.onFile("/f/" + WHEEL, wheel);
    try (PypiIndex index = index()) {
      WheelContents contents = index.wheelContents(file(index, WHEEL)).join();

      assertThat(contents.sources().bytes()).isEqualTo("x = 1\n".length());
      assertThat(contents.unpackedBytes()).isGreaterThan(METADATA.length() + 100);
      assertThat(contents.nativeFiles())
          .containsExactly(
              "foo/_native.cpython-311-x86_64-linux-gnu.so", "foo.libs/libz-1a2b.so.1.2.13");
      assertThat(contents.fileBytes()).hasValue(wheel.length);
    }
  }

  @Test
  void keepsFactsByDigest() {
    server.onFile("/f/" + WHEEL, wheel(100));
    metadata(WHEEL);
    int asked = server.requests().size();

    assertFoo(metadata(WHEEL));
    try (PypiIndex index = index()) {
      index.wheelContents(file(index, WHEEL)).join();
    }
    assertThat(server.requests()).as("the same reading told the contents").hasSize(asked);
  }

  @Test
  void forgetsARecordThatACrashCutShort() throws IOException {
    server.onFile("/f/" + WHEEL, wheel(100));
    metadata(WHEEL);
    Path log = cache.resolve("files/foo.facts");
    byte[] whole = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(whole, whole.length - 3));

    assertFoo(metadata(WHEEL));
    assertThat(Files.size(log)).isEqualTo(whole.length);
  }

  @Test
  void doesNotTakeAFailureForNoDependencies() {
    server.on("/f/" + WHEEL, request -> answer(403, HTML, ""));

    assertThatThrownBy(() -> metadata(WHEEL))
        .hasCauseInstanceOf(IndexException.class)
        .hasMessageContaining(WHEEL)
        .hasMessageContaining("403");
    server.onFile("/f/" + WHEEL, wheel(100));
    assertFoo(metadata(WHEEL));
  }

  @Test
  void refusesAWheelThatIsNone() {
    server.onFile(
        "/f/" + WHEEL, "this is no ZIP file, long as it may be".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> metadata(WHEEL)).hasMessageContaining("does not end like a ZIP file");
  }

  @Test
  void readsAnSdistOnceForItsMetadataAndItsContents() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("PKG-INFO", "Metadata-Version: 2.1\nName: foo\nVersion: 1.0\n\n");
    members.put("setup.py", "setup(ext_modules=[Extension('foo._c', ['src/foo.c'])])\n");
    members.put("src/foo.c", "int x;\n");
    members.put("src/" + "long/".repeat(30) + "foo.py", "pass\n");
    members.put("foo.egg-info/PKG-INFO", "Metadata-Version: 2.1\nName: foo\nVersion: 1.0\n\n");
    members.put("foo.egg-info/requires.txt", "bar>=2\n\n[More_Things]\nbaz\n");
    server.on("/f/" + SDIST, request -> ScriptedServer.bytes(Archives.tarGz(members)));

    try (PypiIndex index = index()) {
      ReleaseFile sdist = file(index, SDIST);
      SdistContents contents = index.sdistContents(sdist).join();
      CoreMetadata metadata = index.metadata(sdist).join();

      assertThat(contents.languages()).containsExactly(Language.C);
      assertThat(contents.evidence()).contains("setup.py:1: Extension", "src/foo.c");
      assertThat(contents.sources().bytes())
          .as("setup.py is not installed")
          .isEqualTo("pass\n".length());
      assertThat(metadata.provenance()).isEqualTo(Provenance.EGG_INFO);
      assertThat(metadata.requires()).hasSize(2);
    }
    assertThat(server.paths()).containsOnlyOnce("/f/" + SDIST);
  }

  @Test
  void sdistThatIsNoArchiveIsAFailure() {
    server.on("/f/" + SDIST, "application/gzip", "not gzip at all");

    assertThatThrownBy(() -> metadata(SDIST))
        .hasCauseInstanceOf(IndexException.class)
        .hasMessageContaining(SDIST);
  }

  /** Directory, texts that tell something, nothing else; and by its digest never again. */
  @Test
  void readsPartsOfAZippedSdist_once() {
    byte[] noise = new byte[300_000];
    new Random(1).nextBytes(noise);
    Map<String, String> members = new LinkedHashMap<>();
    members.put("foo-1.0/PKG-INFO", METADATA);
    members.put("foo-1.0/src/noise.bin", new String(noise, StandardCharsets.ISO_8859_1));
    members.put("foo-1.0/setup.py", "setup(ext_modules=[Extension('x', ['x.c'])])");
    members.put("foo-1.0/x.c", "int x;");
    members.put("foo-1.0/foo.egg-info/requires.txt", "bar>=2\n[More_Things]\nbaz\n");
    byte[] zip = Archives.zip(members);
    server.on("/simple/foo/", HTML, "<a href='/f/foo-1.0.zip#sha256=cc'>x</a>");
    server.onFile("/f/foo-1.0.zip", zip);

    for (int run = 0; run < 2; run++) {
      try (PypiIndex index = index()) {
        ReleaseFile sdist = file(index, "foo-1.0.zip");
        assertFoo(index.metadata(sdist).join());
        assertThat(index.sdistContents(sdist).join().languages()).containsExactly(Language.C);
        assertThat(index.sdistContents(sdist).join().unpackedBytes()).isGreaterThan(300_000);
      }
    }
    assertThat(server.requests().stream().skip(1))
        .as("the page, the end of the file, and what does not lie near it")
        .hasSizeBetween(1, 4)
        .allSatisfy(request -> assertThat(request.getHeaders().get("Range")).isNotNull());
  }

  @Test
  void readsAZippedSdistWholeWhereTheServerSendsNoParts() {
    byte[] zip =
        Archives.zip(
            Map.of("foo-1.0/PKG-INFO", METADATA.replace("2.1", "2.2"), "foo-1.0/setup.py", "x"));
    server.on("/simple/foo/", HTML, "<a href='/f/foo-1.0.zip#sha256=cc'>x</a>");
    server.on("/f/foo-1.0.zip", request -> ScriptedServer.bytes(zip));

    assertFoo(metadata("foo-1.0.zip"));
  }
}
