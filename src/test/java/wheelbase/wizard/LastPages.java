package wheelbase.wizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.survey.ProgressListener;
import wheelbase.testing.Outlines;
import wheelbase.testing.WizardWorld;

/** The pages behind the matrix, for other packages' tests. */
public final class LastPages {
  private LastPages() {}

  /** The base images of a drawn analysis. */
  public static BasePage bases(Path project, Answers answers, Analysis analysis) {
    Situation bare = Outlines.situation(project, answers, "requirements.txt", "");
    return BasePage.of(
        new Situation(answers, bare.outline(), Optional.of(analysis), Optional.empty()));
  }

  /** What the answers come to in a world. */
  public static PreviewPage preview(WizardWorld world, Answers answers) {
    Road road = new Road(world.request());
    try {
      Analysis analysis = world.analyse(road.exploring(answers), false, ProgressListener.SILENT);
      Situation situation =
          new Situation(
              answers,
              world.outline(road.exploring(answers)),
              Optional.of(analysis),
              Optional.empty());
      return PreviewPage.of(situation, road.preview(answers, analysis, world));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Presses keys that lead to no other page. */
  @SuppressWarnings("unchecked")
  public static <P extends Page> P press(P page, Key... keys) {
    P now = page;
    for (Key key : List.of(keys)) {
      now = (P) ((Turn.Show) now.press(key)).page();
    }
    return now;
  }
}
