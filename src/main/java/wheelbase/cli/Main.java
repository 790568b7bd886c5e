package wheelbase.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;
import wheelbase.baseimage.Catalogue;
import wheelbase.report.AnalysisJson;
import wheelbase.report.DiagnosticText;
import wheelbase.report.Style;
import wheelbase.report.ThrownText;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Start;

/** The program: what was typed in, streams and an exit code out. Only {@link #main} ends it. */
public final class Main {
  private final Surroundings surroundings;
  private final Pipeline pipeline;

  Main(Surroundings surroundings, Pipeline pipeline) {
    this.surroundings = surroundings;
    this.pipeline = pipeline;
  }

  public static void main(String[] args) {
    // The launcher knows what Java 17 cannot tell: which of the streams are terminals.
    String terminals = System.getProperty("wheelbase.terminals", "");
    Streams streams =
        new Streams(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            terminals.contains("in"),
            terminals.contains("out"),
            terminals.contains("err"));
    Map<String, String> environment = new HashMap<>(System.getenv());
    // The launcher has Java use UTF-8, without which it could not open just any file; what the
    // user's own locale can show is another matter.
    Optional.ofNullable(System.getProperty("wheelbase.locale"))
        .ifPresent(locale -> environment.put("LC_ALL", locale));
    Surroundings surroundings =
        new Surroundings(streams, environment, Path.of(""), Clock.systemUTC());
    System.exit(new Main(surroundings, new IndexedPipeline(surroundings.environment())).run(args));
  }

  /** Runs one command and says how the process should end. */
  public int run(String... args) {
    return args.length == 0 ? wizard() : command(args);
  }

  /** What {@link RootCommand} would do: for picocli to find that out takes longer than all else. */
  private int wizard() {
    ProjectOptions none = new ProjectOptions();
    // Read while the terminal is being taken: it is half of what the first page waits for.
    Thread catalogue = new Thread(Catalogue::shipped, "catalogue");
    catalogue.setDaemon(true);
    catalogue.start();
    try {
      return new Faces(surroundings, pipeline, none)
          .show(false, () -> Start.of(none.given(Path.of("."), surroundings), Answers.NONE));
    } catch (Throwable thrown) {
      return fail(thrown, none);
    }
  }

  private int command(String... args) {
    StringWriter help = new StringWriter();
    CommandLine root = commandLine(new PrintWriter(help, true));
    try {
      int exitCode = root.execute(args);
      surroundings.streams().print(help.toString());
      return exitCode;
    } catch (Throwable thrown) {
      // picocli passes on what is not an Exception: a full stack or heap is a bug like others.
      return fail(thrown, options(root));
    }
  }

  /** The commands, as they are defined; help goes to {@code help}. */
  CommandLine commandLine(PrintWriter help) {
    CommandLine root = new CommandLine(new RootCommand(surroundings, pipeline));
    root.addSubcommand(new CheckCommand(surroundings, pipeline));
    root.addSubcommand(new WheelsCommand(surroundings, pipeline));
    root.addSubcommand(new WhyCommand(surroundings, pipeline));
    root.addSubcommand(new GenerateCommand(surroundings, pipeline));
    root.addSubcommand(BakeCommand.defined(surroundings, pipeline));
    root.addSubcommand(new AuditCommand(surroundings, pipeline));
    root.addSubcommand(new VerifyCommand(surroundings, pipeline));
    root.addSubcommand(RulesCommand.defined(surroundings));
    root.addSubcommand(new CompletionCommand(surroundings));
    root.addSubcommand(new ManCommand(surroundings));
    return root.setOut(help)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpLongOptionsMaxWidth(26)
        .setExecutionStrategy(Main::execute)
        .setParameterExceptionHandler(
            (exception, typed) -> fail(Misuse.explain(exception), new ProjectOptions()))
        .setExecutionExceptionHandler(
            (exception, command, parsed) -> fail(exception, options(root)));
  }

  /** The options of the wizard are not those of a command: there nobody would hear of them. */
  private static int execute(ParseResult parsed) {
    if (parsed.hasSubcommand() && !parsed.matchedOptions().isEmpty()) {
      String option = parsed.matchedOptions().get(0).longestName();
      String command = parsed.subcommand().commandSpec().name();
      UsageException misplaced =
          new UsageException(
              "`" + option + "` stands before the command `" + command + "`",
              "wheelbase " + command + " " + option);
      throw new CommandLine.ExecutionException(
          parsed.commandSpec().commandLine(), misplaced.getMessage(), misplaced);
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** Those of the command that runs; the defaults where none does. */
  private static ProjectOptions options(CommandLine root) {
    CommandLine.ParseResult parsed = root.getParseResult();
    if (parsed != null && parsed.hasSubcommand()) {
      return parsed.subcommand().commandSpec().userObject() instanceof TakesProjectOptions command
          ? command.projectOptions()
          : new ProjectOptions();
    }
    return root.<RootCommand>getCommand().options;
  }

  private int fail(Throwable thrown, ProjectOptions options) {
    Streams streams = surroundings.streams();
    Failure failure = Failure.of(thrown, options, surroundings);
    if (!failure.diagnostics().isEmpty()) {
      tell(failure, options);
    }
    if (failure.exitCode() == ExitCode.BUG && options.verbose()) {
      streams.tell(ThrownText.trace(thrown));
    }
    return failure.exitCode();
  }

  private void tell(Failure failure, ProjectOptions options) {
    Streams streams = surroundings.streams();
    if (options.json() && failure.exitCode() == ExitCode.INDEX) {
      streams.print(AnalysisJson.diagnosticsOnly(failure.diagnostics()));
      return;
    }
    Style style =
        StyleChoice.of(options.colour(), surroundings.environment(), streams.errIsTerminal());
    streams.tell(new DiagnosticText(style).of(failure.diagnostics()));
  }
}
