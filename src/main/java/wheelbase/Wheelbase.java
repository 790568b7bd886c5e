package wheelbase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import wheelbase.application.Application;
import wheelbase.application.ApplicationDetector;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.baseimage.Recommendation;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.findings.Findings;
import wheelbase.findings.Surveyed;
import wheelbase.index.PackageIndex;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.registry.OwnImages;
import wheelbase.registry.Registry;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.pyproject.ProjectReader;
import wheelbase.resolver.Resolver;
import wheelbase.survey.ConflictRemedies;
import wheelbase.survey.Matrix;
import wheelbase.survey.Patience;
import wheelbase.survey.ProgressEvent;
import wheelbase.survey.ProgressListener;
import wheelbase.survey.Readings;
import wheelbase.survey.Remedies;
import wheelbase.survey.RequirementPaths;
import wheelbase.survey.SourceBuilds;
import wheelbase.survey.Survey;
import wheelbase.survey.TargetAnalysis;
import wheelbase.survey.TargetResolver;
import wheelbase.syslibs.RuleBook;
import wheelbase.wheels.Cure;
import wheelbase.wheels.Downgrade;
import wheelbase.wheels.VerdictJudge;

/**
 * The whole road, from requirements to a recommendation. {@link #analyse} names every stage in
 * order; the work is in the stages. {@link ImagePlanner} goes on from there to the Dockerfile.
 */
public final class Wheelbase {
  private static final Duration LONGEST_SEARCH_FOR_CURES = Duration.ofSeconds(30);

  private final IndexSource indexes;
  private final RuleBook rules;
  private final Catalogue catalogue;
  private final FileReader files;
  private final Map<String, String> environment;
  private final LongSupplier nanoTime;
  private final Registry registry;
  private final boolean reading;

  /** Without a clock, and so with all the time there is. */
  public Wheelbase(
      IndexSource indexes,
      RuleBook rules,
      Catalogue catalogue,
      FileReader files,
      Map<String, String> environment) {
    this(indexes, rules, catalogue, files, environment, () -> 0, Registry.offline(), false);
  }

  /**
   * @param environment the variables that requirements files may name
   * @param nanoTime a clock that only goes forward, as {@link System#nanoTime}
   * @param registry asked about images of the user's own, and about nothing else
   * @param reading whether files that no rule speaks of are read, which asks the index for more
   */
  public Wheelbase(
      IndexSource indexes,
      RuleBook rules,
      Catalogue catalogue,
      FileReader files,
      Map<String, String> environment,
      LongSupplier nanoTime,
      Registry registry,
      boolean reading) {
    this.indexes = indexes;
    this.rules = rules;
    this.catalogue = catalogue;
    this.files = files;
    this.environment = Map.copyOf(environment);
    this.nanoTime = nanoTime;
    this.registry = registry;
    this.reading = reading;
  }

  /**
   * What a project is, from its own files alone: quick, and without an index.
   *
   * @return what was found; where the requirements cannot be read, its diagnostics say so
   */
  public ProjectOutline look(AnalysisRequest request) {
    RequirementsIntake.Taken taken = new RequirementsIntake(files, environment).read(request);
    return new Outlining(catalogue, files.edited(taken.editedFiles()), request).of(taken);
  }

  /**
   * Looks at a project.
   *
   * @return what was found; where the requirements cannot be read, or be met anywhere, its
   *     diagnostics say so
   * @throws wheelbase.index.IndexException where the index cannot be reached
   * @throws wheelbase.registry.RegistryException where an image of the user's own cannot be read
   * @throws InterruptedException soon after this thread is interrupted, whatever it waits for; what
   *     the index has told by then stays known to it
   */
  public Analysis analyse(AnalysisRequest asked, ProgressListener progress)
      throws InterruptedException {
    begin(progress, "reading requirements");
    RequirementsIntake.Taken taken = new RequirementsIntake(files, environment).read(asked);
    checkInterrupted();
    ProjectRequirements requirements = taken.requirements();
    if (requirements.hasErrors()) {
      return Analysis.unread(asked.project(), taken);
    }
    begin(progress, "reading base images");
    ImageSelection selection = BaseReading.of(asked, new OwnImages(registry, catalogue));
    if (BaseReading.failed(asked, selection)) {
      return Analysis.unbased(asked.project(), taken, selection.diagnostics());
    }
    AnalysisRequest request = asked.withImages(selection);
    PackageIndex index = indexes.open(requirements.options());
    Resolver resolver = new Resolver(index);
    TargetResolver resolving =
        new TargetResolver(resolver, requirements, request.allowPrereleases(), progress);

    VerdictJudge judge = new VerdictJudge(index, resolving.formats());
    begin(progress, "choosing Python");
    PythonChooser.Choice python =
        new PythonChooser(catalogue, files.edited(taken.editedFiles()), resolving, judge, progress)
            .choose(request);
    List<BaseImage> images = request.images().images(catalogue, python.series());

    Set<TargetPlatform> wanted = new LinkedHashSet<>();
    images.forEach(
        image ->
            request
                .architectures()
                .forEach(architecture -> wanted.add(image.target(architecture))));
    progress.happened(new ProgressEvent.TargetsChosen(List.copyOf(wanted)));
    begin(
        progress,
        "resolving for " + (wanted.size() == 1 ? "1 target" : wanted.size() + " targets"));
    Map<TargetPlatform, TargetAnalysis> targets = resolving.resolve(wanted);

    begin(progress, "judging wheels and sdists");
    Readings readings =
        reading
            ? Readings.begin(index, rules, images, request.architectures(), targets)
            : Readings.none();
    SourceBuilds builds = SourceBuilds.resolve(index, resolver, resolving, rules, images, targets);
    Survey survey = new Survey(judge, rules, readings, builds, targets, progress);
    Matrix matrix = Matrix.of(images, request.architectures(), survey);
    RequirementPaths paths = new RequirementPaths(resolving.roots(), targets);

    begin(progress, "weighing images");
    Application application = detect(request, matrix);
    checkInterrupted();
    ImageOffers offers = new ImageOffers(index, rules, requirements, targets, matrix);
    List<BaseAnalysis> bases = new ArrayList<>();
    for (BaseImage image : images) {
      bases.add(offers.packages(image));
    }
    List<Candidate> candidates = offers.candidates(bases, request);
    Recommendation recommendation = Recommendation.rank(candidates, request.today());

    List<Downgrade> downgrades = Remedies.downgrades(targets, index);

    List<Cure> cures = new ArrayList<>();
    List<PackageName> untried = List.of();
    if (request.cures()) {
      begin(progress, "trying cures");
      Remedies.Found found =
          new Remedies(
                  index,
                  resolver,
                  resolving,
                  rules,
                  catalogue,
                  new Patience(nanoTime, LONGEST_SEARCH_FOR_CURES),
                  progress)
              .cures(matrix, targets.keySet());
      cures.addAll(new ConflictRemedies(index, resolver, resolving, catalogue).cures(targets));
      cures.addAll(found.cures());
      untried = found.untried();
    }
    List<Diagnostic> diagnostics =
        new ArrayList<>(
            Findings.of(
                new Surveyed(
                    index,
                    requirements,
                    new ProjectReader(request.project(), files, Map.of()).pythonDeclarations(),
                    resolving,
                    targets,
                    matrix,
                    paths,
                    downgrades,
                    rules,
                    catalogue,
                    images,
                    request.today())));
    untried(untried).ifPresent(diagnostics::add);
    return new Analysis(
        request.project(),
        taken.files(),
        request.inputs().constraints(),
        requirements,
        Optional.of(application),
        python.because(),
        bases,
        List.copyOf(targets.values()),
        matrix.packages(paths),
        downgrades,
        cures,
        Optional.of(recommendation),
        diagnostics,
        taken.editedFiles());
  }

  /** What is tried is counted; this is said where the clock was needed after all. */
  private static Optional<Diagnostic> untried(List<PackageName> packages) {
    return packages.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.note(
                "cures-not-tried",
                "trying cures took over "
                    + LONGEST_SEARCH_FOR_CURES.toSeconds()
                    + " seconds: none was sought for "
                    + packages.stream().map(PackageName::value).collect(Collectors.joining(", "))));
  }

  private static void begin(ProgressListener progress, String stage) throws InterruptedException {
    checkInterrupted();
    progress.stage(stage);
  }

  /** An interrupted thread reads no files, and would take them for missing. */
  private static void checkInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static Application detect(AnalysisRequest request, Matrix matrix) {
    Set<PackageName> installed = new LinkedHashSet<>();
    matrix.cells().forEach(cell -> installed.add(cell.name()));
    return new ApplicationDetector(request.project()).detect(installed, request.application());
  }
}
