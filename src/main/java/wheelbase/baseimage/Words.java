package wheelbase.baseimage;

import java.util.List;
import wheelbase.diagnostic.Wording;

/** Sizes, times and names as sentences say them. */
public final class Words {
  private Words() {}

  /** {@code 66 MB}: millions of bytes. */
  static String megabytes(long bytes) {
    return bytes < 1_000_000 ? "less than 1 MB" : Math.round(bytes / 1e6) + " MB";
  }

  /** {@code 40 seconds}, {@code 4 minutes}, {@code 2 hours}. */
  public static String time(int seconds) {
    if (seconds < 90) {
      return Wording.count(Math.max(1, seconds), "second");
    }
    return seconds < 90 * 60
        ? Wording.count(Math.round(seconds / 60f), "minute")
        : Wording.count(Math.round(seconds / 3600f), "hour");
  }

  /** {@code a}, {@code a and b}, {@code a, b and 3 others}. */
  public static String names(List<String> names) {
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> names.get(0);
      case 2 -> names.get(0) + " and " + names.get(1);
      case 3 -> names.get(0) + ", " + names.get(1) + " and " + names.get(2);
      default -> names.get(0) + ", " + names.get(1) + " and " + (names.size() - 2) + " others";
    };
  }
}
