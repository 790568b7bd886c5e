package wheelbase.findings;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Counts, lists and ages as the findings say them. */
final class Wording {
  /** So many names fit a line; the others are counted. */
  static final int NAMED = 4;

  private static final double DAYS_A_YEAR = 365.25;

  private Wording() {}

  /** {@code 1 release}, {@code 3 releases}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** {@code a, b, c, d and 3 more}; one more than fits is named too. */
  static String some(Collection<String> names) {
    List<String> all = List.copyOf(names);
    return all.size() <= NAMED + 1
        ? list(all)
        : String.join(", ", all.subList(0, NAMED)) + " and " + (all.size() - NAMED) + " more";
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(Collection<String> names) {
    List<String> all = List.copyOf(names);
    int last = all.size() - 1;
    return last < 1
        ? String.join("", all)
        : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
  }

  /** {@code 12 days}, {@code 5 months}, {@code 1.8 years}. */
  static String age(Duration age) {
    long days = age.toDays();
    if (days < 60) {
      return count(days, "day");
    }
    return days < DAYS_A_YEAR
        ? count(Math.round(days * 12 / DAYS_A_YEAR), "month")
        : String.format(Locale.ROOT, "%.1f years", days / DAYS_A_YEAR);
  }
}
