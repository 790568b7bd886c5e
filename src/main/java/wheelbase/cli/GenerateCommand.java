package wheelbase.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Dockerfile and .dockerignore, no questions asked. */
@Command(
    name = "generate",
    description = "Dockerfile and .dockerignore for the recommended base image.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "A different file that is there is not replaced without --force, which keeps it",
      "as NAME.bak; the difference is shown.",
      "",
      "Examples:",
      "  wheelbase generate",
      "  wheelbase generate service --python 3.12 --base slim-bookworm",
      "  wheelbase generate --app shop.wsgi:application --port 9000 --workers 4",
      "  wheelbase generate --python 3.12 --save-answers image.json",
      "  wheelbase generate --answers image.json --dry-run",
      "  wheelbase generate --lock --output build --force"
    })
final class GenerateCommand extends GeneratingCommand {
  @Mixin private ProjectOperand operand = new ProjectOperand();

  GenerateCommand(Surroundings surroundings, Pipeline pipeline) {
    super(surroundings, pipeline);
  }

  @Override
  Path path() {
    return operand.path();
  }
}
