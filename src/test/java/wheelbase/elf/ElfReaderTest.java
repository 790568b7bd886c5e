package wheelbase.elf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElfReaderTest {
  private static ElfReading read(byte[] bytes) {
    try {
      return ElfReader.read(ByteSource.of(bytes));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String why(byte[] bytes) {
    return ((ElfReading.Unreadable) read(bytes)).why();
  }

  static Stream<DrawnElf> kinds() {
    return Stream.of(
        new DrawnElf(),
        new DrawnElf().bigEndian(),
        new DrawnElf().narrow(),
        new DrawnElf().narrow().bigEndian(),
        new DrawnElf().filled(300_000));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void readsFilesOfAllKinds(DrawnElf drawn) {
    byte[] bytes =
        drawn
            .soname("libfoo.so.1")
            .needing("libbar.so.2", "libc.so.6")
            .rpath("$ORIGIN/../foo.libs:/opt/lib")
            .runpath("$ORIGIN")
            .wanting("libc.so.6", "GLIBC_2.17", "GLIBC_2.34")
            .wanting("libbar.so.2", "BAR_1")
            .defining("libfoo.so.1", "FOO_1.0", "FOO_1.1")
            .bytes();

    ElfFile file = (ElfFile) read(bytes);

    assertThat(file.machine()).isEqualTo(62);
    assertThat(file.wordBits()).isEqualTo(bytes[4] == 2 ? 64 : 32);
    assertThat(file.bigEndian()).isEqualTo(bytes[5] == 2);
    assertThat(file.soname()).contains("libfoo.so.1");
    assertThat(file.needed()).containsExactly("libbar.so.2", "libc.so.6");
    assertThat(file.rpath()).containsExactly("$ORIGIN/../foo.libs", "/opt/lib");
    assertThat(file.searchPath()).containsExactly("$ORIGIN");
    assertThat(file.versionNeeds())
        .containsExactly(
            new VersionNeed("libbar.so.2", "BAR_1"),
            new VersionNeed("libc.so.6", "GLIBC_2.17"),
            new VersionNeed("libc.so.6", "GLIBC_2.34"));
    assertThat(file.versionDefinitions()).containsExactly("FOO_1.0", "FOO_1.1", "libfoo.so.1");
  }

  @Test
  void aFileWithoutADynamicSectionNeedsNothing() {
    byte[] bytes = new DrawnElf().needing("libc.so.6").bytes();
    little(bytes).putInt(64 + 56, 4);

    assertThat(((ElfFile) read(bytes)).needed()).isEmpty();
  }

  @Test
  void whatIsNoElfFileIsRefused() {
    assertThat(read(new byte[0])).isEqualTo(new ElfReading.OtherFile());
    assertThat(read("GROUP ( libc.so.6 )     ".getBytes())).isEqualTo(new ElfReading.OtherFile());
    byte[] odd = new DrawnElf().bytes();
    odd[4] = 7;
    assertThat(why(odd)).contains("unknown kind");
  }

  @Test
  void chainsThatLeadNowhereEnd() {
    byte[] bytes = new DrawnElf().needing("libc.so.6").wanting("libc.so.6", "A", "B").bytes();
    int needsAt = 64 + 2 * 56;
    // A library with 2^16 versions, each of them over the one before.
    little(bytes).putShort(needsAt + 2, (short) -1);
    for (int distance : new int[] {1, 3, -16, 0x7fffffff}) {
      little(bytes).putInt(needsAt + 16 + 12, distance);
      assertThat(read(bytes)).isInstanceOf(ElfReading.Unreadable.class);
    }
  }

  @Test
  void sizesThatCannotBeAreRefused() {
    byte[] manyHeaders = new DrawnElf().needing("libc.so.6").bytes();
    little(manyHeaders).putShort(56, (short) -1);
    assertThat(why(manyHeaders)).isEqualTo("its program headers are odd");

    byte[] headersOutside = new DrawnElf().needing("libc.so.6").bytes();
    little(headersOutside).putLong(32, Long.MAX_VALUE - 5);
    assertThat(why(headersOutside)).contains("outside");

    byte[] hugeSection = new DrawnElf().needing("libc.so.6").bytes();
    little(hugeSection).putLong(64 + 56 + 32, Long.MAX_VALUE);
    assertThat(read(hugeSection)).isInstanceOf(ElfFile.class);

    assertThat(why(new DrawnElf().entry(DynamicSection.NEEDED, 1 << 30).bytes()))
        .contains("loaded from nowhere");
    assertThat(why(new DrawnElf().entry(DynamicSection.VERNEED, -1).bytes()))
        .contains("loaded from nowhere");
  }

  @Test
  void tooManyEntriesAreRefused() {
    DrawnElf drawn = new DrawnElf();
    for (int index = 0; index < 9000; index++) {
      drawn.entry(77, index);
    }
    assertThat(why(drawn.bytes())).isEqualTo("its dynamic section is too long");
  }

  @Test
  void aFileThatIsCutOffAnywhereIsReadOrRefused() {
    byte[] whole = new DrawnElf().soname("libfoo.so").needing("a", "b").wanting("a", "A_1").bytes();
    for (int length = 0; length < whole.length; length++) {
      assertThat(read(Arrays.copyOf(whole, length))).isNotInstanceOf(ElfFile.class);
    }
  }

  @Test
  void damageOfAnyKindEndsInAnAnswer() {
    Random random = new Random(7);
    byte[] whole =
        new DrawnElf()
            .soname("libfoo.so")
            .needing("a", "b")
            .wanting("a", "A_1")
            .defining("X")
            .bytes();
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = whole.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      refused += read(damaged) instanceof ElfReading.Unreadable ? 1 : 0;
    }
    assertThat(refused).isBetween(1000, 19_000);
  }

  @Test
  void onlyAFewSmallPiecesAreRead() throws IOException {
    byte[] whole =
        new DrawnElf().needing("libc.so.6").wanting("libc.so.6", "A").filled(5_000_000).bytes();
    List<Integer> pieces = new ArrayList<>();

    ElfReader.read(
        new ByteSource() {
          @Override
          public long size() {
            return whole.length;
          }

          @Override
          public byte[] read(long offset, int length) {
            pieces.add(length);
            return Arrays.copyOfRange(whole, (int) offset, (int) offset + length);
          }
        });

    assertThat(pieces).hasSizeLessThan(8).allMatch(length -> length <= 16 * 1024);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
