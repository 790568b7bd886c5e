package wheelbase.wizard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.diagnostic.Wording;
import wheelbase.dockerfile.ExplainedLine;

/**
 * The Dockerfile, the reason of each line, and what is done with it.
 *
 * @param tabs never none
 * @param place what is looked at of them
 * @param task what the user is about
 * @param insisting whether writing was refused for what is there, so that only replacing it helps
 */
public record PreviewPage(
    Answers answers,
    Preview preview,
    List<PreviewTab> tabs,
    Place place,
    PreviewTask task,
    boolean insisting)
    implements Page {

  /**
   * A place in the tabs.
   *
   * @param line the one under the cursor
   * @param column the first in view
   */
  public record Place(int tab, int line, int column) {}

  public PreviewPage {
    tabs = List.copyOf(tabs);
  }

  static PreviewPage of(Situation situation, Preview preview) {
    List<PreviewTab> tabs = new PreviewTabs(preview).all(situation);
    return new PreviewPage(
        situation.answers(), preview, tabs, start(tabs, 0), new PreviewTask.Reading(), false);
  }

  /** The first line that there is something to be said of; what is taken out is said by itself. */
  private static Place start(List<PreviewTab> tabs, int tab) {
    List<ExplainedLine> lines = tabs.get(tab).lines();
    int line = 0;
    while (line < lines.size() && lines.get(line).reasons().isEmpty()) {
      line++;
    }
    boolean isFromTheTop =
        line == lines.size() || tabs.get(tab).kind() == PreviewTab.Kind.DIFFERENCE;
    return new Place(tab, isFromTheTop ? 0 : line, 0);
  }

  @Override
  public Step step() {
    return Step.PREVIEW;
  }

  public PreviewTab tab() {
    return tabs.get(place.tab());
  }

  /** Why the line under the cursor is there; none where nobody knows. */
  public List<String> reasons() {
    List<ExplainedLine> lines = tab().lines();
    return place.line() < lines.size() ? lines.get(place.line()).reasons() : List.of();
  }

  /** What is asked before anything is replaced. */
  public String question() {
    List<String> names = preview.different().stream().map(change -> change.file().name()).toList();
    return "replace "
        + Wording.list(names)
        + ", keeping "
        + (names.size() == 1 ? "it" : "them")
        + " as "
        + Wording.list(names.stream().map(name -> name + ".bak").toList())
        + "?";
  }

  @Override
  public boolean isTyping() {
    return task instanceof PreviewTask.Naming;
  }

  @Override
  public Turn typed(Key key) {
    return task instanceof PreviewTask.Naming naming
        ? new Turn.Show(about(naming.typed(key)))
        : new Turn.Show(this);
  }

  @Override
  public List<KeyBinding> bindings() {
    return new PreviewKeys(this).bindings();
  }

  /** Never over something else without being told to. */
  Turn write() {
    return preview.replacesFiles() || insisting && !preview.different().isEmpty()
        ? new Turn.Show(about(new PreviewTask.Replacing()))
        : new Turn.Write(false);
  }

  Turn save(PreviewTask.Naming naming) {
    String name = naming.input().text().strip();
    return AnswerCheck.path(name)
        .fold(
            path -> new Turn.Save(naming.what(), name),
            wrong -> new Turn.Show(about(naming.refused(wrong))));
  }

  /** Before something that is there is replaced by what is saved. */
  Optional<PreviewPage> askingToReplace() {
    return task instanceof PreviewTask.Naming naming && !naming.isThere()
        ? Optional.of(about(naming.asking()))
        : Optional.empty();
  }

  /** Whether nothing was written for the sake of a file that is there. */
  static boolean isForWhatIsThere(Diagnostic problem) {
    return problem.id().equals("would-overwrite") || problem.id().equals("copied-file-ignored");
  }

  /** The same with a hint that is of use here, where there are no flags. */
  static Diagnostic inItsWords(Diagnostic problem) {
    return isForWhatIsThere(problem)
        ? problem.withHint("Enter asks whether to replace what is there")
        : problem;
  }

  /**
   * After an attempt to write that was refused for what is there.
   *
   * @param again the page of what is there by now
   */
  PreviewPage refused(PreviewPage again) {
    return new PreviewPage(answers, again.preview, again.tabs, again.place, again.task, true);
  }

  /**
   * After an attempt to save.
   *
   * @param told how it went
   */
  PreviewPage saved(Diagnostic told) {
    return task instanceof PreviewTask.Naming naming && told.severity() == Severity.ERROR
        ? about(naming.refused(told))
        : about(new PreviewTask.Reading());
  }

  PreviewPage about(PreviewTask other) {
    return new PreviewPage(answers, preview, tabs, place, other, insisting);
  }

  PreviewPage nextTab(int by) {
    return at(start(tabs, Math.floorMod(place.tab() + by, tabs.size())));
  }

  PreviewPage moved(int lines) {
    int last = Math.max(0, tab().lines().size() - 1);
    return at(
        new Place(place.tab(), Math.min(Math.max(0, place.line() + lines), last), place.column()));
  }

  PreviewPage movedSideways(int columns) {
    int longest = tab().lines().stream().mapToInt(line -> line.text().length()).max().orElse(0);
    int column = Math.min(Math.max(0, place.column() + columns), Math.max(0, longest - 1));
    return at(new Place(place.tab(), place.line(), column));
  }

  private PreviewPage at(Place other) {
    return new PreviewPage(answers, preview, tabs, other, task, insisting);
  }

  /** What the user should know before building, the worst first. */
  public List<Diagnostic> diagnostics() {
    return preview.diagnostics().stream()
        .sorted(Comparator.comparing(Diagnostic::severity))
        .toList();
  }

  /** The worst of them. */
  public Optional<Diagnostic> worst() {
    return diagnostics().stream().findFirst();
  }
}
