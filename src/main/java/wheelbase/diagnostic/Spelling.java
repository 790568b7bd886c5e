package wheelbase.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What someone probably meant. */
public final class Spelling {
  private Spelling() {}

  /**
   * The nearest of the known words, capitals apart, where one is near: a third of the letters may
   * be wrong. Of equally near ones the first in alphabetical order.
   */
  public static Optional<String> nearest(String written, Collection<String> known) {
    String word = written.toLowerCase(Locale.ROOT);
    int tolerance = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(candidate -> distance(word, candidate.toLowerCase(Locale.ROOT)) <= tolerance)
        .min(
            Comparator.<String>comparingInt(
                    candidate -> distance(word, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** "did you mean ...?", or nothing. */
  public static String question(String written, Collection<String> known) {
    return nearest(written, known).map(word -> "did you mean `" + word + "`?").orElse("");
  }

  /** Optimal string alignment: insert, drop, replace, or swap two neighbours. */
  public static int distance(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int best =
            Math.min(cost[i - 1][j - 1] + replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = best;
      }
    }
    return cost[left.length()][right.length()];
  }
}
