package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wheelbase.index.pypi.ScriptedServer.HTML;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.index.IndexException;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistFiles;
import wheelbase.index.SdistStudy;
import wheelbase.pep508.PackageName;

/** What is made of an sdist is made once, of no more than the study asks for, and kept. */
class SdistStudyTest {
  private static final String SDIST = "foo-1.0.tar.gz";

  @TempDir Path cache;
  private ScriptedServer server;
  private final Map<String, String> members = new LinkedHashMap<>();

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    server.on("/simple/foo/", HTML, "<a href='/f/" + SDIST + "#sha256=aa'>x</a>");
    members.put("setup.py", "setup()");
    members.put("noise.txt", noise(400_000));
    members.put("z.c", "int z;");
    server.on("/f/" + SDIST, request -> ScriptedServer.bytes(Archives.tarGz(members)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String noise(int length) {
    byte[] noise = new byte[length];
    new Random(length).nextBytes(noise);
    return new String(noise, StandardCharsets.ISO_8859_1);
  }

  /** Its outcome names the texts that it was given, and whether that was all. */
  private static SdistStudy study(String id, long bytes) {
    return new SdistStudy(
        id,
        path -> path.endsWith("txt") ? 0 : 1000,
        bytes,
        files -> told(files).getBytes(StandardCharsets.UTF_8));
  }

  private static String told(SdistFiles files) {
    return files.texts() + (files.cutOff() ? " and more" : "");
  }

  private String ask(Asking asking, SdistStudy... studies) {
    try (PypiIndex index = ScriptedServer.index(asking)) {
      ReleaseFile file = index.page(new PackageName("foo")).join().files().get(0);
      StringBuilder told = new StringBuilder();
      for (SdistStudy study : studies) {
        told.append(new String(index.sdistStudy(file, study).join(), StandardCharsets.UTF_8));
      }
      return told.toString();
    }
  }

  private long downloads() {
    return server.paths().stream().filter(path -> path.endsWith(SDIST)).count();
  }

  @Test
  void itIsMadeOnceAndKeptByTheDigest() {
    SdistStudy study = study("one", 1_000_000);

    assertThat(ask(server.options(cache), study, study))
        .startsWith("{setup.py=setup(), z.c=int z;}");
    assertThat(ask(server.options(cache), study)).isEqualTo("{setup.py=setup(), z.c=int z;}");
    assertThat(ask(server.options(cache).withOffline(true), study))
        .isEqualTo("{setup.py=setup(), z.c=int z;}");
    assertThat(downloads()).isEqualTo(1);
  }

  @Test
  void anotherStudyIsMadeAnew() {
    ask(server.options(cache), study("one", 1_000_000));

    assertThat(ask(server.options(cache), study("two", 200_000)))
        .isEqualTo("{setup.py=setup()} and more");
    assertThat(downloads()).isEqualTo(2);
  }

  @Test
  void offlineNobodyIsAsked() {
    try (PypiIndex index = ScriptedServer.index(server.options(cache))) {
      index.page(new PackageName("foo")).join();
    }

    assertThatThrownBy(() -> ask(server.options(cache).withOffline(true), study("one", 1_000_000)))
        .hasCauseInstanceOf(IndexException.class)
        .hasMessageContaining("not in the cache");
    assertThat(downloads()).isZero();
  }
}
