package wheelbase.wizard;

import java.util.function.BiPredicate;
import wheelbase.report.VerdictWords;
import wheelbase.wheels.VerdictClass;

/** Which packages of the matrix are shown. */
public enum MatrixFilter {
  ALL("all", (row, words) -> true),
  /** Those that have no wheel somewhere, and compile there or worse. */
  BLOCKERS("blockers", (row, words) -> words.kind().compareTo(VerdictClass.SOURCE_BUILD) >= 0),
  /** Those that the image must provide something for. */
  LIBRARIES("needs libraries", (row, words) -> !row.analysed().runLibraries().isEmpty());

  private final String title;
  private final BiPredicate<MatrixTable.Row, VerdictWords> wanted;

  MatrixFilter(String title, BiPredicate<MatrixTable.Row, VerdictWords> wanted) {
    this.title = title;
    this.wanted = wanted;
  }

  public String title() {
    return title;
  }

  /** Whether a package is shown for what it is in one of its cells. */
  boolean admits(MatrixTable.Row row, int place) {
    return this == ALL
        || row.cells().get(place).filter(words -> wanted.test(row, words)).isPresent();
  }

  MatrixFilter next() {
    return values()[(ordinal() + 1) % values().length];
  }

  MatrixFilter previous() {
    return values()[(ordinal() + values().length - 1) % values().length];
  }
}
