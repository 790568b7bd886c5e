package wheelbase.index.pypi;

import java.time.Duration;

/** How old something is, for people. */
public final class Age {
  private Age() {}

  /** {@code 40 seconds}, {@code 1 minute}, {@code 3 hours}, {@code 12 days}. */
  public static String inWords(Duration age) {
    if (age.toDays() > 0) {
      return counted(age.toDays(), "day");
    }
    if (age.toHours() > 0) {
      return counted(age.toHours(), "hour");
    }
    return age.toMinutes() > 0
        ? counted(age.toMinutes(), "minute")
        : counted(age.toSeconds(), "second");
  }

  private static String counted(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
