package wheelbase.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wheelbase.AnalysisRequest;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.dockerfile.Templates;
import wheelbase.platform.Architecture;
import wheelbase.report.Style;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.ReaderOptions;
import wheelbase.wizard.AnswerCheck;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Given;
import wheelbase.wizard.Topic;

/**
 * The options that every command shares, and the values that they stand for. Those that answer a
 * question of the wizard are read by {@link AnswerFlags}.
 */
final class ProjectOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-r", "--requirement"},
      paramLabel = "FILE",
      description = "A requirements or lock file; may be repeated. Default: found in the project.")
  private List<Path> requirements = new ArrayList<>();

  @Option(
      names = {"-c", "--constraint"},
      paramLabel = "FILE",
      description = "A constraints file; may be repeated.")
  private List<Path> constraints = new ArrayList<>();

  @Option(
      names = "--extra",
      paramLabel = "NAME",
      description = "Optional dependencies of the project as well; may be repeated.")
  private List<String> extras = new ArrayList<>();

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description = "A dependency group of the project as well; may be repeated.")
  private List<String> groups = new ArrayList<>();

  @Option(
      names = "--python",
      split = ",",
      paramLabel = "VERSION",
      completionCandidates = CompletionValues.Pythons.class,
      description = "3.11,3.13 or a patch release. Default: what the project declares.")
  private List<String> pythons = new ArrayList<>();

  @Option(
      names = "--arch",
      split = ",",
      paramLabel = "ARCH",
      completionCandidates = CompletionValues.Architectures.class,
      description = "amd64,arm64. Default: both.")
  private List<String> architectures = new ArrayList<>();

  @Option(
      names = "--base",
      split = ",",
      paramLabel = "BASE",
      completionCandidates = CompletionValues.Bases.class,
      description =
          "slim-bookworm,alpine3.24, auto, a whole tag (3.13-slim-trixie), distroless, or an image"
              + " of yours: IMAGE or IMAGE=debian:13/3.13.")
  private List<String> bases = new ArrayList<>();

  @Option(
      names = "--app",
      paramLabel = "APP",
      description = "What to start: package.module:variable, or a script.")
  private String application;

  @Option(
      names = "--no-binary",
      split = ",",
      paramLabel = "NAME",
      description = "Build these packages from source, wheel or not.")
  private List<String> noBinary = new ArrayList<>();

  @Option(
      names = "--cure",
      paramLabel = "NAME:REQUIREMENT",
      description = "Ask for REQUIREMENT in the place of NAME; may be repeated.")
  private List<String> cures = new ArrayList<>();

  @Option(names = "--no-reading", description = "Do not read files that no rule speaks of.")
  private boolean noReading;

  @Option(
      names = "--no-cures",
      description = "Do not try what would help: sooner done, with less asked of the index.")
  private boolean noCures;

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description = "The answers that --save-answers kept; other options win.")
  private Path answersFile;

  @Option(names = "--pre", description = "Admit pre-releases, as pip does.")
  private boolean prereleases;

  @Mixin private IndexFlags indexFlags = new IndexFlags();

  @Mixin private RulesOption rules = new RulesOption();

  @Option(
      names = "--fail-on",
      split = ",",
      paramLabel = "WHAT",
      description = "Exit 1 on compile, unusable or warning, on any target.")
  private List<FailOn> failOn = new ArrayList<>();

  @Option(names = "--json", description = "The answer as JSON.")
  private boolean json;

  @Mixin private ColourOption colour = new ColourOption();

  @Option(
      names = {"-q", "--quiet"},
      description = "Only what matters; no progress.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "More detail, and stack traces of bugs.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This text.")
  private boolean help;

  boolean json() {
    return json;
  }

  StyleChoice.Colour colour() {
    return colour.colour();
  }

  /** How what goes to standard output looks. */
  Style style(Surroundings surroundings) {
    return colour.style(surroundings);
  }

  boolean quiet() {
    return quiet;
  }

  boolean verbose() {
    return verbose;
  }

  Set<FailOn> failOn() {
    EnumSet<FailOn> conditions = EnumSet.noneOf(FailOn.class);
    conditions.addAll(failOn);
    return conditions;
  }

  /**
   * @throws UsageException where an option does not say what it should
   */
  IndexChoice index(Surroundings surroundings) {
    return indexFlags.choice(surroundings, !noReading, rules(surroundings));
  }

  /**
   * The user's own rules.
   *
   * @throws UsageException where anything is wrong with them
   */
  Optional<Path> rules(Surroundings surroundings) {
    return rules.directory(surroundings);
  }

  /** The options in force before the requirements files are read. */
  ReaderOptions before(Surroundings surroundings) {
    return PipOptions.before(index(surroundings), prereleases, surroundings.environment());
  }

  /**
   * What the command line answers, over what its answers file does.
   *
   * @param path the project's directory, or a requirements file in it
   * @throws UsageException where an option or the file does not say what it should
   */
  Answers answers(Path path, Surroundings surroundings) {
    return answers(path, answersFile(), surroundings);
  }

  /** The file that {@code --answers} names, as the user wrote it. */
  Optional<Path> answersFile() {
    return Optional.ofNullable(answersFile);
  }

  /** As {@link #answers(Path, Surroundings)}, with another answers file or none. */
  Answers answers(Path path, Optional<Path> file, Surroundings surroundings) {
    Answers flags = flags(ProjectPlace.of(path, surroundings)).answers();
    Answers all =
        file.map(named -> flags.over(AnswersFile.read(named, surroundings))).orElse(flags);
    AnswerCheck.ofBaseBesidePython(all)
        .ifPresent(wrong -> AnswerFlags.refuse(Topic.BASE.flag(), wrong));
    return all;
  }

  /**
   * What is settled whatever is answered.
   *
   * @param path the project's directory, or a requirements file in it
   * @throws UsageException where an option does not say what it should
   */
  Given given(Path path, Surroundings surroundings) {
    ProjectPlace place = ProjectPlace.of(path, surroundings);
    List<Path> constraintFiles =
        new ArrayList<>(
            PipOptions.constraintFiles(surroundings.directory(), surroundings.environment()));
    for (Path file : constraints) {
      constraintFiles.add(place.given(file));
    }
    // A cut-off fixes "today" too: the same request gives the same answer on any day.
    LocalDate today =
        indexFlags
            .cutoff()
            .map(instant -> LocalDate.ofInstant(instant.minusNanos(1), ZoneOffset.UTC))
            .orElseGet(() -> LocalDate.now(surroundings.clock()));
    AnalysisRequest request =
        new AnalysisRequest(
            place.directory(),
            Inputs.of(List.of(), constraintFiles, before(surroundings)),
            ImageSelection.parse(Catalogue.shipped(), "auto", Optional.empty()),
            List.of(Architecture.values()),
            Optional.empty(),
            prereleases,
            today,
            !noCures);
    return new Given(
        request,
        surroundings.directory(),
        PipOptions.isPrivate(request.inputs().options()),
        indexFlags.cutoff(),
        flags(place).besides(),
        place.typed(),
        Optional.empty(),
        Templates.shipped());
  }

  private AnswerFlags flags(ProjectPlace place) {
    return new AnswerFlags(
        Optional.ofNullable(command).map(spec -> spec.commandLine().getParseResult()), place);
  }
}
