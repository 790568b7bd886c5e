package wheelbase.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wheelbase.Analysis;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.SizeEstimate;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.engine.BuildOrder;
import wheelbase.engine.BuiltImage;
import wheelbase.engine.EngineFinder;
import wheelbase.engine.SystemProcesses;
import wheelbase.index.IndexException;
import wheelbase.report.DiagnosticText;
import wheelbase.report.TerminalText;
import wheelbase.report.VerifyJson;
import wheelbase.report.VerifyText;
import wheelbase.syslibs.DraftRule;
import wheelbase.syslibs.RuleBook;
import wheelbase.verify.BuildContext;
import wheelbase.verify.FinalStage;
import wheelbase.verify.Verification;
import wheelbase.verify.Verifier;
import wheelbase.verify.VerifyOrder;
import wheelbase.wizard.Answers;
import wheelbase.wizard.PlannedImage;
import wheelbase.wizard.Topic;

/** Builds the image with the user's engine, and proves it. */
@Command(
    name = "verify",
    description = "Build the image with docker, podman or buildah, and prove it from inside.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Builds the Dockerfile that is there, or else the one that generate would write.",
      "The image is removed again. Exits 0 when proven and 1 when a fault was found.",
      "",
      "Examples:",
      "  wheelbase verify",
      "  wheelbase verify service --engine podman",
      "  wheelbase verify --dockerfile docker/Dockerfile --target runtime",
      "  wheelbase verify --secret id=pip.conf,src=pip.conf",
      "  wheelbase verify --draft-rules rules --json"
    })
final class VerifyCommand extends AnalysingCommand {
  private static final String DOCKERFILE = "Dockerfile";

  @Mixin private ProjectOperand operand = new ProjectOperand();

  @Mixin private EngineOptions engineOptions = new EngineOptions();

  @Option(
      names = "--dockerfile",
      paramLabel = "FILE",
      description = "Default: Dockerfile in the project's directory.")
  private Path dockerfile;

  @Option(names = "--no-start", description = "Do not start the image's command.")
  private boolean noStart;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long the command may take until it is healthy. Default: 60.")
  private int patience = 60;

  @Option(
      names = "--no-prediction",
      description = "Read no requirements and ask no index, so predict no size.")
  private boolean noPrediction;

  @Option(
      names = "--draft-rules",
      paramLabel = "DIR",
      description = "Write the rules that would have told what lacked.")
  private Path draftRules;

  /** What the engine builds for. */
  private Optional<String> architecture = Optional.empty();

  /** What the Dockerfile that is there is built on. */
  private Optional<BaseImage> base = Optional.empty();

  VerifyCommand(Surroundings surroundings, Pipeline pipeline) {
    super(surroundings, pipeline);
  }

  @Override
  Path path() {
    return operand.path();
  }

  /** What was not answered follows from the engine and from the Dockerfile. */
  @Override
  Answers answers() {
    Answers answers = super.answers();
    if (answers.to(Topic.ARCHITECTURES).isEmpty() && architecture.isPresent()) {
      answers = answers.with(Topic.ARCHITECTURES, architecture.get());
    }
    return base.isPresent()
        ? answers.without(Topic.PYTHON).with(Topic.BASE, base.get().tag())
        : answers;
  }

  @Override
  public Integer call() throws InterruptedException {
    options.rules(surroundings);
    if (patience < 1) {
      throw new UsageException("--patience: it needs a second at least", "--patience 60");
    }
    Path project = ProjectPlace.of(path(), surroundings).directory();
    Path file =
        dockerfile == null
            ? project.resolve(DOCKERFILE)
            : surroundings.directory().resolve(dockerfile);
    if (dockerfile != null && !Files.isRegularFile(file)) {
      throw new UsageException("there is no file `" + dockerfile + "`", "");
    }
    // Before anything is looked at: a wrong option is told at once.
    engineOptions.build(project, file, surroundings);
    try (SystemProcesses processes = new SystemProcesses(surroundings.environment())) {
      EngineFinder.Found found =
          new EngineFinder(processes)
              .find(engineOptions.engine())
              .fold(
                  taken -> taken,
                  why -> {
                    throw new UsageException(List.of(why));
                  });
      architecture =
          engineOptions
              .architecture()
              .or(() -> Optional.of(found.engine().architecture()))
              .filter(name -> name.equals("amd64") || name.equals("arm64"));
      return Files.isRegularFile(file)
          ? ofFile(project, file, processes, found)
          : ofPlan(project, processes, found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Dockerfile that is there. */
  private int ofFile(Path project, Path file, SystemProcesses processes, EngineFinder.Found found)
      throws IOException, InterruptedException {
    String text = Files.readString(file);
    FinalStage stage = FinalStage.of(text, engineOptions.buildArguments(), engineOptions.target());
    base =
        Catalogue.shipped().images().stream()
            .filter(image -> stage.isOn(image.reference()))
            .findFirst();
    Optional<Verification.Prediction> prediction =
        noPrediction || base.isEmpty() ? Optional.empty() : predicted();
    return prove(project, () -> {}, file, text, prediction, processes, found);
  }

  /** What generate would write, beside a copy of the project. */
  private int ofPlan(Path project, SystemProcesses processes, EngineFinder.Found found)
      throws IOException, InterruptedException {
    Analysis analysis = analyse();
    if (analysis.failed()) {
      surroundings.streams().tell(new DiagnosticText(errorStyle()).of(analysis.diagnostics()));
      return ExitCode.REQUIREMENTS;
    }
    PlannedImage planned = planned(analysis);
    try (BuildContext context = BuildContext.copy(project, planned.files())) {
      Path file = context.directory().resolve(DOCKERFILE);
      return prove(
          context.directory(),
          context,
          file,
          Files.readString(file),
          prediction(analysis, planned.base().image()),
          processes,
          found);
    }
  }

  /**
   * @param copy is closed where the user interrupts
   */
  private int prove(
      Path context,
      Closeable copy,
      Path file,
      String text,
      Optional<Verification.Prediction> prediction,
      SystemProcesses processes,
      EngineFinder.Found found)
      throws IOException, InterruptedException {
    BuildOrder build = engineOptions.build(context, file, surroundings);
    Verifier verifier =
        new Verifier(
            found, RuleBook.shipped(options.rules(surroundings)), this::log, System::nanoTime);
    Verification verification;
    BuiltImage image = BuiltImage.on(found.engine());
    AtEnd atEnd = new AtEnd(processes, image, copy);
    try (atEnd;
        image) {
      verification =
          verifier.verify(
              image,
              new VerifyOrder(
                  build,
                  text,
                  engineOptions.runOptions(surroundings),
                  !noStart,
                  Duration.ofSeconds(patience),
                  prediction));
    }
    for (DraftRule draft : verification.drafts()) {
      write(draft);
    }
    String subject = dockerfile == null ? DOCKERFILE : dockerfile.toString();
    surroundings
        .streams()
        .print(
            options.json()
                ? VerifyJson.of(verification, subject)
                : new VerifyText(resultStyle()).of(verification, subject));
    return verification.isProven() ? ExitCode.DONE : ExitCode.CONDITION_HOLDS;
  }

  private void write(DraftRule draft) throws IOException {
    if (draftRules != null) {
      Path file = surroundings.directory().resolve(draftRules).resolve(draft.path());
      Files.createDirectories(file.getParent());
      Files.writeString(file, draft.text());
    }
  }

  private void log(String line) {
    if (!options.quiet()) {
      surroundings.streams().tell(TerminalText.harmless(line, errorStyle().unicode()) + "\n");
    }
  }

  /** Empty where the project cannot be looked at: the image can be proven all the same. */
  private Optional<Verification.Prediction> predicted() throws InterruptedException {
    try {
      Analysis analysis = analyse();
      if (!analysis.failed()) {
        return prediction(analysis, base.orElseThrow());
      }
      withoutPrediction(
          analysis.diagnostics().stream()
              .filter(each -> each.severity() == Severity.ERROR)
              .findFirst()
              .map(Diagnostic::headline)
              .orElse(""));
    } catch (IndexException | UsageException e) {
      withoutPrediction(String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private void withoutPrediction(String why) {
    surroundings
        .streams()
        .tell(
            new DiagnosticText(errorStyle())
                .of(Diagnostic.note("no-prediction", "no size is predicted: " + why)));
  }

  private static Optional<Verification.Prediction> prediction(Analysis analysis, BaseImage image) {
    return analysis.recommendation().stream()
        .flatMap(recommendation -> recommendation.candidates().stream())
        .filter(candidate -> candidate.image().reference().equals(image.reference()))
        .filter(Candidate::isPossible)
        .findFirst()
        .map(
            candidate ->
                new Verification.Prediction(
                    candidate.size().onDisk(), tolerance(candidate), image.reference()));
  }

  /** As the page on sizes has them. */
  private static double tolerance(Candidate candidate) {
    if (candidate.size().method() == SizeEstimate.Method.EXACT) {
      return 0.03;
    }
    return candidate.sourceBuilds().isEmpty() ? 0.08 : 0.15;
  }

  /** This command says nothing of the analysis itself. */
  @Override
  int answer(Analysis analysis) {
    throw new IllegalStateException("an image is proven, not an analysis");
  }

  /** Ends the engine and removes the image when the user interrupts. */
  private static final class AtEnd implements AutoCloseable {
    private final Thread hook;

    AtEnd(SystemProcesses processes, BuiltImage image, Closeable copy) {
      hook =
          new Thread(
              () -> {
                processes.close();
                try (copy) {
                  image.close();
                } catch (IOException e) {
                  // Nobody is left to be told.
                }
              },
              "removal of the image");
      Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // It is running: the end has begun.
      }
    }
  }
}
