package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.index.IndexException;
import wheelbase.index.SdistContents;
import wheelbase.index.SdistContents.Language;

/** How much of an sdist is read. */
class SdistReaderTest {
  private static final int BIG = 200_000;

  /** A telling text, something long, another telling text. */
  private static byte[] archive(String kind, String filling) {
    Map<String, String> members = new LinkedHashMap<>();
    String root = kind.equals(".zip") ? "foo-1.0/" : "";
    members.put(root + "setup.py", "setup(ext_modules=[Extension('x', ['x.c'])])");
    members.put(root + "filling.bin", filling);
    members.put(root + "PKG-INFO", "Metadata-Version: 2.2\nName: foo\nVersion: 1.0\n");
    return kind.equals(".zip") ? Archives.zip(members) : Archives.tarGz(members);
  }

  private static String noise() {
    byte[] noise = new byte[BIG];
    new Random(1).nextBytes(noise);
    return new String(noise, StandardCharsets.ISO_8859_1);
  }

  private static SdistArchive read(SdistReader reader, String kind, byte[] archive)
      throws IOException {
    return reader.read(
        "foo-1.0" + kind, new ByteArrayInputStream(archive), SdistReader.TELLING, each -> false);
  }

  @ParameterizedTest
  @ValueSource(strings = {".tar.gz", ".zip"})
  void stopsAfterSoManyBytes_andJudgesByWhatItSaw(String kind) throws IOException {
    byte[] archive = archive(kind, noise());
    ByteArrayInputStream body = new ByteArrayInputStream(archive);

    SdistArchive read =
        new SdistReader(20_000, 10 * BIG, BIG)
            .read("foo-1.0" + kind, body, SdistReader.TELLING, each -> false);

    assertThat(archive.length - body.available()).isLessThanOrEqualTo(20_000);
    assertThat(read.isCutOff()).isTrue();
    assertThat(read.isComplete()).isFalse();
    assertThat(read.text("PKG-INFO")).isEmpty();
    SdistContents contents = SdistInspection.of(read);
    assertThat(contents.languages()).containsExactly(Language.C);
    assertThat(contents.evidence()).anySatisfy(line -> assertThat(line).contains("too long"));
  }

  /** Two hundred thousand zeros are two hundred bytes when packed. */
  @ParameterizedTest
  @ValueSource(strings = {".tar.gz", ".zip"})
  void stopsAfterSoManyUnpackedBytes(String kind) throws IOException {
    byte[] bomb = archive(kind, "\0".repeat(BIG));
    assertThat(bomb.length).isLessThan(3_000);

    assertThat(read(new SdistReader(1 << 20, 50_000, BIG), kind, bomb).isCutOff()).isTrue();
    assertThat(read(SdistReader.USUAL, kind, bomb).isComplete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {".tar.gz", ".zip"})
  void stopsWhereEnoughIsKnown(String kind) throws IOException {
    byte[] archive = archive(kind, noise());
    ByteArrayInputStream body = new ByteArrayInputStream(archive);

    SdistArchive read =
        SdistReader.USUAL.read(
            "foo-1.0" + kind, body, SdistReader.TELLING, each -> each.text("setup.py").isPresent());

    assertThat(body.available()).isGreaterThan(BIG / 2);
    assertThat(read.isCutOff()).isFalse();
    assertThat(read.isComplete()).isFalse();
  }

  @Test
  void anArchiveThatEndsEarlyIsNoLongOne() {
    byte[] archive = archive(".tar.gz", noise());
    byte[] half = Arrays.copyOf(archive, archive.length / 2);

    assertThatThrownBy(() -> read(SdistReader.USUAL, ".tar.gz", half))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("cannot be read");
  }
}
