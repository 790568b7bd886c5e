package wheelbase;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.application.Application;
import wheelbase.application.ApplicationDetector;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.EndOfLife;
import wheelbase.baseimage.Recommendation;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.BuildRequest;
import wheelbase.dockerfile.DockerIgnore;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.dockerfile.DockerfileWriter;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.dockerfile.HealthCheck;
import wheelbase.dockerfile.LockedFile;
import wheelbase.lock.LockText;
import wheelbase.lock.LockedRequirements;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.ReaderOptions;
import wheelbase.resolver.Resolved;
import wheelbase.survey.PackageAnalysis;
import wheelbase.survey.TargetAnalysis;

/** Goes on from an analysis to the files of an image: the Dockerfile and what belongs beside it. */
public final class ImagePlanner {
  private static final String PYPROJECT = "pyproject.toml";
  private static final String EXPORTED = "requirements.txt";
  private static final String EXPORTED_BESIDE = "requirements-pyproject.txt";
  private static final String NOWHERE = "the project runs on none of these base images";

  private ImagePlanner() {}

  /** The base image to build on, or why there is none to build on. */
  public static Checked<BaseAnalysis> base(Analysis analysis, ImageChoices choices) {
    Optional<Recommendation> recommendation = analysis.recommendation();
    Optional<BaseImage> recommended =
        recommendation.flatMap(Recommendation::chosen).map(Candidate::image);
    Optional<BaseImage> wanted = choices.base().or(() -> recommended);
    Optional<Candidate> impossible =
        recommendation.map(Recommendation::candidates).orElse(List.of()).stream()
            .filter(each -> wanted.map(each.image()::equals).orElse(true))
            .findFirst()
            .filter(each -> !each.isPossible());
    return impossible.isPresent()
        ? Checked.refused(cannotRun(impossible.get(), choices))
        : analysis.bases().stream()
            .filter(base -> wanted.map(base.image()::equals).orElse(false))
            .findFirst()
            .map(Checked::taken)
            .orElseGet(() -> Checked.refused(Diagnostic.error("no-base", NOWHERE)));
  }

  private static Diagnostic cannotRun(Candidate candidate, ImageChoices choices) {
    String obstacle =
        candidate.image().reference() + candidate.obstacle().map(why -> ", " + why).orElse("");
    return Diagnostic.error(
            "no-base",
            choices.base().isPresent()
                ? "the project does not run on " + obstacle
                : NOWHERE + ": " + obstacle)
        .withHint("`wheelbase check` says what stands in the way on each");
  }

  /**
   * What the image starts. Where the user chose it, or other packages are installed on the image
   * than on others, the project's sources are read again.
   */
  public static Application application(
      Analysis analysis, BaseAnalysis base, ImageChoices choices) {
    Set<PackageName> installed =
        analysis.packages().stream()
            .filter(row -> row.verdicts().keySet().stream().anyMatch(isOn(base.image())))
            .map(PackageAnalysis::name)
            .collect(Collectors.toUnmodifiableSet());
    return choices.application().isEmpty()
            && choices.port().isEmpty()
            && installed.size() == analysis.packages().size()
        ? analysis.application().orElseThrow()
        : new ApplicationDetector(analysis.project())
            .detect(installed, choices.application(), choices.port());
  }

  private static Predicate<TargetPlatform> isOn(BaseImage image) {
    return target -> image.target(target.architecture()).equals(target);
  }

  /**
   * The file that fixes all that is installed on a base, or why it cannot be fixed.
   *
   * @param before the options in force before the requirements files were read
   */
  public static Checked<GeneratedFile> lock(
      Analysis analysis, BaseAnalysis base, ReaderOptions before) {
    Map<Architecture, Resolved> resolutions = new EnumMap<>(Architecture.class);
    for (TargetAnalysis each : analysis.targets()) {
      if (isOn(base.image()).test(each.target())) {
        each.resolution()
            .resolved()
            .ifPresent(resolved -> resolutions.put(each.target().architecture(), resolved));
      }
    }
    return LockedRequirements.of(analysis.requirements(), resolutions)
        .fold(
            lock ->
                Checked.taken(
                    new GeneratedFile(
                        LockedRequirements.FILE_NAME,
                        LockText.of(
                            lock,
                            named(analysis, analysis.requirementsFiles()),
                            base.image().reference(),
                            analysis.requirements().options().placesBeyond(before)),
                        false)),
            Checked::refused);
  }

  /**
   * The plan of an image. It depends on the base image and on no other that was looked at.
   *
   * @param base one of the analysis, on which the requirements can be met
   * @param privateIndex whether pip must be told of an index that no requirements file names
   */
  public static DockerfilePlan plan(
      Analysis analysis, BaseAnalysis base, ImageChoices choices, boolean privateIndex) {
    ProjectRequirements requirements = analysis.requirements();
    Application application = application(analysis, base, choices);
    boolean locked = choices.lock();
    List<String> lock = List.of(LockedRequirements.FILE_NAME);
    return DockerfilePlan.of(
        new BuildRequest(
            base.image(),
            locked ? lock : named(analysis, installed(analysis)),
            locked ? List.of() : named(analysis, analysis.constraintFiles()),
            locked ? Optional.empty() : lockFile(analysis),
            locked ? lock : named(analysis, copied(analysis)),
            locked ? List.of() : localPaths(analysis, base),
            base.buildPackages(),
            base.runtimePackages(),
            base.buildEnvironment(),
            application,
            locked || hashed(requirements),
            locked,
            privateIndex,
            notes(analysis, base.image()),
            choices.health().orElseGet(() -> HealthCheck.of(application)),
            choices.workers(),
            choices.user(),
            choices.cacheMounts(),
            choices.dockerIgnore()));
  }

  /**
   * The files to write, the Dockerfile first, the requirements files that were edited last; without
   * the lock.
   */
  public static List<GeneratedFile> files(
      Analysis analysis, ImageChoices choices, DockerfilePlan plan) {
    List<GeneratedFile> files = new ArrayList<>();
    files.add(new GeneratedFile("Dockerfile", new DockerfileWriter().write(plan), false));
    if (choices.dockerIgnore()) {
      files.add(
          new GeneratedFile(
              DockerIgnore.FILE_NAME, DockerIgnore.textFor(plan.copiedPaths()), true));
    }
    exportedName(analysis)
        .filter(name -> !choices.lock())
        .ifPresent(
            name -> files.add(new GeneratedFile(name, exported(analysis.requirements()), false)));
    analysis
        .editedFiles()
        .forEach(
            (file, text) ->
                files.add(
                    new GeneratedFile(
                        inProject(analysis, file), text, GeneratedFile.Existing.IS_REPLACED)));
    return files;
  }

  private static Optional<LockedFile> lockFile(Analysis analysis) {
    return analysis
        .requirements()
        .lock()
        .map(lock -> new LockedFile(lock.format(), lock.file(), lock.selection()));
  }

  /**
   * pip takes its requirements from a file: what a pyproject.toml says is written into one. Its own
   * {@code --group} is younger than the pip of many base images.
   */
  private static Optional<String> exportedName(Analysis analysis) {
    boolean fromPyproject =
        analysis.requirements().files().stream().anyMatch(file -> file.endsWith(PYPROJECT));
    if (!fromPyproject || lockFile(analysis).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        withoutPyproject(analysis.requirementsFiles()).isEmpty() ? EXPORTED : EXPORTED_BESIDE);
  }

  private static String exported(ProjectRequirements requirements) {
    return requirements.requirements().stream()
        .filter(requirement -> isOfPyproject(requirement.place().file()))
        .map(DeclaredRequirement::text)
        .collect(
            Collectors.joining(
                "\n", "# The dependencies of " + PYPROJECT + ", written by wheelbase\n", "\n"));
  }

  private static boolean isOfPyproject(String file) {
    return Path.of(file).endsWith(PYPROJECT);
  }

  private static List<Path> installed(Analysis analysis) {
    if (lockFile(analysis).isPresent()) {
      return List.of();
    }
    List<Path> files = new ArrayList<>(withoutPyproject(analysis.requirementsFiles()));
    exportedName(analysis).map(analysis.project()::resolve).ifPresent(files::add);
    return files;
  }

  private static List<Path> copied(Analysis analysis) {
    List<Path> read = analysis.requirements().files();
    return lockFile(analysis).isPresent()
        ? read
        : Stream.concat(installed(analysis).stream(), withoutPyproject(read).stream()).toList();
  }

  private static List<Path> withoutPyproject(List<Path> files) {
    return files.stream().filter(file -> !file.endsWith(PYPROJECT)).toList();
  }

  private static List<String> named(Analysis analysis, List<Path> files) {
    return files.stream().map(file -> inProject(analysis, file)).distinct().toList();
  }

  private static String inProject(Analysis analysis, Path file) {
    Path project = analysis.project().toAbsolutePath().normalize();
    return project.relativize(project.resolve(file).normalize()).toString().replace('\\', '/');
  }

  private static List<String> localPaths(Analysis analysis, BaseAnalysis base) {
    Path project = analysis.project().toAbsolutePath().normalize();
    Stream<Path> required =
        analysis.targets().stream()
            .map(TargetAnalysis::target)
            .filter(isOn(base.image()))
            .flatMap(target -> analysis.requirements().on(target.markerEnvironment()).stream())
            .flatMap(requirement -> requirement.link().stream())
            .flatMap(link -> localPath(link).stream());
    // What a requirements file names as --find-links is there in the image where it is copied in.
    Stream<Path> links =
        analysis.requirements().options().places().keySet().stream()
            .filter(analysis.requirements().options().findLinks()::contains)
            .filter(place -> place.startsWith("/"))
            .map(Path::of)
            .filter(path -> path.startsWith(project) && !path.equals(project))
            .sorted();
    return Stream.concat(required, links)
        .map(path -> inProject(analysis, path))
        .map(path -> path.isEmpty() ? "." : path)
        .distinct()
        .toList();
  }

  private static Optional<Path> localPath(String link) {
    if (!link.startsWith("file:")) {
      return Optional.empty();
    }
    int fragment = link.indexOf('#');
    return Optional.of(Path.of(URI.create(fragment < 0 ? link : link.substring(0, fragment))));
  }

  private static boolean hashed(ProjectRequirements requirements) {
    return requirements.options().requireHashes()
        || requirements.requirements().stream()
            .anyMatch(requirement -> !requirement.hashes().isEmpty());
  }

  private static List<String> notes(Analysis analysis, BaseImage image) {
    List<Diagnostic> ofTheImage = EndOfLife.of(image, LocalDate.MAX);
    return analysis.diagnostics().stream()
        .filter(
            diagnostic ->
                diagnostic.id().equals("outside-the-index")
                    || diagnostic.id().equals("python-end-of-life")
                        && ofTheImage.contains(diagnostic))
        .map(diagnostic -> diagnostic.message() + ".")
        .toList();
  }
}
