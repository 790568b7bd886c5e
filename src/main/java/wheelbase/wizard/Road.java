package wheelbase.wizard;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.AnalysisRequest;
import wheelbase.BaseAnalysis;
import wheelbase.ImageChoices;
import wheelbase.ImagePlanner;
import wheelbase.TypedChoices;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.baseimage.PythonChoice;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.dockerfile.DockerfileWriter;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.dockerfile.WriteOutcome;
import wheelbase.platform.Architecture;
import wheelbase.report.AnswersJson;
import wheelbase.report.EquivalentCommand;
import wheelbase.report.NextCommands;
import wheelbase.report.html.HtmlPage;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.RequirementEdit;
import wheelbase.requirements.Selection;

/**
 * The one way from answers to files: what to look at, what to build, what to write, and the command
 * line that does it all again. Full screen, prompts, flags and answers files take it alike.
 */
public final class Road {
  private final Given given;

  public Road(Given given) {
    this.given = given;
  }

  /** For a user who stands in the project and gave no option. */
  public Road(AnalysisRequest asked) {
    this(Given.of(asked));
  }

  /**
   * What to look at before a base image is chosen: every image that comes into question. What is
   * started there makes no difference to it.
   */
  public AnalysisRequest exploring(Answers answers) {
    return request(answers.without(Topic.BASE).without(Topic.APPLICATION));
  }

  /** What to look at where every answer is given. */
  public AnalysisRequest request(Answers answers) {
    AnalysisRequest asked = given.request();
    return new AnalysisRequest(
        asked.project(),
        inputs(answers),
        images(answers),
        said(answers, Topic.ARCHITECTURES)
            .map(Road::architectures)
            .filter(chosen -> !chosen.isEmpty())
            .orElse(asked.architectures()),
        answers
            .one(Topic.APPLICATION)
            .flatMap(word -> TypedChoices.application(word).value())
            .or(asked::application),
        asked.allowPrereleases(),
        asked.today(),
        asked.cures());
  }

  private Inputs inputs(Answers answers) {
    Inputs asked = given.request().inputs();
    Selection usual = asked.selection();
    return new Inputs(
        said(answers, Topic.REQUIREMENTS).map(this::files).orElse(asked.files()),
        asked.constraints(),
        Selection.of(
            said(answers, Topic.EXTRAS).orElse(List.copyOf(usual.extras())),
            said(answers, Topic.GROUPS).orElse(List.copyOf(usual.groups()))),
        asked.options().withNoBinary(AnsweredChoices.noBinary(answers)),
        said(answers, Topic.CURES).map(Road::edits).orElse(asked.edits()));
  }

  private static Optional<List<String>> said(Answers answers, Topic topic) {
    return answers.to(topic).filter(words -> !words.isEmpty());
  }

  private List<Path> files(List<String> words) {
    return words.stream()
        .flatMap(word -> AnswerCheck.path(word).value().stream())
        .map(file -> given.request().project().resolve(file).toAbsolutePath())
        .toList();
  }

  private static List<Architecture> architectures(List<String> words) {
    return words.stream()
        .flatMap(word -> TypedChoices.architecture(word).value().stream())
        .distinct()
        .toList();
  }

  private static List<RequirementEdit> edits(List<String> words) {
    return words.stream().flatMap(word -> AnswerCheck.cure(word).value().stream()).toList();
  }

  private ImageSelection images(Answers answers) {
    ImageSelection asked = given.request().images();
    Optional<List<String>> bases = said(answers, Topic.BASE);
    Optional<List<String>> pythons = said(answers, Topic.PYTHON);
    if (bases.isEmpty() && pythons.isEmpty()) {
      return asked;
    }
    List<String> usualBases = asked.words();
    List<String> usualPythons = asked.pythons().stream().map(PythonChoice::toString).toList();
    return ImageSelection.parse(
        Catalogue.shipped(),
        String.join(",", bases.orElse(usualBases)),
        Optional.of(String.join(",", pythons.orElse(usualPythons)))
            .filter(named -> !named.isEmpty()));
  }

  /** What the answers decide of the image. */
  public ImageChoices choices(Answers answers, Analysis analysis) {
    return AnsweredChoices.of(answers, analysis);
  }

  /** Where the files go. */
  public Path directory(Answers answers) {
    return answers
        .one(Topic.OUTPUT)
        .flatMap(word -> AnswerCheck.path(word).value())
        .map(given.here()::resolve)
        .orElse(given.request().project());
  }

  /** The command line that does the same again. */
  public String command(Answers answers) {
    return commandLine(answers).text();
  }

  /** The same as words, the program's name the first. */
  public EquivalentCommand commandLine(Answers answers) {
    return new RepeatingCommand(given).of(answers);
  }

  /** What the answers come to, or why no image does. */
  public Checked<PlannedImage> image(Answers answers, Analysis analysis, Outside outside) {
    ImageChoices choices = choices(answers, analysis);
    return ImagePlanner.base(analysis, choices)
        .fold(
            base ->
                choices.build().lock()
                    ? ImagePlanner.lock(analysis, base, given.request().inputs().options())
                        .fold(
                            lock ->
                                Checked.taken(
                                    image(analysis, base, choices, List.of(lock), outside)),
                            Checked::refused)
                    : Checked.taken(image(analysis, base, choices, List.of(), outside)),
            Checked::refused);
  }

  private PlannedImage image(
      Analysis analysis,
      BaseAnalysis base,
      ImageChoices choices,
      List<GeneratedFile> lock,
      Outside outside) {
    DockerfilePlan decided = ImagePlanner.plan(analysis, base, choices, given.privateIndex());
    DockerfilePlan plan = choices.build().digest() ? Pinning.of(decided, outside) : decided;
    List<GeneratedFile> files =
        new ArrayList<>(ImagePlanner.files(analysis, choices, plan, given.templates()));
    files.addAll(lock);
    return new PlannedImage(base, plan, files);
  }

  /** What would be written; where nothing can be, the diagnostics say why. */
  public Preview preview(Answers answers, Analysis analysis, Outside outside) {
    Path directory = directory(answers);
    return image(answers, analysis, outside)
        .fold(
            image -> preview(answers, image, directory, outside),
            why ->
                new Preview(
                    directory,
                    new DockerfilePlan(List.of(), List.of(), List.of(why)),
                    List.of(),
                    List.of(),
                    command(answers),
                    List.of(why)));
  }

  private Preview preview(Answers answers, PlannedImage image, Path directory, Outside outside) {
    List<Diagnostic> diagnostics = new ArrayList<>(image.plan().diagnostics());
    List<FileChange> changes = List.of();
    try {
      changes = outside.compare(directory, image.files());
    } catch (IOException e) {
      diagnostics.add(
          Diagnostic.error("cannot-compare", "what is there cannot be read: " + e.getMessage()));
    }
    return new Preview(
        directory,
        image.plan(),
        new DockerfileWriter(given.templates()).explained(image.plan()),
        changes,
        command(answers),
        diagnostics);
  }

  /** Keeps the answers where that was asked for, then writes all files or none. */
  public Written write(Answers answers, Analysis analysis, Outside outside, boolean force) {
    return image(answers, analysis, outside)
        .fold(image -> write(answers, image, outside, force), Written::not);
  }

  private Written write(Answers answers, PlannedImage image, Outside outside, boolean force) {
    Optional<Diagnostic> doomed = error(image.plan().diagnostics());
    if (doomed.isPresent()) {
      return Written.not(doomed.get());
    }
    Optional<Diagnostic> unkept =
        given.saved().flatMap(file -> keep(file, answers(answers), outside));
    if (unkept.isPresent()) {
      return Written.not(unkept.get());
    }
    WriteOutcome outcome = outside.write(directory(answers), image.plan(), image.files(), force);
    Optional<Diagnostic> problem = error(outcome.diagnostics());
    Ending done =
        new Ending(
            outcome.written(),
            outcome.backups(),
            Optional.of(command(answers)),
            NextCommands.of(
                given.here(), given.request().project(), directory(answers), image.plan()));
    return new Written(
        problem.isPresent() ? Optional.empty() : Optional.of(done), problem, Optional.of(outcome));
  }

  private static Optional<Diagnostic> error(List<Diagnostic> diagnostics) {
    return diagnostics.stream().filter(each -> each.severity() == Severity.ERROR).findFirst();
  }

  /**
   * @return what to tell the user: that it is done, or why not
   */
  public Diagnostic save(
      Turn.Save save, Answers answers, Optional<Analysis> analysis, Outside outside) {
    if (save.what() == Turn.Keepsake.SHARED_PAGE && analysis.isEmpty()) {
      return Diagnostic.error("cannot-save", "there is no page to share before the analysis");
    }
    String text =
        save.what() == Turn.Keepsake.ANSWERS
            ? answers(answers)
            : page(answers, analysis.orElseThrow(), outside);
    String what = save.what() == Turn.Keepsake.ANSWERS ? "answers are in " : "the page is in ";
    return keep(save.file(), text, outside)
        .orElseGet(() -> Diagnostic.note("saved", what + save.file()));
  }

  private String page(Answers answers, Analysis analysis, Outside outside) {
    Optional<DockerfilePlan> plan =
        image(answers, analysis, outside).value().map(PlannedImage::plan);
    return HtmlPage.of(analysis, plan, given.cutoff());
  }

  private static String answers(Answers answers) {
    return AnswersJson.write(answers.byId());
  }

  /** Whether there is a file of that name, relative to where the user stands. */
  boolean isThere(String file, Outside outside) {
    try {
      Path path = given.here().resolve(file).toAbsolutePath().normalize();
      return path.getParent() != null
          && outside.names(path.getParent()).contains(path.getFileName().toString());
    } catch (InvalidPathException e) {
      // What is wrong with it is said where it is tried.
      return false;
    }
  }

  /** Why it cannot be kept; empty where it is. */
  private static Optional<Diagnostic> keep(String file, String text, Outside outside) {
    try {
      outside.save(file, text);
      return Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.of(
          Diagnostic.error("cannot-save", "`" + file + "` cannot be written")
              .withHint("name a file that you may write, in a directory that is there"));
    }
  }
}
