package wheelbase.cli;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** A command whose only operand is the project. */
abstract class ProjectCommand extends AnalysingCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      defaultValue = ".",
      description = "The project's directory, or a requirements file in it.")
  private Path path;

  ProjectCommand(Surroundings surroundings, Pipeline pipeline) {
    super(surroundings, pipeline);
  }

  @Override
  Path path() {
    return path;
  }
}
