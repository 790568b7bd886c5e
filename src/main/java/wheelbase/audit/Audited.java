package wheelbase.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wheelbase.Analysis;
import wheelbase.BaseAnalysis;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.BaseImageKind;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.dockerfile.syntax.Dockerfile;
import wheelbase.dockerfile.syntax.Extent;
import wheelbase.dockerfile.syntax.ParsedStage;
import wheelbase.dockerfile.syntax.VariableScopes;
import wheelbase.requirements.ProjectRequirements;

/**
 * What is looked at: a Dockerfile and what is known of what it installs.
 *
 * @param dockerfile as it was read
 * @param scopes its variables, without {@code --build-arg}
 * @param stages in order
 * @param hasDockerIgnore whether a {@code .dockerignore} says what stays out of the context
 * @param requirements what it installs, as it is asked for; empty where that is not known
 * @param analysis of these; empty where they cannot be met
 * @param ruleNeeds what packages would need if they were compiled
 * @param today for end-of-life dates
 */
record Audited(
    Dockerfile dockerfile,
    VariableScopes scopes,
    List<StageFacts> stages,
    boolean hasDockerIgnore,
    Optional<ProjectRequirements> requirements,
    Optional<Analysis> analysis,
    SourceNeeds ruleNeeds,
    LocalDate today) {

  static Audited of(
      Dockerfile dockerfile,
      boolean hasDockerIgnore,
      Optional<Analysis> analysis,
      SourceNeeds needs,
      LocalDate today) {
    VariableScopes scopes = VariableScopes.of(dockerfile, java.util.Map.of(), "linux/amd64");
    List<BaseImage> own =
        analysis.stream()
            .flatMap(found -> found.bases().stream())
            .map(BaseAnalysis::image)
            .filter(image -> image.kind() == BaseImageKind.OWN)
            .toList();
    List<StageFacts> stages = new ArrayList<>();
    for (ParsedStage stage : dockerfile.stages()) {
      String name = scopes.base(stage).value();
      Optional<StageFacts> parent =
          stages.stream()
              .filter(each -> each.stage().name().filter(name::equalsIgnoreCase).isPresent())
              .findFirst();
      Optional<BaseName> base =
          parent.isPresent()
              ? parent.get().base()
              : name.equals("scratch") || !scopes.base(stage).unset().isEmpty()
                  ? Optional.empty()
                  : BaseName.of(name).map(named -> named.among(own));
      stages.add(StageFacts.of(stage, parent, base, scopes, dockerfile.source()));
    }
    return new Audited(
        dockerfile,
        scopes,
        stages,
        hasDockerIgnore,
        analysis.map(Analysis::requirements),
        analysis.filter(found -> !found.failed()),
        needs,
        today);
  }

  /** The stage that becomes the image; empty in a file without one. */
  Optional<StageFacts> image() {
    return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
  }

  /** The stages whose layers are in the image. */
  List<StageFacts> imageStages() {
    return image().map(StageFacts::chain).orElse(List.of());
  }

  Stream<PipInstall> pipInstalls() {
    return stages.stream().flatMap(each -> each.pipInstalls().stream());
  }

  /** What the analysis says of the image that a stage is built on. */
  Optional<BaseAnalysis> on(StageFacts stage) {
    Optional<BaseImage> image = stage.base().flatMap(BaseName::image);
    return analysis.stream()
        .flatMap(found -> found.bases().stream())
        .filter(base -> image.filter(base.image()::equals).isPresent())
        .findFirst();
  }

  SourceSpan place(Extent extent) {
    return dockerfile.place(extent);
  }
}
