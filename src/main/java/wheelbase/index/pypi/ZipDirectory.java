package wheelbase.index.pypi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The central directory of a ZIP file (APPNOTE 4.3.12 to 4.3.16, ZIP64 included). */
final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int ZIP64_LOCATOR = 0x07064b50;
  private static final int ZIP64_LOCATOR_LENGTH = 20;
  private static final int ZIP64_END = 0x06064b50;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;
  private static final int LOCAL = 0x04034b50;
  static final int LOCAL_LENGTH = 30;
  private static final long IN_ZIP64 = 0xffffffffL;
  static final int STORED = 0;
  static final int DEFLATED = 8;

  /** A stretch of bytes in the file. */
  record Span(long offset, long length) {
    long end() {
      return offset + length;
    }
  }

  /**
   * A member of the archive.
   *
   * @param offset of its local header
   */
  record Entry(String name, int method, long compressed, long size, long offset) {}

  private ZipDirectory() {}

  /**
   * Where the directory lies, found from the end of the file; where the ZIP64 record lies before
   * the tail, a span that reaches from that record to the end of the file.
   *
   * @param tail the last bytes of the file
   * @param fileSize of the whole file
   * @throws IOException where it does not end like a ZIP file
   */
  static Span locate(byte[] tail, long fileSize) throws IOException {
    ByteBuffer bytes = littleEndian(tail);
    int end = tail.length - END_LENGTH;
    while (end >= 0 && bytes.getInt(end) != END) {
      end--;
    }
    if (end < 0) {
      throw new IOException("it does not end like a ZIP file");
    }
    long length = unsigned(bytes.getInt(end + 12));
    long offset = unsigned(bytes.getInt(end + 16));
    int entries = Short.toUnsignedInt(bytes.getShort(end + 10));
    int locator = end - ZIP64_LOCATOR_LENGTH;
    boolean zip64 = length == IN_ZIP64 || offset == IN_ZIP64 || entries == 0xffff;
    if (zip64 && locator >= 0 && bytes.getInt(locator) == ZIP64_LOCATOR) {
      long record = bytes.getLong(locator + 8);
      long inTail = record - (fileSize - tail.length);
      if (record < 0 || record >= fileSize) {
        throw new IOException("its ZIP64 record lies outside it");
      }
      if (inTail < 0 || inTail + 56 > tail.length) {
        return new Span(record, fileSize - record);
      }
      if (bytes.getInt((int) inTail) != ZIP64_END) {
        throw new IOException("its ZIP64 record is damaged");
      }
      length = bytes.getLong((int) inTail + 40);
      offset = bytes.getLong((int) inTail + 48);
    }
    if (offset < 0 || length < 0 || offset + length > fileSize) {
      throw new IOException("its directory lies outside it");
    }
    return new Span(offset, length);
  }

  /**
   * The members, in the directory's order.
   *
   * @param directory exactly its bytes
   */
  static List<Entry> read(byte[] directory) throws IOException {
    ByteBuffer bytes = littleEndian(directory);
    List<Entry> entries = new ArrayList<>();
    int at = 0;
    while (at + ENTRY_LENGTH <= directory.length && bytes.getInt(at) == ENTRY) {
      int nameLength = Short.toUnsignedInt(bytes.getShort(at + 28));
      int extraLength = Short.toUnsignedInt(bytes.getShort(at + 30));
      int commentLength = Short.toUnsignedInt(bytes.getShort(at + 32));
      int next = at + ENTRY_LENGTH + nameLength + extraLength + commentLength;
      if (next > directory.length) {
        throw new IOException("its directory ends early");
      }
      String name = new String(directory, at + ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8);
      entries.add(entry(bytes, at, name, at + ENTRY_LENGTH + nameLength, extraLength));
      at = next;
    }
    if (entries.isEmpty()) {
      throw new IOException("its directory is empty");
    }
    return entries;
  }

  /**
   * The last members, in the directory's order; none where no member begins in these bytes.
   *
   * @param end the last bytes of the directory
   */
  static List<Entry> readEnd(byte[] end) throws IOException {
    ByteBuffer bytes = littleEndian(end);
    for (int start = 0; start + ENTRY_LENGTH <= end.length; start++) {
      if (bytes.getInt(start) == ENTRY && goesToTheEnd(bytes, start)) {
        return read(Arrays.copyOfRange(end, start, end.length));
      }
    }
    return List.of();
  }

  /** What looks like a member may stand in a name: the members after it tell. */
  private static boolean goesToTheEnd(ByteBuffer bytes, int start) {
    int at = start;
    while (at + ENTRY_LENGTH <= bytes.capacity() && bytes.getInt(at) == ENTRY) {
      at +=
          ENTRY_LENGTH
              + Short.toUnsignedInt(bytes.getShort(at + 28))
              + Short.toUnsignedInt(bytes.getShort(at + 30))
              + Short.toUnsignedInt(bytes.getShort(at + 32));
    }
    return at == bytes.capacity();
  }

  /** Sizes and offset, from the ZIP64 extra field (4.5.3) where the usual places say so. */
  private static Entry entry(ByteBuffer bytes, int at, String name, int extra, int extraLength) {
    long compressed = unsigned(bytes.getInt(at + 20));
    long size = unsigned(bytes.getInt(at + 24));
    long offset = unsigned(bytes.getInt(at + 42));
    int field = extra;
    while (field + 4 <= extra + extraLength) {
      int id = Short.toUnsignedInt(bytes.getShort(field));
      int value = field + 4;
      int end =
          Math.min(value + Short.toUnsignedInt(bytes.getShort(field + 2)), extra + extraLength);
      if (id == 1) {
        if (size == IN_ZIP64 && value + 8 <= end) {
          size = bytes.getLong(value);
          value += 8;
        }
        if (compressed == IN_ZIP64 && value + 8 <= end) {
          compressed = bytes.getLong(value);
          value += 8;
        }
        if (offset == IN_ZIP64 && value + 8 <= end) {
          offset = bytes.getLong(value);
        }
      }
      field = end;
    }
    return new Entry(name, Short.toUnsignedInt(bytes.getShort(at + 10)), compressed, size, offset);
  }

  /**
   * How long the rest of a local header is: the name and extra fields.
   *
   * @param header its first {@link #LOCAL_LENGTH} bytes
   */
  static int localRest(Entry entry, byte[] header) throws IOException {
    ByteBuffer buffer = littleEndian(header);
    if (header.length < LOCAL_LENGTH || buffer.getInt(0) != LOCAL) {
      throw new IOException("`" + entry.name() + "` in it is damaged");
    }
    return Short.toUnsignedInt(buffer.getShort(26)) + Short.toUnsignedInt(buffer.getShort(28));
  }

  /**
   * The content of a member; empty where {@code bytes} ends before it does.
   *
   * @param bytes from the member's local header on
   * @param limit the most bytes that are unpacked
   */
  static Optional<byte[]> content(Entry entry, byte[] bytes, int limit) throws IOException {
    ByteBuffer buffer = littleEndian(bytes);
    if (bytes.length < LOCAL_LENGTH) {
      return Optional.empty();
    }
    if (buffer.getInt(0) != LOCAL) {
      throw new IOException("`" + entry.name() + "` in it is damaged");
    }
    int start =
        LOCAL_LENGTH
            + Short.toUnsignedInt(buffer.getShort(26))
            + Short.toUnsignedInt(buffer.getShort(28));
    if (start + entry.compressed() > bytes.length) {
      return Optional.empty();
    }
    if (entry.size() > limit) {
      throw new IOException("`" + entry.name() + "` in it is too big");
    }
    byte[] result = new byte[(int) entry.size()];
    if (entry.method() == STORED) {
      System.arraycopy(bytes, start, result, 0, (int) Math.min(entry.compressed(), entry.size()));
    } else if (entry.method() == DEFLATED) {
      inflate(bytes, start, (int) entry.compressed(), result, entry.name());
    } else {
      throw new IOException("`" + entry.name() + "` in it is packed in an unusual way");
    }
    return Optional.of(result);
  }

  private static void inflate(byte[] bytes, int start, int length, byte[] result, String name)
      throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, start, length);
      int done = 0;
      while (done < result.length) {
        int count = inflater.inflate(result, done, result.length - done);
        if (count == 0) {
          throw new IOException("`" + name + "` in it is damaged");
        }
        done += count;
      }
    } catch (DataFormatException e) {
      throw new IOException("`" + name + "` in it is damaged", e);
    } finally {
      inflater.end();
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long unsigned(int value) {
    return Integer.toUnsignedLong(value);
  }
}
