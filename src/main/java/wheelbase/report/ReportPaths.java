package wheelbase.report;

import java.io.File;
import java.nio.file.Path;
import wheelbase.Analysis;

/** Files as a report names them: relative to the project where they lie inside it. */
final class ReportPaths {
  private ReportPaths() {}

  static String relative(Analysis analysis, Path file) {
    Path project = analysis.project().toAbsolutePath().normalize();
    Path whole = file.isAbsolute() ? file.normalize() : file.toAbsolutePath().normalize();
    String shown =
        whole.startsWith(project) ? project.relativize(whole).toString() : file.toString();
    return shown.replace(File.separatorChar, '/');
  }
}
