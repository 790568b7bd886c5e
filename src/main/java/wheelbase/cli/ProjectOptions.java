package wheelbase.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import wheelbase.index.pypi.Redaction;
import wheelbase.platform.Architecture;
import wheelbase.report.Style;
import wheelbase.requirements.FileSources;
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

  @Option(names = "--no-reading", description = "Do not read wheels that no rule speaks of.")
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

  @Option(
      names = {"-i", "--index-url"},
      paramLabel = "URL",
      description = "The package index to ask.")
  private String indexUrl;

  @Option(
      names = "--extra-index-url",
      paramLabel = "URL",
      description = "Another index to ask as well; may be repeated.")
  private List<String> extraIndexUrls = new ArrayList<>();

  @Option(names = "--no-index", description = "No package index: only --find-links.")
  private boolean noIndex;

  @Option(
      names = {"-f", "--find-links"},
      paramLabel = "PLACE",
      description = "A directory of archives, an archive, or a page of links; may be repeated.")
  private List<String> findLinks = new ArrayList<>();

  @Option(
      names = "--trusted-host",
      paramLabel = "HOST",
      description = "Ask this host without TLS too, whatever its certificate; may be repeated.")
  private List<String> trustedHosts = new ArrayList<>();

  @Option(
      names = "--keyring-provider",
      paramLabel = "WHICH",
      completionCandidates = CompletionValues.KeyringProviders.class,
      description = "auto, disabled, import or subprocess, as for pip.")
  private String keyringProvider;

  @Option(
      names = "--exclude-newer",
      paramLabel = "DATE",
      description = "As if today were this day (UTC), or this instant.")
  private String excludeNewer;

  @Option(names = "--offline", description = "Ask nobody; use what is cached.")
  private boolean offline;

  @Option(names = "--refresh", description = "Ask again, even where the cache is fresh.")
  private boolean refresh;

  @Option(
      names = "--cache-dir",
      paramLabel = "DIR",
      description = "Where answers of the index are kept.")
  private Path cacheDirectory;

  @Mixin private RulesOption rules = new RulesOption();

  @Option(
      names = "--fail-on",
      split = ",",
      paramLabel = "WHAT",
      description = "Exit 1 on compile, unusable or warning, on any target.")
  private List<FailOn> failOn = new ArrayList<>();

  @Option(names = "--json", description = "The answer as JSON.")
  private boolean json;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "AUTO",
      description = "auto, always or never.")
  private StyleChoice.Colour colour = StyleChoice.Colour.AUTO;

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
    return colour;
  }

  /** How what goes to standard output looks. */
  Style style(Surroundings surroundings) {
    return StyleChoice.of(
        colour, surroundings.environment(), surroundings.streams().outIsTerminal());
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
    if (offline && refresh) {
      throw new UsageException("--offline and --refresh contradict each other", "");
    }
    Optional.ofNullable(indexUrl).ifPresent(url -> checkAddress("--index-url", url));
    extraIndexUrls.forEach(url -> checkAddress("--extra-index-url", url));
    checkKeyringProvider();
    return new IndexChoice(
        new FileSources(
            Optional.ofNullable(indexUrl),
            extraIndexUrls,
            noIndex,
            findLinks.stream().map(place -> fromHere(place, surroundings)).toList(),
            trustedHosts,
            Map.of()),
        Optional.ofNullable(keyringProvider),
        offline,
        refresh,
        cutoff(),
        Optional.ofNullable(cacheDirectory).map(surroundings.directory()::resolve),
        rules(surroundings),
        !noReading);
  }

  /**
   * The user's own rules.
   *
   * @throws UsageException where anything is wrong with them
   */
  Optional<Path> rules(Surroundings surroundings) {
    return rules.directory(surroundings);
  }

  private static void checkAddress(String option, String url) {
    if (!url.matches("(?i)(?:https?://[^\\s/]+|file:/|/).*")) {
      throw new UsageException(
          option + ": `" + Redaction.ofUrl(url) + "` is not the address of an index",
          option + " https://index.example/simple/");
    }
  }

  private void checkKeyringProvider() {
    List<String> known = CompletionValues.KeyringProviders.VALUES;
    if (keyringProvider != null && !known.contains(keyringProvider)) {
      throw new UsageException(
          "--keyring-provider: `" + keyringProvider + "` is none of " + String.join(", ", known),
          "--keyring-provider subprocess");
    }
  }

  /** A path that is there is meant from the directory that the program was started in. */
  private static String fromHere(String place, Surroundings surroundings) {
    try {
      Path path = surroundings.directory().resolve(place);
      return Files.exists(path) ? path.toAbsolutePath().normalize().toString() : place;
    } catch (InvalidPathException notAPath) {
      return place;
    }
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
        cutoff()
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
        cutoff(),
        flags(place).besides(),
        place.typed(),
        Optional.empty(),
        Templates.shipped());
  }

  private AnswerFlags flags(ProjectPlace place) {
    return new AnswerFlags(
        Optional.ofNullable(command).map(spec -> spec.commandLine().getParseResult()), place);
  }

  /** A day means that day too: the cut-off is the midnight after it. */
  private Optional<Instant> cutoff() {
    if (excludeNewer == null) {
      return Optional.empty();
    }
    try {
      if (excludeNewer.length() == 10) {
        return Optional.of(
            LocalDate.parse(excludeNewer).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      return Optional.of(
          Instant.parse(excludeNewer.toUpperCase(Locale.ROOT).replaceAll("\\+00:00$", "Z")));
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "--exclude-newer: `" + excludeNewer + "` is neither a day nor an instant",
          "--exclude-newer 2026-06-30, or 2026-06-30T12:00:00Z");
    }
  }
}
