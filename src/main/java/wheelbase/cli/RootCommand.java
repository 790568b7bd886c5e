package wheelbase.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import wheelbase.wizard.Start;

/** wheelbase without a command: the wizard, or what it would write without a question. */
@Command(
    name = "wheelbase",
    sortOptions = false,
    abbreviateSynopsis = true,
    versionProvider = RootCommand.ManifestVersion.class,
    description = {
      "Which base image does a Python project need, and what must be in it?",
      "Reads its requirements, resolves them as pip would for each platform, and sees",
      "which packages have a wheel there and which system libraries they need.",
      "",
      "Without a command, in a terminal, it asks step by step and then writes the",
      "Dockerfile; the options are answers given beforehand.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.DONE + ":done",
      ExitCode.CONDITION_HOLDS
          + ":done, and a --fail-on condition holds, or audit or verify found a fault",
      ExitCode.WRONG_USAGE + ":wrong usage, a file that may not be (over)written, or no engine",
      ExitCode.REQUIREMENTS + ":the requirements cannot be read, or be met on any target",
      ExitCode.INDEX + ":the index, or the registry of a base, cannot be reached",
      ExitCode.BUG + ":a bug in wheelbase",
      ExitCode.INTERRUPTED + ":interrupted, or left before anything was written"
    },
    footer = {
      "",
      "Examples:",
      "  wheelbase                          step by step, in the project",
      "  wheelbase --no-input               the same without a question",
      "  wheelbase check                    slim or alpine? in one screen",
      "  wheelbase wheels --python 3.13     every package on every target",
      "  wheelbase why lxml                 one package, all about it",
      "  wheelbase generate                 Dockerfile and .dockerignore",
      "  wheelbase audit                    the faults of a Dockerfile",
      "  wheelbase bake                     for several services at once",
      "  wheelbase verify                   build the image, and prove it"
    })
final class RootCommand extends GeneratingCommand {
  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "The version.")
  private boolean version;

  @Option(names = "--plain", description = "Ask line by line, without drawing on the screen.")
  private boolean plain;

  RootCommand(Surroundings surroundings, Pipeline pipeline) {
    super(surroundings, pipeline);
  }

  /** Where the user stands: a word beside the options would be a command. */
  @Override
  Path path() {
    return Path.of(".");
  }

  @Override
  public Integer call() throws InterruptedException {
    if (image.noInput()) {
      return super.call();
    }
    try {
      Start start = Start.of(given(), answers());
      return new Faces(surroundings, pipeline, options).show(plain, () -> start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version that the jar's manifest names. */
  static final class ManifestVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {line()};
    }

    static String line() {
      String version = RootCommand.class.getPackage().getImplementationVersion();
      return "wheelbase " + (version == null ? "(not packaged)" : version);
    }
  }
}
