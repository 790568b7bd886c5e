package wheelbase.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** wheelbase without a command: the wizard. */
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
      ExitCode.CONDITION_HOLDS + ":done, and a --fail-on condition holds",
      ExitCode.WRONG_USAGE + ":wrong usage, or a file that may not be (over)written",
      ExitCode.REQUIREMENTS + ":the requirements cannot be read, or be met on any target",
      ExitCode.INDEX + ":the index cannot be reached",
      ExitCode.BUG + ":a bug in wheelbase",
      ExitCode.INTERRUPTED + ":interrupted"
    },
    footer = {
      "",
      "Examples:",
      "  wheelbase                          step by step, in the project's directory",
      "  wheelbase check                    slim or alpine? in one screen",
      "  wheelbase wheels --python 3.13     every package on every target",
      "  wheelbase why lxml                 one package, all about it",
      "  wheelbase generate                 Dockerfile and .dockerignore"
    })
final class RootCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Pipeline pipeline;

  @Mixin private ProjectOptions options = new ProjectOptions();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "The version.")
  private boolean version;

  @Option(names = "--plain", description = "Ask line by line, without drawing on the screen.")
  private boolean plain;

  RootCommand(Surroundings surroundings, Pipeline pipeline) {
    this.surroundings = surroundings;
    this.pipeline = pipeline;
  }

  ProjectOptions options() {
    return options;
  }

  @Override
  public Integer call() throws IOException {
    return new Faces(surroundings, pipeline, options).show(plain);
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
