package wheelbase.cli;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;

/** A command whose only operand is the project. */
abstract class ProjectCommand extends AnalysingCommand {
  @Mixin private ProjectOperand operand = new ProjectOperand();

  ProjectCommand(Surroundings surroundings, Pipeline pipeline) {
    super(surroundings, pipeline);
  }

  @Override
  Path path() {
    return operand.path();
  }
}
