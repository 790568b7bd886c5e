package wheelbase.wizard.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Course;
import wheelbase.wizard.Ending;
import wheelbase.wizard.Outside;
import wheelbase.wizard.Road;
import wheelbase.wizard.Step;

/** The wizard line by line: the same steps and questions as full screen, for any terminal. */
public final class PromptWizard {
  private final Course course;
  private final Speech speech;

  private PromptWizard(Course course, Speech speech) {
    this.course = course;
    this.speech = speech;
  }

  /**
   * Takes the terminal, walks the steps with the user, and gives the terminal back.
   *
   * @param in what the user types
   * @param unicode whether the terminal shows more than ASCII
   * @throws IOException where there is no terminal
   */
  public static Ending run(
      InputStream in,
      Map<String, String> environment,
      boolean unicode,
      Outside outside,
      Road road,
      Answers preset)
      throws IOException {
    try (TerminalLines lines = TerminalLines.open(in, environment)) {
      return walk(lines, unicode, outside, road, preset);
    }
  }

  /** Walks the steps with whoever is at the other end of the lines. */
  public static Ending walk(
      Lines lines, boolean unicode, Outside outside, Road road, Answers preset) {
    Speech speech = new Speech(lines, unicode);
    return new PromptWizard(new Course(outside, road, preset), speech).walk();
  }

  private Ending walk() {
    speech.say("Which base image does this project need, and what must be in it?");
    speech.say("At every prompt: Enter takes the answer in brackets, ? explains, back, quit.");
    Going going = Going.to(Step.PROJECT);
    while (going instanceof Going.To next) {
      going = go(next);
    }
    return ((Going.Ended) going).ending();
  }

  private Going go(Going.To next) {
    return switch (next.step()) {
      case LOOKING -> new LookingStep(course, speech).go();
      case MATRIX -> new MatrixStep(course, speech).go();
      case PREVIEW -> new PreviewStep(course, speech).go();
      default -> new FormStep(next.step(), course, speech).go(next.fromBehind());
    };
  }
}
