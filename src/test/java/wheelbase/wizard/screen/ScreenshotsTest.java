package wheelbase.wizard.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.Analysis;
import wheelbase.index.IndexQuestion;
import wheelbase.platform.TargetPlatform;
import wheelbase.survey.PackageAnalysis;
import wheelbase.survey.ProgressEvent;
import wheelbase.survey.ProgressListener;
import wheelbase.survey.TargetAnalysis;
import wheelbase.testing.Demonstration;
import wheelbase.testing.Golden;
import wheelbase.testing.WizardWorld;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Key;
import wheelbase.wizard.Message;
import wheelbase.wizard.Road;
import wheelbase.wizard.Step;
import wheelbase.wizard.Wizard;

/**
 * The pictures that README shows are what the wizard's screens look like: the real pages, views and
 * colours over a project made to be shown. {@code scripts/screenshots} draws them anew.
 */
class ScreenshotsTest {
  private static final Path PICTURES = Path.of("src", "site", "resources", "images");

  private static final int JUDGED = 12;

  @TempDir private Path directory;
  private WizardWorld world;
  private Wizard wizard;

  @BeforeEach
  void aWizardInTheProject() throws IOException {
    Path project = Files.createDirectory(directory.resolve("thumbnails"));
    Demonstration.write(project);
    world = new WizardWorld(project, new Demonstration());
    wizard = world.wizard(Answers.NONE);
  }

  private void assertPicture(String name, String title) throws IOException {
    Canvas canvas = new Canvas(80, 24, Glyphs.UNICODE);
    Frame.of(wizard).draw(canvas);
    Golden.assertMatches(
        PICTURES.resolve(name), SvgPicture.of(canvas, Theme.of(Theme.Depth.PALETTE), title));
  }

  @Test
  void theMatrix() throws IOException {
    world.enter(wizard, Step.MATRIX);
    world.press(wizard, Key.DOWN, Key.BACK_TAB);
    assertPicture(
        "matrix.svg",
        "Packages against targets; below, why psycopg2 compiles, and what would cure it");
  }

  @Test
  void theBaseImage() throws IOException {
    world.enter(wizard, Step.BASE);
    assertPicture("base-image.svg", "Base images side by side: size, compiles, minutes, reasons");
  }

  @Test
  void thePreview() throws IOException {
    world.enter(wizard, Step.PREVIEW);
    world.press(wizard, Collections.nCopies(14, Key.DOWN).toArray(Key[]::new));
    assertPicture("preview.svg", "The Dockerfile, and the reason of the line under the cursor");
  }

  @Test
  void looking() throws InterruptedException, IOException {
    Analysis whole = analysed();
    CountDownLatch told = new CountDownLatch(1);
    Instant begun = Instant.EPOCH;
    Iterator<Instant> times =
        Stream.concat(Stream.of(begun), Stream.generate(() -> begun.plusSeconds(3))).iterator();
    world.at(times::next);
    world.instead(
        (request, progress) -> {
          tellHalf(whole, progress);
          told.countDown();
          new CountDownLatch(1).await();
          return whole;
        });
    while (wizard.step() != Step.LOOKING) {
      wizard.handle(new Message.Pressed(Key.ENTER));
    }
    told.await();
    wizard.refresh();
    assertPicture(
        "looking.svg", "The analysis half-way: what was fetched, targets, packages as they come");
    wizard.leave();
  }

  private Analysis analysed() throws InterruptedException {
    return world.analyse(
        new Road(world.request()).exploring(Answers.NONE), false, ProgressListener.SILENT);
  }

  /** As the pipeline tells it, in one of the orders in which an index may answer. */
  private static void tellHalf(Analysis whole, ProgressListener progress) {
    int all = whole.packages().size();
    progress.stage("resolving for " + whole.targets().size() + " targets");
    answered(progress, IndexQuestion.PAGE, all, all);
    answered(progress, IndexQuestion.METADATA, all - 4, all);
    progress.happened(
        new ProgressEvent.TargetsChosen(
            whole.targets().stream().map(TargetAnalysis::target).toList()));
    List<TargetAnalysis> reached = whole.targets().subList(0, 4);
    for (TargetAnalysis target : reached) {
      progress.happened(new ProgressEvent.TargetBegun(target.target()));
      progress.happened(new ProgressEvent.TargetPinned(target.target(), target.resolution()));
    }
    for (PackageAnalysis each : whole.packages().subList(0, JUDGED)) {
      for (TargetAnalysis target : reached) {
        progress.happened(judged(each, target.target()));
      }
    }
  }

  private static void answered(
      ProgressListener progress, IndexQuestion question, int answered, int asked) {
    progress.happened(new ProgressEvent.IndexAnswered(question, "", false, answered, asked, 9));
  }

  private static ProgressEvent judged(PackageAnalysis each, TargetPlatform target) {
    return new ProgressEvent.Judged(
        target,
        each.name(),
        Optional.ofNullable(each.versions().get(target)),
        each.verdicts().get(target).kind());
  }
}
