package wheelbase.index.pypi;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the files of a tar archive in order (POSIX ustar with the extended headers of pax, and GNU
 * long names), as they stream in.
 */
final class TarReader {
  private static final int BLOCK = 512;
  private static final int HEADER_LIMIT = 1024 * 1024;

  private final InputStream in;
  private String name = "";
  private long size;
  private long left;
  private long padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /** Goes to the next regular file; false at the end of the archive. */
  boolean next() throws IOException {
    String longName = null;
    long longSize = -1;
    while (true) {
      skip(left + padding);
      byte[] header = in.readNBytes(BLOCK);
      if (header.length < BLOCK || isZero(header)) {
        return false;
      }
      left = number(header, 124, 12);
      padding = (BLOCK - left % BLOCK) % BLOCK;
      char type = (char) (header[156] & 0xff);
      if (type == 'L') {
        longName = text(readExtension(), 0, Integer.MAX_VALUE);
      } else if (type == 'x') {
        byte[] records = readExtension();
        longName = paxValue(records, "path", longName);
        String paxSize = paxValue(records, "size", null);
        longSize = paxSize == null ? longSize : Long.parseLong(paxSize);
      } else {
        if (longSize >= 0) {
          left = longSize;
          padding = (BLOCK - left % BLOCK) % BLOCK;
        }
        if (type == '0' || type == 0 || type == '7') {
          name = longName == null ? headerName(header) : longName;
          size = left;
          return true;
        }
        longName = null;
        longSize = -1;
      }
    }
  }

  String name() {
    return name;
  }

  long size() {
    return size;
  }

  /** The file's first bytes, at most {@code limit}. */
  byte[] content(int limit) throws IOException {
    byte[] bytes = in.readNBytes((int) Math.min(left, limit));
    left -= bytes.length;
    return bytes;
  }

  private byte[] readExtension() throws IOException {
    if (left > HEADER_LIMIT) {
      throw new IOException("a header in the archive is too big");
    }
    byte[] bytes = in.readNBytes((int) left);
    skip(padding);
    left = 0;
    padding = 0;
    return bytes;
  }

  private void skip(long count) throws IOException {
    try {
      in.skipNBytes(count);
    } catch (EOFException cutShort) {
      throw new EOFException("the archive ends early");
    }
    left = 0;
    padding = 0;
  }

  private static String headerName(byte[] header) {
    String name = text(header, 0, 100);
    boolean ustar = text(header, 257, 5).equals("ustar");
    String prefix = ustar && header[262] == 0 ? text(header, 345, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] bytes, int from, int limit) {
    int end = from;
    while (end < bytes.length && end - from < limit && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  /** Octal digits, or, with the highest bit set, base 256 (GNU). */
  private static long number(byte[] header, int from, int length) throws IOException {
    if ((header[from] & 0x80) != 0) {
      long value = 0;
      for (int i = from + 4; i < from + length; i++) {
        value = value << 8 | header[i] & 0xff;
      }
      return check(value);
    }
    String digits = text(header, from, length).strip();
    try {
      return check(digits.isEmpty() ? 0 : Long.parseLong(digits, 8));
    } catch (NumberFormatException e) {
      throw new IOException("it is not a tar archive", e);
    }
  }

  private static long check(long size) throws IOException {
    if (size < 0) {
      throw new IOException("it is not a tar archive");
    }
    return size;
  }

  /** Records of the form {@code length key=value\n}. */
  private static String paxValue(byte[] records, String key, String otherwise) {
    String result = otherwise;
    int at = 0;
    while (at < records.length) {
      int space = at;
      while (space < records.length && records[space] != ' ') {
        space++;
      }
      int length;
      try {
        length = Integer.parseInt(new String(records, at, space - at, StandardCharsets.US_ASCII));
      } catch (NumberFormatException damaged) {
        return result;
      }
      if (length <= space - at || at + length > records.length) {
        return result;
      }
      String record =
          new String(
              Arrays.copyOfRange(records, space + 1, at + length - 1), StandardCharsets.UTF_8);
      if (record.startsWith(key + "=")) {
        result = record.substring(key.length() + 1);
      }
      at += length;
    }
    return result;
  }

  private static boolean isZero(byte[] block) {
    for (byte octet : block) {
      if (octet != 0) {
        return false;
      }
    }
    return true;
  }
}
