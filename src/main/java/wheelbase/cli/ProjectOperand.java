package wheelbase.cli;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The project, as the one operand of a command. */
final class ProjectOperand {
  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      defaultValue = ".",
      description = "The project's directory, or a requirements file in it.")
  private Path path;

  Path path() {
    return path;
  }
}
