package wheelbase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import wheelbase.application.Application;
import wheelbase.application.ApplicationDetector;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.EndOfLife;
import wheelbase.baseimage.Recommendation;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.dockerfile.BuildRequest;
import wheelbase.dockerfile.DockerIgnore;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.dockerfile.DockerfileWriter;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.dockerfile.HealthCheck;
import wheelbase.dockerfile.InstalledNames;
import wheelbase.dockerfile.OptionalFiles;
import wheelbase.dockerfile.Templates;
import wheelbase.lock.LockText;
import wheelbase.lock.LockedRequirements;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.ReaderOptions;
import wheelbase.resolver.Resolved;
import wheelbase.survey.PackageAnalysis;
import wheelbase.survey.TargetAnalysis;

/** Goes on from an analysis to the files of an image: the Dockerfile and what belongs beside it. */
public final class ImagePlanner {
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
    ImageSources sources = new ImageSources(analysis);
    Map<TargetPlatform, Resolved> resolutions = new LinkedHashMap<>();
    for (TargetAnalysis each : analysis.targets()) {
      if (isOn(base.image()).test(each.target())) {
        each.resolution()
            .resolved()
            .ifPresent(resolved -> resolutions.put(each.target(), resolved));
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
                            sources.named(analysis.requirementsFiles()),
                            base.image().reference(),
                            analysis.requirements().options().sources().beyond(before.sources())),
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
    ImageSources sources = new ImageSources(analysis);
    Application application = application(analysis, base, choices);
    BuildImage builder = BuildImage.of(base, choices.build().builder());
    boolean locked = choices.build().lock();
    List<String> lock = List.of(LockedRequirements.FILE_NAME);
    return DockerfilePlan.of(
        new BuildRequest(
            base.image(),
            builder.image(),
            locked ? lock : sources.requirementsFiles(),
            locked ? List.of() : sources.constraintFiles(),
            locked ? Optional.empty() : sources.lock(),
            locked ? lock : sources.copied(),
            locked ? List.of() : sources.localPaths(isOn(base.image())),
            installed(analysis, base.image()),
            builder.packages(),
            base.runtimePackages(),
            builder.environment(),
            application,
            locked || hashed(analysis.requirements()),
            locked,
            privateIndex,
            notes(analysis, base.image()),
            choices.health().orElseGet(() -> HealthCheck.of(application)),
            choices.workers(),
            choices.user(),
            locked ? choices.build().withNoBinary(noBinary(analysis)) : choices.build(),
            choices.dockerIgnore(),
            optionalFiles(base)));
  }

  /**
   * The files to write, the Dockerfile first, the requirements files that were edited last; without
   * the lock.
   */
  public static List<GeneratedFile> files(
      Analysis analysis, ImageChoices choices, DockerfilePlan plan) {
    return files(analysis, choices, plan, Templates.shipped());
  }

  /** As {@link #files(Analysis, ImageChoices, DockerfilePlan)}, by these templates. */
  public static List<GeneratedFile> files(
      Analysis analysis, ImageChoices choices, DockerfilePlan plan, Templates templates) {
    ImageSources sources = new ImageSources(analysis);
    List<GeneratedFile> files = new ArrayList<>();
    files.add(new GeneratedFile("Dockerfile", new DockerfileWriter(templates).write(plan), false));
    if (choices.dockerIgnore()) {
      files.add(
          new GeneratedFile(
              DockerIgnore.FILE_NAME, DockerIgnore.textFor(plan.copiedPaths(), templates), true));
    }
    if (!choices.build().lock()) {
      sources.exported().ifPresent(files::add);
    }
    analysis
        .editedFiles()
        .forEach(
            (file, text) ->
                files.add(
                    new GeneratedFile(
                        sources.named(file), text, GeneratedFile.Existing.IS_REPLACED)));
    return files;
  }

  private static List<OptionalFiles> optionalFiles(BaseAnalysis base) {
    Set<OptionalFiles> optional = new LinkedHashSet<>();
    base.needs()
        .values()
        .forEach(
            cells ->
                cells.forEach(
                    (name, cell) ->
                        cell.libraries()
                            .optionalFiles()
                            .forEach(
                                files -> optional.add(new OptionalFiles(files, name.value())))));
    return List.copyOf(optional);
  }

  private static InstalledNames installed(Analysis analysis, BaseImage image) {
    SortedSet<String> named = new TreeSet<>();
    new ImageSources(analysis)
        .asked(isOn(image))
        .flatMap(declared -> declared.requirement().stream())
        .forEach(requirement -> named.add(requirement.name().value()));
    SortedSet<String> all = new TreeSet<>();
    analysis.packages().stream()
        .filter(row -> row.verdicts().keySet().stream().anyMatch(isOn(image)))
        .forEach(row -> all.add(row.name().value()));
    return new InstalledNames(named, all);
  }

  /** What requirements files say of it too: the lock, which is read instead, says nothing. */
  private static List<String> noBinary(Analysis analysis) {
    return analysis.requirements().options().noBinary().stream().sorted().toList();
  }

  private static boolean hashed(ProjectRequirements requirements) {
    return requirements.options().requireHashes()
        || requirements.requirements().stream()
            .anyMatch(requirement -> !requirement.hashes().isEmpty());
  }

  private static List<String> notes(Analysis analysis, BaseImage image) {
    List<Diagnostic> ofTheImage = EndOfLife.of(image, LocalDate.MAX);
    Set<SourceSpan> outside =
        new ImageSources(analysis)
            .asked(isOn(image))
            .filter(DeclaredRequirement::isOutsideTheIndex)
            .map(DeclaredRequirement::place)
            .collect(Collectors.toUnmodifiableSet());
    return analysis.diagnostics().stream()
        .filter(
            diagnostic ->
                diagnostic.id().equals("outside-the-index")
                        && diagnostic.place().filter(outside::contains).isPresent()
                    || diagnostic.id().equals("python-end-of-life")
                        && ofTheImage.contains(diagnostic))
        .map(diagnostic -> diagnostic.message() + ".")
        .toList();
  }
}
