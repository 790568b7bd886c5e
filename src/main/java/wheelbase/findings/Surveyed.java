package wheelbase.findings;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Catalogue;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.Answers;
import wheelbase.index.IndexException;
import wheelbase.index.PackageIndex;
import wheelbase.index.ProjectPage;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.PythonDeclaration;
import wheelbase.resolver.Resolved;
import wheelbase.survey.Matrix;
import wheelbase.survey.RequirementPaths;
import wheelbase.survey.TargetAnalysis;
import wheelbase.survey.TargetResolver;
import wheelbase.survey.Whereabouts;
import wheelbase.syslibs.RuleBook;
import wheelbase.wheels.Downgrade;

/**
 * All that was found out about a project, for those who draw conclusions from it.
 *
 * @param index answers what it was asked before without a request
 * @param pythons what the project says of the Python it runs on
 * @param resolving for one more resolution
 * @param targets in the order asked for
 * @param matrix every package on every image
 * @param paths how each package came in, for {@link Diagnostic#because}
 * @param downgrades what wheels only make older
 * @param rules for the names of distribution packages
 * @param today for end-of-life dates
 */
public record Surveyed(
    PackageIndex index,
    ProjectRequirements requirements,
    List<PythonDeclaration> pythons,
    TargetResolver resolving,
    Map<TargetPlatform, TargetAnalysis> targets,
    Matrix matrix,
    RequirementPaths paths,
    List<Downgrade> downgrades,
    RuleBook rules,
    Catalogue catalogue,
    List<BaseImage> images,
    LocalDate today) {
  public Surveyed {
    pythons = List.copyOf(pythons);
    downgrades = List.copyOf(downgrades);
    images = List.copyOf(images);
  }

  /** What pip takes, where the requirements can be met; in the order of the targets. */
  Map<TargetPlatform, Resolved> resolved() {
    Map<TargetPlatform, Resolved> resolved = new LinkedHashMap<>();
    targets.forEach(
        (target, analysis) ->
            analysis.resolution().resolved().ifPresent(pins -> resolved.put(target, pins)));
    return resolved;
  }

  /** Everywhere means wherever the requirements can be met. */
  Whereabouts whereabouts() {
    return new Whereabouts(images, resolved().keySet());
  }

  /**
   * The page of a package that no resolution need have asked for.
   *
   * @return empty where no index can be reached that knows: what can be said without is said
   */
  Optional<ProjectPage> page(PackageName name) throws InterruptedException {
    try {
      return Optional.of(Answers.await(index.page(name))).filter(ProjectPage::found);
    } catch (IndexException unreachable) {
      return Optional.empty();
    }
  }
}
