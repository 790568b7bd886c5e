package wheelbase.requirements;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads requirements files as {@code pip install} does, and all of their faults with them. */
public final class RequirementsReader {
  private final Path root;
  private final FileReader files;
  private final Map<String, String> environment;
  private final ReaderOptions before;

  /**
   * @param root the project's directory: places name files relative to it, and path requirements
   *     start from it
   * @param environment the variables that {@code ${NAME}} may name
   */
  public RequirementsReader(Path root, FileReader files, Map<String, String> environment) {
    this(root, files, environment, ReaderOptions.NONE);
  }

  private RequirementsReader(
      Path root, FileReader files, Map<String, String> environment, ReaderOptions before) {
    this.root = root.toAbsolutePath().normalize();
    this.files = files;
    this.environment = Map.copyOf(environment);
    this.before = before;
  }

  /** A reader that starts with options in force, which the files then change as in pip. */
  public RequirementsReader startingFrom(ReaderOptions options) {
    return new RequirementsReader(root, files, environment, options);
  }

  /**
   * @param requirementsFiles read in this order, as {@code pip install -r A -r B} does
   * @param constraintFiles read as {@code -c}, before the others as pip does
   */
  public ProjectRequirements read(List<Path> requirementsFiles, List<Path> constraintFiles) {
    var reading = new Reading(root, files, environment, before);
    constraintFiles.forEach(file -> reading.readEntry(file, true));
    requirementsFiles.forEach(file -> reading.readEntry(file, false));
    return reading.toProjectRequirements();
  }
}
