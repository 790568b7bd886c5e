package wheelbase.report;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import wheelbase.Analysis;
import wheelbase.diagnostic.Wording;

/**
 * What was looked at, in the words that every report begins with.
 *
 * @param name of the project's directory
 * @param files {@code requirements.txt (94 requirements, 2 more files)}: the first file stands for
 *     those it reads
 * @param packages {@code 98 packages}
 * @param python {@code Python 3.13.15 (found in .python-version)}
 * @param architectures {@code amd64, arm64}
 */
public record ProjectHeading(
    String name, String files, String packages, String python, String architectures) {
  public static ProjectHeading of(Analysis analysis) {
    Path name = analysis.project().toAbsolutePath().normalize().getFileName();
    return new ProjectHeading(
        name == null ? "/" : name.toString(),
        files(analysis),
        Wording.count(analysis.packages().size(), "package"),
        python(analysis),
        Column.all(analysis).stream()
            .map(column -> column.architecture().engineName())
            .distinct()
            .collect(Collectors.joining(", ")));
  }

  private static String python(Analysis analysis) {
    String pythons =
        Column.pythons(analysis).stream()
            .map(Object::toString)
            .collect(Collectors.joining(", ", "Python ", ""));
    return pythons + analysis.pythonBecause().map(reason -> " (" + reason + ")").orElse("");
  }

  private static String files(Analysis analysis) {
    List<Path> files = analysis.requirements().files();
    if (files.isEmpty()) {
      return "no requirements file";
    }
    String counts = Wording.count(analysis.requirements().requirements().size(), "requirement");
    if (files.size() > 1) {
      counts += ", " + Wording.count(files.size() - 1, "more file");
    }
    return ReportPaths.relative(analysis, files.get(0)) + " (" + counts + ")";
  }
}
