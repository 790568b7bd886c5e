package wheelbase.wizard;

import java.nio.file.Path;
import wheelbase.testing.Outlines;

/** Forms for other packages' tests: the questions that the wizard asks. */
public final class FormPages {
  private FormPages() {}

  /** A step of a project that a test has written, after some keys. */
  public static FormPage of(Path project, Step step, String... files) {
    Situation situation = Outlines.situation(project, Answers.NONE, files);
    return FormPage.of(step, situation, FileNames.NONE);
  }

  /** Presses keys that change no answer. */
  public static FormPage press(FormPage page, Key... keys) {
    FormPage now = page;
    for (Key key : keys) {
      now = (FormPage) ((Turn.Show) now.press(key)).page();
    }
    return now;
  }
}
