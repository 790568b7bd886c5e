package wheelbase.index.pypi;

import java.time.Duration;
import wheelbase.diagnostic.Wording;

/** How old something is, for people. */
public final class Age {
  private Age() {}

  /** {@code 40 seconds}, {@code 1 minute}, {@code 3 hours}, {@code 12 days}. */
  public static String inWords(Duration age) {
    if (age.toDays() > 0) {
      return Wording.count(age.toDays(), "day");
    }
    if (age.toHours() > 0) {
      return Wording.count(age.toHours(), "hour");
    }
    return age.toMinutes() > 0
        ? Wording.count(age.toMinutes(), "minute")
        : Wording.count(age.toSeconds(), "second");
  }
}
