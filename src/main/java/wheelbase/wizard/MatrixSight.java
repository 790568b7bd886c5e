package wheelbase.wizard;

import java.util.Locale;
import java.util.Optional;
import wheelbase.pep508.PackageName;

/**
 * What of the matrix the user has in sight.
 *
 * @param search part of a package's name, as it was typed; empty where nothing is searched for
 * @param typing whether the search is being typed
 * @param at where the cursor was put; where that package is not shown, the one behind it has it
 * @param column the place of the cursor's column
 * @param scrolled how many lines of the details are above what is seen
 * @param why whether the details have the whole page
 */
record MatrixSight(
    MatrixFilter filter,
    String search,
    boolean typing,
    Optional<PackageName> at,
    int column,
    int scrolled,
    boolean why) {
  static MatrixSight of(MatrixFilter filter) {
    return new MatrixSight(filter, "", false, Optional.empty(), 0, 0, false);
  }

  MatrixSight through(MatrixFilter other) {
    return new MatrixSight(other, search, typing, at, column, 0, why);
  }

  MatrixSight searching(String text, boolean stillTyping) {
    return new MatrixSight(filter, text, stillTyping, at, column, 0, why);
  }

  MatrixSight at(PackageName name) {
    return new MatrixSight(filter, search, typing, Optional.of(name), column, 0, why);
  }

  MatrixSight column(int place) {
    return new MatrixSight(filter, search, typing, at, place, 0, why);
  }

  MatrixSight scrolled(int lines) {
    return new MatrixSight(filter, search, typing, at, column, lines, why);
  }

  MatrixSight why(boolean whole) {
    return new MatrixSight(filter, search, typing, at, column, 0, whole);
  }

  /** Names are compared as the index does (PEP 503), so the search is written as they are. */
  boolean finds(PackageName name) {
    return name.value().contains(search.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-"));
  }
}
