package wheelbase.wizard.prompt;

import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.report.DiagnosticText;
import wheelbase.report.Ink;
import wheelbase.report.Page;
import wheelbase.report.Style;
import wheelbase.report.TerminalText;
import wheelbase.wizard.Step;

/**
 * What is said, as a screen reader likes it: a sentence a line, wrapped between words, nothing but
 * text. Whatever comes from elsewhere is made harmless here.
 */
final class Speech {
  private static final int NARROWEST = 40;

  private final Lines lines;
  private final boolean unicode;

  Speech(Lines lines, boolean unicode) {
    this.lines = lines;
    this.unicode = unicode;
  }

  /** For the reports, at the terminal's width of the moment. */
  Style style() {
    return new Style(Math.max(NARROWEST, lines.width()), false, unicode);
  }

  void blank() {
    lines.say("");
  }

  void heading(Step step) {
    blank();
    say("Step " + step.number() + " of " + Step.count() + ": " + step.title());
  }

  /** A sentence, or a list's item. */
  void say(String sentence) {
    text(new Page(style()).paragraph(0, sentence).toString());
  }

  /** With a full stop, where it has none. */
  void sentence(String words) {
    say(words.matches("(?s).*[.:?!]") ? words : words + ".");
  }

  /** A number or name, and what there is to it. */
  void item(String label, String words) {
    text(
        new Page(style()).paragraph(2, label, 2 + label.length() + 1, Ink.PLAIN, words).toString());
  }

  /** Lines as they are. */
  void text(String text) {
    text.lines().forEach(line -> lines.say(TerminalText.harmless(line, unicode)));
  }

  /** What is wrong, where, and what would be right. */
  void problem(Diagnostic problem) {
    boolean hasLines = problem.message().lines().count() > 1;
    if (problem.place().isPresent() || hasLines) {
      text(new DiagnosticText(style()).of(problem));
      return;
    }
    sentence(problem.message());
    problem.hint().ifPresent(hint -> say("hint: " + hint));
  }

  Optional<String> ask(Lines.Asking asking) {
    return lines.ask(
        new Lines.Asking(
            TerminalText.harmless(asking.prompt(), unicode),
            asking.begun(),
            begun ->
                asking.completions().apply(begun).stream()
                    .filter(word -> TerminalText.harmless(word, unicode).equals(word))
                    .toList(),
            asking.history()));
  }

  void onInterrupt(Optional<Runnable> action) {
    lines.onInterrupt(action);
  }
}
