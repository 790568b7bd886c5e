package wheelbase.wizard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wheelbase.ProjectOutline;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.requirements.Listing;

/**
 * A step that is questions one below the other. One of them is being answered; what is in its field
 * becomes an answer when the user leaves it, and a wrong one is not left.
 *
 * @param field of the question under the cursor; empty where nothing is asked
 * @param tried whether the user wanted to go on with what is in the field
 * @param top the line of the project's text that is to be seen first, counted over all files
 */
public record FormPage(
    Step step,
    Situation situation,
    List<Question> questions,
    int cursor,
    Optional<Field> field,
    boolean tried,
    int top,
    FileNames names,
    Leaving leaving)
    implements Page {
  private static final int SCROLLED = 10;
  private static final int LINES_ABOVE = 2;

  /** Where the user goes from a question, once its answer is taken. */
  enum Leaving {
    STAYING,
    /** To the next question; from the last one out of the step. */
    ACCEPTING,
    FORWARD,
    BACKWARD
  }

  public FormPage {
    questions = List.copyOf(questions);
  }

  static FormPage of(Step step, Situation situation, FileNames names) {
    return of(step, situation, Questionnaire.questions(step, situation), names);
  }

  static FormPage of(Step step, Situation situation, List<Question> questions, FileNames names) {
    return new FormPage(
            step,
            situation,
            questions,
            0,
            Optional.empty(),
            false,
            firstFault(situation.outline()),
            names,
            Leaving.STAYING)
        .focus(0);
  }

  /** What comes of the page when an answer has changed what is asked. */
  Turn asking(Situation now) {
    return asking(now, Questionnaire.questions(step, now));
  }

  Turn asking(Situation now, List<Question> asked) {
    FormPage page = of(step, now, asked, names);
    boolean sameText = now.outline().listings().equals(situation.outline().listings());
    page = page.scrolledTo(sameText ? top : page.top()).focus(indexIn(asked));
    if (field.isPresent() && leaving == Leaving.STAYING && page.isAt(field.get().question())) {
      page = page.with(field.get().about(page.question().orElseThrow()));
    }
    return page.left(leaving);
  }

  private int indexIn(List<Question> asked) {
    for (int index = 0; index < asked.size(); index++) {
      if (isAt(asked.get(index))) {
        return index;
      }
    }
    return cursor;
  }

  public Answers answers() {
    return situation.answers();
  }

  public ProjectOutline outline() {
    return situation.outline();
  }

  /** The question under the cursor. */
  public Optional<Question> question() {
    return field.map(Field::question);
  }

  /** What is wrong with the answer to a question, for showing beside it. */
  public Optional<Diagnostic> problem(Question question) {
    if (!isAt(question) || !isEdited()) {
      return question.problem(answers());
    }
    return tried ? question.check().apply(field.orElseThrow().words()) : Optional.empty();
  }

  /** Whether something is in the field that is not the standing answer. */
  public boolean isEdited() {
    return field
        .filter(there -> !there.words().equals(there.question().standing(answers())))
        .isPresent();
  }

  @Override
  public boolean isTyping() {
    return field.filter(TextField.class::isInstance).isPresent();
  }

  @Override
  public List<KeyBinding> bindings() {
    List<KeyBinding> bindings = new ArrayList<>();
    bindings.add(
        KeyBinding.main(
            isLast() ? "next" : "next question", () -> leave(Leaving.ACCEPTING), Key.ENTER));
    field.ifPresent(there -> bindings.addAll(bindings(there)));
    if (questions.size() > 1) {
      bindings.add(KeyBinding.main("move", () -> leave(Leaving.FORWARD), Key.DOWN, Key.TAB));
      bindings.add(
          KeyBinding.further("move up", () -> leave(Leaving.BACKWARD), Key.UP, Key.BACK_TAB));
    }
    if (isEdited()) {
      bindings.add(KeyBinding.main("undo", () -> new Turn.Show(focus(cursor)), Key.ESCAPE));
    } else if (step.previous().isPresent()) {
      bindings.add(KeyBinding.main("back", () -> new Turn.Back(answers()), Key.ESCAPE));
    }
    if (step == Step.PROJECT) {
      bindings.add(
          KeyBinding.main(
              "scroll", () -> new Turn.Show(scrolledTo(top + SCROLLED)), Key.PAGE_DOWN));
      bindings.add(
          KeyBinding.further(
              "scroll up", () -> new Turn.Show(scrolledTo(top - SCROLLED)), Key.PAGE_UP));
    }
    return bindings;
  }

  private List<KeyBinding> bindings(Field there) {
    if (there instanceof TextField text) {
      return bindings(text);
    }
    ChoiceField choice = (ChoiceField) there;
    return switch (choice.question().kind()) {
      case YES_NO ->
          List.of(
              KeyBinding.main("change", () -> take(choice.turned()), Key.of(' ')),
              KeyBinding.further(
                  "yes", () -> take(choice.answering(Answers.YES)), Key.of('y'), Key.LEFT),
              KeyBinding.further(
                  "no", () -> take(choice.answering(Answers.NO)), Key.of('n'), Key.RIGHT));
      default -> bindings(choice);
    };
  }

  private List<KeyBinding> bindings(TextField text) {
    List<KeyBinding> bindings = new ArrayList<>();
    // With a standing answer untouched, Tab goes on as in any form.
    boolean completes =
        (isEdited() || text.input().text().isEmpty()) && !text.candidates(names).isEmpty();
    if (completes || text.proposals().isPresent()) {
      bindings.add(
          KeyBinding.main("complete", () -> new Turn.Show(with(text.completed(names))), Key.TAB));
    }
    for (Key key : List.of(Key.ERASE_LINE, Key.ERASE_WORD)) {
      bindings.add(
          KeyBinding.further(
              key.equals(Key.ERASE_LINE) ? "erase the line" : "erase a word",
              () -> typed(key),
              key));
    }
    return bindings;
  }

  private List<KeyBinding> bindings(ChoiceField choice) {
    List<KeyBinding> bindings = new ArrayList<>();
    bindings.add(
        KeyBinding.main(
            choice.question().kind() == Question.Kind.SOME_OF ? "toggle" : "choose",
            () -> take(choice.chosen()),
            Key.of(' ')));
    if (choice.has(choice.at() - 1)) {
      bindings.add(
          KeyBinding.further(
              "option above", () -> new Turn.Show(with(choice.under(choice.at() - 1))), Key.UP));
    }
    if (choice.has(choice.at() + 1)) {
      bindings.add(
          KeyBinding.further(
              "option below", () -> new Turn.Show(with(choice.under(choice.at() + 1))), Key.DOWN));
    }
    return bindings;
  }

  @Override
  public Turn typed(Key key) {
    return field
        .filter(TextField.class::isInstance)
        .map(TextField.class::cast)
        .<Turn>map(text -> new Turn.Show(with(text.typed(key))))
        .orElse(new Turn.Show(this));
  }

  /** Takes an answer at once, where it will do. */
  private Turn take(ChoiceField changed) {
    FormPage page = with(changed);
    if (!page.isEdited()) {
      return new Turn.Show(page);
    }
    return page.check().isPresent()
        ? new Turn.Show(page.afterTrying())
        : page.revise(Leaving.STAYING);
  }

  private Turn leave(Leaving how) {
    FormPage page = how == Leaving.ACCEPTING ? choosing() : this;
    if (page.isEdited()) {
      return page.check().isPresent() ? new Turn.Show(page.afterTrying()) : page.revise(how);
    }
    if (how == Leaving.ACCEPTING) {
      return page.accepted();
    }
    return page.left(how);
  }

  private Turn accepted() {
    if (isUnreadable()) {
      // Whoever has mended the file in an editor presses Enter again: it is to be read anew.
      return new Turn.Revise(answers(), leaving(Leaving.ACCEPTING));
    }
    return left(Leaving.ACCEPTING);
  }

  /** Enter on an option chooses it. */
  private FormPage choosing() {
    return field.isPresent()
            && field.get() instanceof ChoiceField choice
            && choice.question().kind() == Question.Kind.ONE_OF
        ? with(choice.chosen())
        : this;
  }

  private Turn revise(Leaving how) {
    Field there = field.orElseThrow();
    return new Turn.Revise(there.question().answer(answers(), there.words()), leaving(how));
  }

  private Turn left(Leaving how) {
    return switch (how) {
      case STAYING -> new Turn.Show(this);
      case ACCEPTING -> accept();
      case FORWARD -> new Turn.Show(isLast() ? this : focus(cursor + 1));
      case BACKWARD -> new Turn.Show(cursor == 0 ? this : focus(cursor - 1));
    };
  }

  /** On to the next question; what is wrong as it stands is not passed by. */
  private Turn accept() {
    if (check().isPresent()) {
      return new Turn.Show(afterTrying());
    }
    return isLast() ? done() : new Turn.Show(focus(cursor + 1));
  }

  private Turn done() {
    for (int index = 0; index < questions.size(); index++) {
      if (questions.get(index).problem(answers()).isPresent()) {
        return new Turn.Show(focus(index).afterTrying());
      }
    }
    return new Turn.Next(answers());
  }

  private boolean isUnreadable() {
    return step == Step.PROJECT && outline().requirements().hasErrors();
  }

  private Optional<Diagnostic> check() {
    return field.flatMap(there -> there.question().check().apply(there.words()));
  }

  private boolean isLast() {
    return cursor + 1 >= questions.size();
  }

  private boolean isAt(Question other) {
    return question().filter(there -> there.topic() == other.topic()).isPresent();
  }

  private FormPage focus(int index) {
    int at = Math.max(0, Math.min(index, questions.size() - 1));
    Optional<Field> there =
        questions.isEmpty()
            ? Optional.empty()
            : Optional.of(Field.of(questions.get(at), answers()));
    return new FormPage(step, situation, questions, at, there, false, top, names, Leaving.STAYING);
  }

  private FormPage with(Field changed) {
    return new FormPage(
        step, situation, questions, cursor, Optional.of(changed), tried, top, names, leaving);
  }

  private FormPage afterTrying() {
    return new FormPage(step, situation, questions, cursor, field, true, top, names, leaving);
  }

  private FormPage leaving(Leaving how) {
    return new FormPage(step, situation, questions, cursor, field, tried, top, names, how);
  }

  private FormPage scrolledTo(int line) {
    int count = outline().listings().stream().mapToInt(listing -> listing.lines().size()).sum();
    int there = Math.max(0, Math.min(line, count - 1));
    return new FormPage(step, situation, questions, cursor, field, tried, there, names, leaving);
  }

  /** A little above the first error, else above the first other finding, else the first line. */
  private static int firstFault(ProjectOutline outline) {
    Optional<SourceSpan> fault =
        outline.diagnostics().stream()
            .sorted(Comparator.comparing(Diagnostic::severity))
            .flatMap(diagnostic -> diagnostic.place().stream())
            .findFirst();
    int before = 0;
    for (Listing listing : outline.listings()) {
      if (fault.isPresent() && fault.get().file().equals(listing.file())) {
        return Math.max(0, before + fault.get().line() - 1 - LINES_ABOVE);
      }
      before += listing.lines().size();
    }
    return 0;
  }
}
