package wheelbase.wizard;

import java.util.List;
import wheelbase.BaseAnalysis;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.dockerfile.GeneratedFile;

/**
 * What the answers come to.
 *
 * @param files to be written, the Dockerfile first
 */
public record PlannedImage(BaseAnalysis base, DockerfilePlan plan, List<GeneratedFile> files) {
  public PlannedImage {
    files = List.copyOf(files);
  }
}
