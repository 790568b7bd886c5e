package wheelbase.wizard;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.AnalysisRequest;
import wheelbase.ProjectOutline;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.dockerfile.WriteOutcome;
import wheelbase.survey.ProgressListener;

/** What the wizard asks of the world: the pipeline, the disk. Every face is given the same. */
public interface Outside {
  /** Reads the project; quick, and asks no index. */
  ProjectOutline outline(AnalysisRequest request);

  /**
   * Looks at the project; seconds, and interruptible.
   *
   * @param offline whether only the cache is asked, whatever the command line says
   * @throws wheelbase.index.IndexException where the index fails
   */
  Analysis analyse(AnalysisRequest request, boolean offline, ProgressListener progress)
      throws InterruptedException;

  /** What tells how long something takes. */
  default InstantSource clock() {
    return InstantSource.system();
  }

  /** Why files cannot be written into a directory; empty where they can. */
  Optional<Diagnostic> cannotWrite(Path directory);

  /** What writing the files into a directory would do. */
  List<FileChange> compare(Path directory, List<GeneratedFile> files) throws IOException;

  /**
   * The digest of an image of a registry, which is asked once; or why it cannot be had.
   *
   * @param image as {@code FROM} has it
   */
  default Checked<String> digest(String image) {
    return Checked.refused(
        Diagnostic.error("registry-not-asked", "no registry was asked about `" + image + "`"));
  }

  /** Writes all files or none. */
  WriteOutcome write(Path directory, DockerfilePlan plan, List<GeneratedFile> files, boolean force);

  /** Keeps a text in a file, relative to where the user stands. */
  void save(String file, String text) throws IOException;

  /**
   * The names in a directory of the project, directories with a {@code /} at their end, sorted;
   * none where it cannot be listed.
   */
  List<String> names(Path directory);
}
