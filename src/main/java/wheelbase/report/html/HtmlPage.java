package wheelbase.report.html;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.report.ProjectHeading;
import wheelbase.report.SystemPackages;
import wheelbase.report.UnmetTargets;

/** An analysis as one self-contained HTML page: the same analysis, the same bytes. */
public final class HtmlPage {
  private HtmlPage() {}

  /**
   * The page.
   *
   * @param plan of the image whose Dockerfile is shown; empty where none can be built
   * @param cutoff where the index was asked about as of then
   */
  public static String of(
      Analysis analysis, Optional<DockerfilePlan> plan, Optional<Instant> cutoff) {
    return new PageTemplate()
        .fill(
            new Sections(
                ProjectHeading.of(analysis),
                cutoff.map(Instant::toString),
                Answer.of(analysis),
                UnmetTargets.of(analysis),
                SizeChart.of(analysis),
                Trouble.all(analysis),
                OlderVersion.all(analysis),
                MatrixTable.of(analysis),
                plan.flatMap(planned -> systemPackages(analysis, planned)),
                plan.map(DockerfileListing::of),
                Note.all(analysis, plan)));
  }

  private static Optional<SystemPackages> systemPackages(Analysis analysis, DockerfilePlan plan) {
    String image = DockerfileListing.image(plan).split("@", 2)[0];
    return analysis.bases().stream()
        .filter(base -> image.equals(base.image().reference()))
        .findFirst()
        .map(SystemPackages::of);
  }

  /** What the template is filled with, from the top of the page to its end. */
  private record Sections(
      ProjectHeading heading,
      Optional<String> asOf,
      Optional<Answer> answer,
      List<UnmetTargets> unmet,
      Optional<SizeChart> sizes,
      List<Trouble> troubles,
      List<OlderVersion> older,
      Optional<MatrixTable> matrix,
      Optional<SystemPackages> systemPackages,
      Optional<DockerfileListing> dockerfile,
      List<Note> notes) {
    public boolean hasTroubles() {
      return !troubles.isEmpty();
    }

    public boolean hasOlder() {
      return !older.isEmpty();
    }

    public boolean hasNotes() {
      return !notes.isEmpty();
    }
  }
}
