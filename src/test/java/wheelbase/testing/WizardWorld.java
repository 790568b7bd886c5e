package wheelbase.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import wheelbase.Analysis;
import wheelbase.AnalysisRequest;
import wheelbase.ProjectOutline;
import wheelbase.Wheelbase;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.dockerfile.ProjectWriter;
import wheelbase.dockerfile.WriteOutcome;
import wheelbase.index.PackageIndex;
import wheelbase.platform.Architecture;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.ReaderOptions;
import wheelbase.survey.ProgressListener;
import wheelbase.syslibs.RuleBook;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Key;
import wheelbase.wizard.Message;
import wheelbase.wizard.Outside;
import wheelbase.wizard.Road;
import wheelbase.wizard.Start;
import wheelbase.wizard.Step;
import wheelbase.wizard.Wizard;

/**
 * The real pipeline over a drawn index and a directory, and a wizard in it whose keys one presses.
 */
public final class WizardWorld implements Outside {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private final Path project;
  private final Wheelbase wheelbase;
  private final LinkedBlockingQueue<Message> mailbox = new LinkedBlockingQueue<>();
  private final Queue<Analysing> instead = new ConcurrentLinkedQueue<>();
  private final List<Boolean> offline = new CopyOnWriteArrayList<>();
  private InstantSource clock = InstantSource.system();

  /** What happens where the project is looked at. */
  @FunctionalInterface
  public interface Analysing {
    Analysis analyse(AnalysisRequest request, ProgressListener progress)
        throws InterruptedException;
  }

  public WizardWorld(Path project, PackageIndex index) {
    this.project = project;
    this.wheelbase =
        new Wheelbase(
            options -> index,
            RuleBook.shipped(Optional.empty()),
            Catalogue.shipped(),
            FileReader.disk(),
            Map.of());
  }

  /** What the command line asks for where no option is given. */
  public AnalysisRequest request() {
    return new AnalysisRequest(
        project,
        Inputs.found(ReaderOptions.NONE),
        ImageSelection.parse(Catalogue.shipped(), "auto", Optional.empty()),
        List.of(Architecture.values()),
        Optional.empty(),
        false,
        TODAY,
        true);
  }

  /** Where a wizard starts that nothing was told. */
  public Start start() {
    return new Start(new Road(request()), Answers.NONE);
  }

  public Wizard wizard(Answers preset) {
    return new Wizard(this, new Road(request()), preset, mailbox::add);
  }

  /** Tells the time by another clock. */
  public WizardWorld at(InstantSource time) {
    clock = time;
    return this;
  }

  /** Has something else happen the next time that the project is looked at. */
  public WizardWorld instead(Analysing once) {
    instead.add(once);
    return this;
  }

  /** Has looking fail the next time. */
  public WizardWorld failing(RuntimeException why) {
    return instead(
        (request, progress) -> {
          throw why;
        });
  }

  /** Of each time that the project was looked at, whether that was offline. */
  public List<Boolean> looks() {
    return offline;
  }

  /** Presses keys one after the other, and after each waits for the analysis where one runs. */
  public void press(Wizard wizard, Key... keys) {
    for (Key key : keys) {
      wizard.handle(new Message.Pressed(key));
      settle(wizard);
    }
  }

  /** Presses Enter until a step is reached: what is usual is answered to all before it. */
  public void enter(Wizard wizard, Step step) {
    for (int presses = 0; wizard.step() != step; presses++) {
      if (presses == 50) {
        throw new AssertionError("Enter does not lead to " + step + " but to " + wizard.page());
      }
      press(wizard, Key.ENTER);
    }
  }

  /** Hands over all news until the analysis that runs, if any, has ended. */
  public void settle(Wizard wizard) {
    try {
      while (wizard.isLooking()) {
        Message news = mailbox.poll(60, TimeUnit.SECONDS);
        if (news == null) {
          throw new AssertionError("the analysis says nothing any more");
        }
        wizard.handle(news);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public ProjectOutline outline(AnalysisRequest request) {
    return wheelbase.look(request);
  }

  @Override
  public Analysis analyse(AnalysisRequest request, boolean offline, ProgressListener progress)
      throws InterruptedException {
    this.offline.add(offline);
    Analysing other = instead.poll();
    return other == null ? wheelbase.analyse(request, progress) : other.analyse(request, progress);
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public Optional<Diagnostic> cannotWrite(Path directory) {
    return Files.isWritable(directory)
        ? Optional.empty()
        : Optional.of(Diagnostic.error("cannot-write", directory + " cannot be written to"));
  }

  @Override
  public List<FileChange> compare(Path directory, List<GeneratedFile> files) throws IOException {
    return new ProjectWriter(directory).compare(files);
  }

  @Override
  public WriteOutcome write(
      Path directory, DockerfilePlan plan, List<GeneratedFile> files, boolean force) {
    return new ProjectWriter(directory).write(plan, files, force);
  }

  @Override
  public void save(String file, String text) throws IOException {
    Files.writeString(project.resolve(file), text);
  }

  @Override
  public List<String> names(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .map(path -> path.getFileName() + (Files.isDirectory(path) ? "/" : ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
