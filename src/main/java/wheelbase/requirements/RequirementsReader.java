package wheelbase.requirements;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

public final class RequirementsReader {
  /**
   * @param root the project's directory: places name files relative to it
   * @param environment the variables that {@code ${NAME}} may name
   */
  public RequirementsReader(Path root, FileReader files, Map<String, String> environment) {}

  /**
   * @param requirementsFiles read in this order, as {@code pip install -r A -r B} does
   * @param constraintFiles read as {@code -c}
   */
  public ProjectRequirements read(List<Path> requirementsFiles, List<Path> constraintFiles) {
    throw new UnsupportedOperationException();
  }
}
