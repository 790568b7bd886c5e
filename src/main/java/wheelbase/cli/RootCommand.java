package wheelbase.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** wheelbase without a command: says what there is. */
@Command(
    name = "wheelbase",
    versionProvider = RootCommand.ManifestVersion.class,
    description = {
      "Which base image does a Python project need, and what must be in it?",
      "Reads its requirements, resolves them as pip would for each platform, and sees",
      "which packages have a wheel there and which system libraries they need.",
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
      "  wheelbase check                    slim or alpine? in one screen",
      "  wheelbase wheels --python 3.13     every package on every target",
      "  wheelbase why lxml                 one package, all about it",
      "  wheelbase generate                 Dockerfile and .dockerignore"
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This text; each command has its own.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "The version.")
  private boolean version;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
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
