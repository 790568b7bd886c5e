package wheelbase.wizard.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.report.TerminalText;
import wheelbase.wizard.Answers;
import wheelbase.wizard.ChoiceField;
import wheelbase.wizard.FormPage;
import wheelbase.wizard.Option;
import wheelbase.wizard.Question;
import wheelbase.wizard.TextField;
import wheelbase.wizard.screen.Rows.Piece;

/** The lines of a form: a question each, more of the one under the cursor. */
final class FormRows {
  private static final int CANDIDATES = 6;

  private final FormPage page;
  private final Glyphs glyphs;
  private final Rows rows;
  private final boolean narrow;
  private final int indent;
  private int focus;
  private int cursor;

  FormRows(FormPage page, Canvas canvas) {
    this.page = page;
    this.glyphs = canvas.glyphs();
    this.rows = new Rows(canvas.columns(), glyphs);
    int widest = 0;
    for (Question question : page.questions()) {
      widest = Math.max(widest, TerminalText.columns(rows.harmless(question.label())));
    }
    this.narrow = widest + 4 > canvas.columns() / 2;
    this.indent = narrow ? 2 : widest + 4;
    write();
  }

  int count() {
    return rows.count();
  }

  /** Draws what there is room for; of the question under the cursor as much as possible. */
  void draw(Canvas canvas) {
    int room = canvas.rows();
    int from = Window.around((focus + cursor) / 2, rows.count(), room).from();
    from = Math.min(from, focus);
    rows.draw(canvas, cursor >= from + room ? cursor - room + 1 : from);
  }

  private void write() {
    if (page.questions().isEmpty()) {
      rows.words(0, Role.PLAIN, "Nothing is to be decided here.");
    }
    for (int index = 0; index < page.questions().size(); index++) {
      if (index == page.cursor()) {
        focus = rows.count();
        focused();
      } else {
        standing(page.questions().get(index));
      }
    }
  }

  private void standing(Question question) {
    List<String> words = question.standing(page.answers());
    boolean usual = words.equals(question.usual());
    Piece value = new Piece(Role.PLAIN, shown(question, words));
    rows.fitted(
        words.isEmpty() ? 0 : 2,
        Role.FAINT,
        usual ? question.because() : "",
        labelled(question, false, List.of(value)));
    page.problem(question).ifPresent(this::problem);
  }

  private static String shown(Question question, List<String> words) {
    String between = question.kind() == Question.Kind.FILES ? " " : ", ";
    return words.stream().map(question::label).collect(Collectors.joining(between));
  }

  private void focused() {
    if (page.field().isPresent() && page.field().get() instanceof TextField text) {
      typing(text);
    } else {
      page.field().map(ChoiceField.class::cast).ifPresent(this::choosing);
    }
    String help = page.questions().get(page.cursor()).help();
    if (!help.isEmpty()) {
      rows.words(indent, Role.FAINT, help);
    }
  }

  private void typing(TextField field) {
    int room = rows.columns() - indent;
    rows.line(labelled(field.question(), true, InputPieces.of(field.input(), room, rows)));
    cursor = rows.count() - 1;
    problemOrReason(field.question());
    candidates(field);
  }

  private void choosing(ChoiceField field) {
    Question question = field.question();
    boolean yesOrNo = question.kind() == Question.Kind.YES_NO;
    Piece value =
        yesOrNo
            ? new Piece(Role.CURSOR, yesNo(field))
            : new Piece(Role.STRONG, shown(question, question.standing(page.answers())));
    rows.line(labelled(question, true, List.of(value)));
    cursor = rows.count() - 1;
    problemOrReason(question);
    if (!yesOrNo) {
      options(field);
    }
  }

  /** The reason is that of the usual answer. */
  private void problemOrReason(Question question) {
    Optional<Diagnostic> problem = page.problem(question);
    problem.ifPresent(this::problem);
    boolean usual = question.standing(page.answers()).equals(question.usual());
    if (problem.isEmpty() && usual && !page.isEdited() && !question.because().isEmpty()) {
      rows.words(indent, Role.FAINT, question.because());
    }
  }

  private void problem(Diagnostic diagnostic) {
    String where =
        diagnostic.place().map(place -> place.file() + ":" + place.line() + ": ").orElse("");
    rows.message(indent, Role.BAD, where + diagnostic.message());
    diagnostic
        .hint()
        .ifPresent(
            hint -> rows.words(0, Role.PLAIN, hint, Rows.blanks(indent), Rows.strong("hint: ")));
  }

  private void candidates(TextField field) {
    List<String> offered = offered(field);
    int at = field.proposals().map(TextField.Proposals::at).orElse(-1);
    Window window = Window.around(Math.max(0, at), offered.size(), CANDIDATES);
    for (int index = window.from(); index < window.to(); index++) {
      String value = offered.get(index);
      rows.fitted(
          2,
          Role.FAINT,
          note(field.question(), value),
          Rows.blanks(indent),
          new Piece(index == at ? Role.CURSOR : Role.PLAIN, value));
    }
    if (offered.size() > window.to()) {
      rows.words(indent, Role.FAINT, "and " + (offered.size() - window.to()) + " more");
    }
  }

  /** What else could be said; while it is typed, what it could become. */
  private List<String> offered(TextField field) {
    if (field.proposals().isPresent()) {
      return field.proposals().get().words();
    }
    List<String> offered =
        page.isEdited() || field.input().text().isEmpty()
            ? field.candidates(page.names())
            : field.question().options().stream().map(Option::value).toList();
    return offered.equals(field.words()) ? List.of() : offered;
  }

  private static String note(Question question, String value) {
    return question.options().stream()
        .filter(option -> option.value().equals(value))
        .findFirst()
        .map(Option::note)
        .orElse("");
  }

  private static String yesNo(ChoiceField field) {
    boolean yes = field.words().contains(Answers.YES);
    return (yes ? "(*) yes  ( ) no" : "( ) yes  (*) no");
  }

  private void options(ChoiceField field) {
    int widest =
        field.options().stream()
            .mapToInt(option -> TerminalText.columns(rows.harmless(option.label())))
            .max()
            .orElse(0);
    for (int index = 0; index < field.options().size(); index++) {
      Option option = field.options().get(index);
      boolean here = index == field.at();
      if (here) {
        cursor = rows.count();
      }
      Piece before = Rows.strong(" ".repeat(indent - 2) + (here ? glyphs.cursor() + " " : "  "));
      String label = mark(field, index) + rows.harmless(option.label());
      Piece name = new Piece(here ? Role.CURSOR : Role.PLAIN, label);
      note(option.note(), here, widest + 4 - TerminalText.columns(label) + 2, before, name);
    }
  }

  private static String mark(ChoiceField field, int option) {
    boolean several = field.question().kind() == Question.Kind.SOME_OF;
    if (field.isChosen(option)) {
      return several ? "[x] " : "(*) ";
    }
    return several ? "[ ] " : "( ) ";
  }

  /** Whole beside the option under the cursor; else as much as there is room for. */
  private void note(String note, boolean whole, int gap, Piece... option) {
    if (note.isEmpty()) {
      rows.line(option);
    } else if (whole) {
      rows.words(gap, Role.FAINT, note, option);
    } else {
      rows.fitted(gap, Role.FAINT, note, option);
    }
  }

  /** On a narrow canvas the label has a line of its own. */
  private Piece[] labelled(Question question, boolean here, List<Piece> value) {
    Piece mark = Rows.strong(here ? glyphs.cursor() + " " : "  ");
    String label = rows.harmless(question.label());
    Piece name = new Piece(here ? Role.STRONG : Role.PLAIN, label);
    List<Piece> pieces = new ArrayList<>();
    if (narrow) {
      rows.line(mark, name);
      pieces.add(Rows.blanks(indent));
    } else {
      pieces.addAll(List.of(mark, name));
      pieces.add(Rows.blanks(indent - 2 - TerminalText.columns(label)));
    }
    pieces.addAll(value);
    return pieces.toArray(Piece[]::new);
  }
}
