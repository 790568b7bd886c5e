package wheelbase.index.pypi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Values to bytes and back, for the cache: numbers as base-128, texts as a length and UTF-8. */
final class Packing {
  private Packing() {}

  /** Bytes that are not what was packed. */
  static final class DamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedException(String message) {
      super(message);
    }
  }

  /** Puts values one after the other. */
  static final class Writer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

    Writer number(long value) {
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        out.write((int) (rest & 0x7f | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
      return this;
    }

    Writer text(String text) {
      return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Writer bytes(byte[] bytes) {
      number(bytes.length);
      out.writeBytes(bytes);
      return this;
    }

    /** Without its length. */
    Writer raw(byte[] bytes) {
      out.writeBytes(bytes);
      return this;
    }

    Writer texts(List<String> texts) {
      number(texts.size());
      texts.forEach(this::text);
      return this;
    }

    Writer optional(Optional<String> text) {
      number(text.isPresent() ? 1 : 0);
      text.ifPresent(this::text);
      return this;
    }

    /** A number from 0 on, or none. */
    Writer optional(OptionalLong value) {
      return number(value.isPresent() ? value.getAsLong() + 1 : 0);
    }

    byte[] toBytes() {
      return out.toByteArray();
    }
  }

  /** Takes values out in the order they were put in. Does not copy the bytes. */
  static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this(bytes, 0);
    }

    Reader(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    int position() {
      return at;
    }

    boolean atEnd() {
      return at >= bytes.length;
    }

    long number() {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        if (at >= bytes.length) {
          throw new DamagedException("ends within a number");
        }
        byte octet = bytes[at++];
        value |= (octet & 0x7fL) << shift;
        if (octet >= 0) {
          return value;
        }
      }
      throw new DamagedException("a number is too long");
    }

    int count() {
      long value = number();
      if (value < 0 || value > bytes.length) {
        throw new DamagedException("a count is too big");
      }
      return (int) value;
    }

    String text() {
      int length = length();
      String text = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
      return text;
    }

    byte[] bytes() {
      return raw(length());
    }

    byte[] raw(int length) {
      check(length);
      byte[] copy = Arrays.copyOfRange(bytes, at, at + length);
      at += length;
      return copy;
    }

    void skip() {
      int length = length();
      at += length;
    }

    void skipRaw(int length) {
      check(length);
      at += length;
    }

    List<String> texts() {
      int count = count();
      List<String> texts = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        texts.add(text());
      }
      return texts;
    }

    Optional<String> optionalText() {
      return number() == 0 ? Optional.empty() : Optional.of(text());
    }

    OptionalLong optionalNumber() {
      long value = number();
      return value == 0 ? OptionalLong.empty() : OptionalLong.of(value - 1);
    }

    private int length() {
      int length = count();
      check(length);
      return length;
    }

    private void check(int length) {
      if (length > bytes.length - at) {
        throw new DamagedException("ends within a text");
      }
    }
  }
}
