package wheelbase.diagnostic;

import java.util.Collection;
import java.util.List;

/** Counts and lists as sentences have them. */
public final class Wording {
  /** So many names fit a line, and one more than fits is named rather than counted. */
  private static final int NAMED = 4;

  private Wording() {}

  /** {@code 1 release}, {@code 3 releases}. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String list(Collection<String> names) {
    List<String> all = List.copyOf(names);
    int last = all.size() - 1;
    return last < 1
        ? String.join("", all)
        : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
  }

  /** Whether {@link #some} names all of so many. */
  public static boolean namesAll(int number) {
    return number <= NAMED + 1;
  }

  /** {@code a, b, c, d and 3 more}. */
  public static String some(Collection<String> names) {
    List<String> all = List.copyOf(names);
    return namesAll(all.size())
        ? list(all)
        : String.join(", ", all.subList(0, NAMED)) + " and " + (all.size() - NAMED) + " more";
  }
}
