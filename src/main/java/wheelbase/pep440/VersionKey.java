package wheelbase.pep440;

import java.util.Arrays;

/**
 * Builds a version's sort key: bytes whose unsigned lexicographic order is PEP 440's order
 * ("Summary of permitted suffixes and relative ordering").
 *
 * <p>The key is the epoch, the release without the zeros at its end, then one byte each for
 * pre-release, post-release and development release, chosen so that they sort as the standard says,
 * each followed by its number, then the local part. A number is one byte up to 239, else the count
 * of its bytes and the bytes, so that any size fits and longer means larger.
 */
final class VersionKey {
  private static final int END = 0;
  private static final int ZERO = 1;
  private static final int SMALL_NUMBERS = 0xF0;
  private static final int LONG_DIGITS = 18;
  private static final int HUGE = 0xF9;

  private static final int DEV_OF_FINAL = 1;
  private static final int ALPHA = 2;
  private static final int BETA = 3;
  private static final int CANDIDATE = 4;
  private static final int NO_PRE = 5;

  private static final int NO_POST = 1;
  private static final int POST = 2;
  private static final int ABOVE_ALL_POSTS = 3;

  private static final int DEV = 1;
  private static final int NO_DEV = 2;

  private static final int LOCAL_TEXT = 1;
  private static final int LOCAL_NUMBER = 2;

  private byte[] bytes = new byte[24];
  private int length;
  private int trimmedLength;

  private VersionKey() {}

  static byte[] of(VersionScanner version) {
    VersionKey key = new VersionKey();
    version.writeTo(key);
    return Arrays.copyOf(key.bytes, key.length);
  }

  /**
   * A key above a final version and all its post-releases and below the next release. No version
   * has it.
   */
  static byte[] abovePostReleases(VersionScanner version) {
    VersionKey key = new VersionKey();
    version.writeTo(key);
    key.length = key.trimmedLength;
    key.write(NO_PRE);
    key.write(ABOVE_ALL_POSTS);
    return Arrays.copyOf(key.bytes, key.length);
  }

  void epoch(String text, int start, int end) {
    number(text, start, end);
    trimmedLength = length;
  }

  void releaseNumber(String text, int start, int end) {
    int before = length;
    number(text, start, end);
    boolean zero = length == before + 1 && bytes[before] == ZERO;
    if (!zero) {
      trimmedLength = length;
    }
  }

  void endOfRelease() {
    length = trimmedLength;
    write(END);
    trimmedLength = length;
  }

  void pre(String letter, boolean devOfFinal, String text, int start, int end) {
    if (letter == null) {
      write(devOfFinal ? DEV_OF_FINAL : NO_PRE);
    } else {
      write(letter.equals("a") ? ALPHA : letter.equals("b") ? BETA : CANDIDATE);
      number(text, start, end);
    }
  }

  void post(boolean present, String text, int start, int end) {
    write(present ? POST : NO_POST);
    if (present) {
      number(text, start, end);
    }
  }

  void dev(boolean present, String text, int start, int end) {
    write(present ? DEV : NO_DEV);
    if (present) {
      number(text, start, end);
    }
  }

  void localNumber(String text, int start, int end) {
    write(LOCAL_NUMBER);
    number(text, start, end);
  }

  void localText(String text, int start, int end) {
    write(LOCAL_TEXT);
    for (int i = start; i < end; i++) {
      write(Character.toLowerCase(text.charAt(i)));
    }
    write(END);
  }

  void endOfLocal() {
    write(END);
  }

  private void number(String text, int start, int end) {
    int from = start;
    while (from < end && text.charAt(from) == '0') {
      from++;
    }
    int digits = end - from;
    if (digits > LONG_DIGITS) {
      write(HUGE);
      bigEndian(digits, 4);
      for (int i = from; i < end; i++) {
        write(text.charAt(i));
      }
      return;
    }
    long value = 0;
    for (int i = from; i < end; i++) {
      value = value * 10 + (text.charAt(i) - '0');
    }
    if (value < SMALL_NUMBERS) {
      write((int) value + ZERO);
    } else {
      int size = (71 - Long.numberOfLeadingZeros(value)) / 8;
      write(SMALL_NUMBERS + size);
      bigEndian(value, size);
    }
  }

  private void bigEndian(long value, int size) {
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
      write((int) (value >>> shift));
    }
  }

  private void write(int value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    bytes[length++] = (byte) value;
  }
}
