package wheelbase.wizard;

import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.pep508.PackageName;
import wheelbase.platform.PythonRelease;
import wheelbase.report.CellText;
import wheelbase.report.Column;

/**
 * Packages on targets, and what is known of the cell under the cursor.
 *
 * @param changes what the last answer changed, a sentence each; gone with the next key
 * @param offers the cures that are to be chosen from; empty where none are
 */
public record MatrixPage(
    Answers answers,
    MatrixTable table,
    MatrixSight sight,
    List<String> changes,
    Optional<CureChoice> offers)
    implements Page {
  public MatrixPage {
    changes = List.copyOf(changes);
  }

  static MatrixPage of(Situation situation, List<String> changes) {
    return of(situation.answers(), situation.analysis().orElseThrow(), changes);
  }

  /** The blockers are what one comes for; where there are none, all packages. */
  public static MatrixPage of(Answers answers, Analysis analysis, List<String> changes) {
    MatrixTable table = MatrixTable.of(analysis);
    MatrixPage page =
        new MatrixPage(
            answers, table, MatrixSight.of(MatrixFilter.BLOCKERS), changes, Optional.empty());
    return page.count(MatrixFilter.BLOCKERS) > 0
        ? page.onBlocker().saying(changes)
        : page.seeing(MatrixSight.of(MatrixFilter.ALL)).saying(changes);
  }

  /** With the cursor where the first blocker is one: it may be none in the first column. */
  private MatrixPage onBlocker() {
    return python()
        .flatMap(
            python ->
                table.places(python).stream()
                    .filter(place -> MatrixFilter.BLOCKERS.admits(rows().get(0), place))
                    .findFirst())
        .map(place -> seeing(sight.column(place)))
        .orElse(this);
  }

  /** The same with the filter, the search and the cursor of another, as far as they are here. */
  MatrixPage like(MatrixPage other) {
    int column = other.column().map(there -> table.place(there)).orElse(0);
    return new MatrixPage(
        answers, table, other.sight.column(column).why(false), changes, Optional.empty());
  }

  public Analysis analysis() {
    return table.analysis();
  }

  public MatrixFilter filter() {
    return sight.filter();
  }

  /** What is searched for; empty where nothing is. */
  public String search() {
    return sight.search();
  }

  @Override
  public boolean isTyping() {
    return sight.typing();
  }

  /** Whether the details have the whole page. */
  public boolean isWhy() {
    return sight.why();
  }

  /** How many lines of the details are above what is seen. */
  public int scrolled() {
    return sight.scrolled();
  }

  /** How many packages a filter shows, whatever is searched for. */
  public int count(MatrixFilter filter) {
    return rows(filter).size();
  }

  /** The packages that are shown. */
  public List<MatrixTable.Row> rows() {
    return rows(filter()).stream().filter(row -> sight.finds(row.name())).toList();
  }

  private List<MatrixTable.Row> rows(MatrixFilter filter) {
    return python().map(python -> table.rows(filter, python)).orElseGet(table::rows);
  }

  /** The cursor's place among {@link #rows()}; 0 where there are none. */
  public int cursor() {
    List<MatrixTable.Row> rows = rows();
    int place = 0;
    while (place < rows.size() - 1 && isBefore(rows.get(place).name())) {
      place++;
    }
    return place;
  }

  private boolean isBefore(PackageName name) {
    return sight.at().filter(at -> name.compareTo(at) < 0).isPresent();
  }

  /** The package under the cursor; empty where none is shown. */
  public Optional<MatrixTable.Row> row() {
    List<MatrixTable.Row> rows = rows();
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(cursor()));
  }

  /** The place of the cursor's column in the table. */
  public int place() {
    return sight.column();
  }

  /** Empty only where there are no columns at all. */
  public Optional<Column> column() {
    return table.columns().isEmpty()
        ? Optional.empty()
        : Optional.of(table.columns().get(sight.column()));
  }

  /** The Python whose columns are shown. */
  public Optional<PythonRelease> python() {
    return column().map(column -> column.base().python());
  }

  /** What is known of the cell under the cursor. */
  public List<CellText.Line> details() {
    return row()
        .flatMap(row -> column().map(column -> CellText.of(analysis(), column, row.analysed())))
        .orElse(List.of());
  }

  @Override
  public Step step() {
    return Step.MATRIX;
  }

  @Override
  public List<KeyBinding> bindings() {
    return new MatrixKeys(changes.isEmpty() ? this : saying(List.of())).bindings();
  }

  @Override
  public Turn typed(Key key) {
    if (!isTyping()) {
      return new Turn.Show(saying(List.of()));
    }
    String text = search();
    if (key.equals(Key.BACKSPACE)) {
      int end = text.isEmpty() ? 0 : text.offsetByCodePoints(text.length(), -1);
      return new Turn.Show(seeing(sight.searching(text.substring(0, end), true)));
    }
    return new Turn.Show(
        key.isCharacter()
            ? seeing(sight.searching(text + Character.toString(key.character()), true))
            : this);
  }

  MatrixPage seeing(MatrixSight other) {
    return new MatrixPage(answers, table, other, List.of(), Optional.empty());
  }

  MatrixPage saying(List<String> sentences) {
    return new MatrixPage(answers, table, sight, sentences, offers);
  }

  MatrixPage choosing(CureChoice choice) {
    return new MatrixPage(answers, table, sight, List.of(), Optional.of(choice));
  }

  /** The cursor so many packages further down. */
  MatrixPage moved(int by) {
    List<MatrixTable.Row> rows = rows();
    if (rows.isEmpty()) {
      return this;
    }
    int place = Math.min(Math.max(0, cursor() + by), rows.size() - 1);
    return seeing(sight.at(rows.get(place).name()));
  }

  /** Takes a cure, or takes it back: the wizard looks again. */
  Turn take(CureOffer offer) {
    MatrixPage after =
        new MatrixPage(
            offer.revised(), table, sight, List.of(offer.said(answers)), Optional.empty());
    return new Turn.Revise(offer.revised(), after);
  }

  /** Those of the package under the cursor. */
  List<CureOffer> cures() {
    return row().map(row -> CureOffer.of(row.name(), analysis(), answers)).orElse(List.of());
  }
}
