package wheelbase.report;

import java.util.Locale;

/** Byte counts as people read them: MB are 10^6 bytes. */
public final class Bytes {
  private Bytes() {}

  public static String megabytes(long bytes) {
    double megabytes = bytes / 1e6;
    return Math.abs(megabytes) < 9.95
        ? String.format(Locale.ROOT, "%.1f MB", megabytes)
        : String.format(Locale.ROOT, "%.0f MB", megabytes);
  }
}
