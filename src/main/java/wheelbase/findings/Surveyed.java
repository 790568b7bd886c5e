package wheelbase.findings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import wheelbase.baseimage.BaseImage;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.PackageIndex;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.survey.Matrix;
import wheelbase.survey.RequirementPaths;
import wheelbase.survey.TargetAnalysis;

/**
 * All that was found out about a project, for those who draw conclusions from it.
 *
 * @param index answers what it was asked before without a request
 * @param targets in the order asked for
 * @param matrix every package on every image
 * @param paths how each package came in, for {@link Diagnostic#because}
 * @param today for end-of-life dates
 */
public record Surveyed(
    PackageIndex index,
    ProjectRequirements requirements,
    Map<TargetPlatform, TargetAnalysis> targets,
    Matrix matrix,
    RequirementPaths paths,
    List<BaseImage> images,
    LocalDate today) {
  public Surveyed {
    images = List.copyOf(images);
  }
}
