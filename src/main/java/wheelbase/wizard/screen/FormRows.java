package wheelbase.wizard.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.report.TerminalText;
import wheelbase.wizard.Answers;
import wheelbase.wizard.ChoiceField;
import wheelbase.wizard.Field;
import wheelbase.wizard.FormPage;
import wheelbase.wizard.Option;
import wheelbase.wizard.Question;
import wheelbase.wizard.TextField;
import wheelbase.wizard.screen.Rows.Piece;

/**
 * The lines of a form.
 *
 * @param focus the first line of the question under the cursor
 * @param cursor the line of it that must be seen
 */
record FormRows(Rows rows, int focus, int cursor) {
  private static final int LABELS = 24;
  private static final int CANDIDATES = 6;

  static FormRows of(FormPage page, Canvas canvas) {
    return new Writer(page, canvas).write();
  }

  /** The first line in view: all of the question under the cursor, where there is room for it. */
  int from(int room) {
    Window around = Window.around((focus + cursor) / 2, rows.count(), room);
    int from = Math.min(around.from(), focus);
    return cursor >= from + room ? cursor - room + 1 : from;
  }

  private static final class Writer {
    private final FormPage page;
    private final Glyphs glyphs;
    private final Rows rows;
    private final int indent;
    private int focus;
    private int cursor;

    Writer(FormPage page, Canvas canvas) {
      this.page = page;
      this.glyphs = canvas.glyphs();
      this.rows = new Rows(canvas.columns(), glyphs);
      int widest = 0;
      for (Question question : page.questions()) {
        widest = Math.max(widest, TerminalText.columns(canvas.harmless(question.label())));
      }
      int room = Math.min(LABELS, canvas.columns() / 3);
      this.indent = Math.min(widest, room) + 4;
    }

    FormRows write() {
      if (page.questions().isEmpty()) {
        rows.words(0, Role.PLAIN, "Nothing is to be decided here.");
      }
      for (int index = 0; index < page.questions().size(); index++) {
        Question question = page.questions().get(index);
        if (index == page.cursor() && page.field().isPresent()) {
          focus = rows.count();
          cursor = focus;
          focused(page.field().get());
        } else {
          label(question, false, value(question));
          page.problem(question).ifPresent(this::problem);
        }
      }
      return new FormRows(rows, focus, cursor);
    }

    private void focused(Field field) {
      if (field instanceof TextField text) {
        typing(text);
      } else {
        choosing((ChoiceField) field);
      }
    }

    private void typing(TextField field) {
      label(field.question(), true, InputPieces.of(field.input(), rows.columns() - indent - 1));
      page.problem(field.question()).ifPresent(this::problem);
      if (!field.question().because().isEmpty() && !page.isEdited()) {
        rows.words(indent, Role.FAINT, field.question().because());
      }
      candidates(field);
      help(field.question());
    }

    private void candidates(TextField field) {
      List<String> candidates = offered(field);
      int at = field.proposals().map(TextField.Proposals::at).orElse(-1);
      int room = Math.min(CANDIDATES, candidates.size());
      Window window = Window.around(Math.max(0, at), candidates.size(), room);
      for (int index = window.from(); index < window.to(); index++) {
        String note = note(field.question(), candidates.get(index));
        rows.line(
            blanks(indent),
            new Piece(index == at ? Role.CURSOR : Role.PLAIN, candidates.get(index)),
            new Piece(Role.FAINT, note.isEmpty() ? "" : "  " + note));
      }
      if (candidates.size() > window.to()) {
        rows.words(indent, Role.FAINT, "and " + (candidates.size() - window.to()) + " more");
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

    private void choosing(ChoiceField field) {
      Question question = field.question();
      if (question.kind() == Question.Kind.YES_NO) {
        label(question, true, List.of(new Piece(Role.CURSOR, yesNo(field))));
      } else {
        label(question, true, List.of(new Piece(Role.STRONG, shown(question, field.words()))));
      }
      page.problem(question).ifPresent(this::problem);
      if (!question.because().isEmpty() && !page.isEdited()) {
        rows.words(indent, Role.FAINT, question.because());
      }
      if (question.kind() != Question.Kind.YES_NO) {
        options(field);
      }
      help(question);
    }

    private String yesNo(ChoiceField field) {
      boolean yes = field.words().contains(Answers.YES);
      return mark(yes, "(", ")") + " yes  " + mark(!yes, "(", ")") + " no";
    }

    private void options(ChoiceField field) {
      boolean several = field.question().kind() == Question.Kind.SOME_OF;
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
        String mark =
            several ? mark(field.isChosen(index), "[", "]") : mark(field.isChosen(index), "(", ")");
        String label = rows.harmless(option.label());
        String gap = " ".repeat(Math.max(0, widest - TerminalText.columns(label)) + 2);
        Piece name = new Piece(here ? Role.CURSOR : Role.PLAIN, mark + " " + label);
        Piece note = new Piece(Role.FAINT, option.note().isEmpty() ? "" : gap + option.note());
        rows.line(
            blanks(indent - 2),
            new Piece(Role.STRONG, here ? glyphs.cursor() + " " : "  "),
            name,
            note);
      }
    }

    private String mark(boolean chosen, String left, String right) {
      return left + (chosen ? left.equals("[") ? "x" : "*" : " ") + right;
    }

    private void help(Question question) {
      if (!question.help().isEmpty()) {
        rows.words(indent, Role.FAINT, question.help());
      }
    }

    private List<Piece> value(Question question) {
      List<String> words = question.standing(page.answers());
      String because =
          question.because().isEmpty() || !words.equals(question.usual())
              ? ""
              : "  " + question.because();
      return List.of(new Piece(Role.PLAIN, shown(question, words)), new Piece(Role.FAINT, because));
    }

    private static String shown(Question question, List<String> words) {
      String between = question.kind() == Question.Kind.FILES ? " " : ", ";
      return words.stream().map(question::label).collect(Collectors.joining(between));
    }

    private void label(Question question, boolean here, List<Piece> value) {
      String mark = here ? glyphs.cursor() + " " : "  ";
      String label = TerminalText.fit(rows.harmless(question.label()), indent - 4);
      String gap = " ".repeat(indent - 2 - TerminalText.columns(label));
      List<Piece> pieces = new ArrayList<>();
      pieces.add(new Piece(Role.STRONG, mark));
      pieces.add(new Piece(here ? Role.STRONG : Role.PLAIN, label + gap));
      pieces.addAll(value);
      rows.line(pieces.toArray(Piece[]::new));
    }

    private void problem(Diagnostic diagnostic) {
      String where =
          diagnostic.place().map(place -> place.file() + ":" + place.line() + ": ").orElse("");
      rows.words(indent, Role.BAD, where + diagnostic.message());
      Optional<String> hint = diagnostic.hint();
      hint.ifPresent(
          words ->
              rows.words(new Piece(Role.PLAIN, " ".repeat(indent) + "hint: "), Role.PLAIN, words));
    }

    private static Piece blanks(int count) {
      return new Piece(Role.PLAIN, " ".repeat(Math.max(0, count)));
    }
  }
}
