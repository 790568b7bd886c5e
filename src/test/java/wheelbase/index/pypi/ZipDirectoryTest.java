package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZipDirectoryTest {
  private static final int END_LENGTH = 22;

  private static List<ZipDirectory.Entry> read(byte[] zip, ZipDirectory.Span span)
      throws IOException {
    return ZipDirectory.read(Arrays.copyOfRange(zip, (int) span.offset(), (int) span.end()));
  }

  @Test
  void findsMembersAndTheirContents() throws IOException {
    byte[] zip = Archives.zip(Map.of("a.txt", "hello hello hello"));

    ZipDirectory.Entry entry = read(zip, ZipDirectory.locate(zip, zip.length)).get(0);

    assertThat(entry.name()).isEqualTo("a.txt");
    assertThat(entry.size()).isEqualTo(17);
    byte[] member = Arrays.copyOfRange(zip, (int) entry.offset(), zip.length);
    assertThat(ZipDirectory.content(entry, member, 100).orElseThrow())
        .asString()
        .isEqualTo("hello hello hello");
    assertThat(ZipDirectory.content(entry, Arrays.copyOf(member, 35), 100)).isEmpty();
    assertThatThrownBy(() -> ZipDirectory.content(entry, member, 5))
        .hasMessageContaining("too big");
  }

  @Test
  void readsTheLastMembersOfADirectoryThatIsCutAnywhere() throws IOException {
    Map<String, String> members = new LinkedHashMap<>();
    // The name looks like the beginning of a member.
    for (String name : List.of("first", "PK\u0001\u0002 and more that is no member", "last")) {
      members.put(name, "x");
    }
    byte[] zip = Archives.zip(members);
    ZipDirectory.Span span = ZipDirectory.locate(zip, zip.length);
    byte[] directory = Arrays.copyOfRange(zip, (int) span.offset(), (int) span.end());
    List<ZipDirectory.Entry> all = ZipDirectory.read(directory);
    for (int cut = 0; cut < directory.length; cut++) {
      List<ZipDirectory.Entry> read =
          ZipDirectory.readEnd(Arrays.copyOfRange(directory, cut, directory.length));
      assertThat(all).as("cut at %d", cut).endsWith(read.toArray(ZipDirectory.Entry[]::new));
      assertThat(read.size()).isLessThanOrEqualTo(all.size());
    }
    assertThat(ZipDirectory.readEnd(directory)).isEqualTo(all);
  }

  /** APPNOTE 4.3.14 and 4.3.15: the true numbers stand in a record before the usual end. */
  @Test
  void followsTheZip64Record() throws IOException {
    byte[] plain = Archives.zip(Map.of("a.txt", "x", "b.txt", "y"));
    int end = plain.length - END_LENGTH;
    ByteBuffer usual = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
    long length = usual.getInt(end + 12);
    long offset = usual.getInt(end + 16);
    ByteBuffer zip = ByteBuffer.allocate(plain.length + 56 + 20).order(ByteOrder.LITTLE_ENDIAN);
    zip.put(plain, 0, end);
    zip.putInt(0x06064b50).putLong(44).putInt(0).putInt(0).putInt(0);
    zip.putLong(2).putLong(2).putLong(length).putLong(offset);
    zip.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
    zip.put(plain, end, END_LENGTH);
    zip.putInt(zip.position() - END_LENGTH + 12, -1).putInt(zip.position() - END_LENGTH + 16, -1);
    byte[] bytes = zip.array();

    ZipDirectory.Span span = ZipDirectory.locate(bytes, bytes.length);

    assertThat(span).isEqualTo(new ZipDirectory.Span(offset, length));
    assertThat(read(bytes, span)).hasSize(2);
    byte[] shortTail = Arrays.copyOfRange(bytes, bytes.length - 60, bytes.length);
    assertThat(ZipDirectory.locate(shortTail, bytes.length))
        .as("more of the end is to be read")
        .isEqualTo(new ZipDirectory.Span(end, bytes.length - end));
  }

  @Test
  void refusesWhatLiesOutside() {
    byte[] zip = Archives.zip(Map.of("a.txt", "x"));
    ByteBuffer.wrap(zip)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(zip.length - END_LENGTH + 16, 1_000_000);

    assertThatThrownBy(() -> ZipDirectory.locate(zip, zip.length))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("outside");
    assertThatThrownBy(() -> ZipDirectory.locate(new byte[100], 100))
        .hasMessageContaining("does not end like a ZIP file");
  }
}
