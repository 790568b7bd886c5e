package wheelbase.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import wheelbase.report.Style;
import wheelbase.wizard.Ending;
import wheelbase.wizard.Outside;
import wheelbase.wizard.Start;
import wheelbase.wizard.prompt.PromptWizard;
import wheelbase.wizard.screen.ScreenWizard;
import wheelbase.wizard.screen.Theme;

/** Which face the wizard shows, and what is left to say when it is gone. */
final class Faces {
  private static final String WITHOUT_QUESTIONS =
      "`wheelbase check` answers and `wheelbase generate` writes without asking";

  private final Surroundings surroundings;
  private final Pipeline pipeline;
  private final ProjectOptions options;

  Faces(Surroundings surroundings, Pipeline pipeline, ProjectOptions options) {
    this.surroundings = surroundings;
    this.pipeline = pipeline;
    this.options = options;
  }

  /**
   * @param plain whether the user wants to be asked line by line
   * @param start what the command line has answered
   * @return how the process should end
   */
  int show(boolean plain, Supplier<Start> start) throws IOException {
    if (!surroundings.streams().inIsTerminal() || !surroundings.streams().outIsTerminal()) {
      throw new UsageException(
          "the wizard needs a terminal, and standard "
              + (surroundings.streams().inIsTerminal() ? "output" : "input")
              + " is none",
          WITHOUT_QUESTIONS);
    }
    if (options.json()) {
      throw new UsageException("the wizard shows; it does not answer in JSON", WITHOUT_QUESTIONS);
    }
    Outside outside = new DiskAndIndex(surroundings, pipeline, options.index(surroundings));
    Optional<Ending> ending =
        plain || isDumb(surroundings.environment()) ? Optional.empty() : fullScreen(outside, start);
    return tell(ending.isPresent() ? ending.get() : lineByLine(outside, start));
  }

  private static boolean isDumb(Map<String, String> environment) {
    String terminal = environment.getOrDefault("TERM", "");
    return terminal.isEmpty() || terminal.equals("dumb");
  }

  private Optional<Ending> fullScreen(Outside outside, Supplier<Start> start) throws IOException {
    Map<String, String> environment = surroundings.environment();
    Streams streams = surroundings.streams();
    Style style = StyleChoice.of(options.colour(), environment, true);
    return ScreenWizard.run(
        streams.in(),
        streams.out(),
        Theme.of(style.colour(), environment),
        style.unicode(),
        outside,
        start);
  }

  private Ending lineByLine(Outside outside, Supplier<Start> start) throws IOException {
    Map<String, String> environment = surroundings.environment();
    boolean unicode = StyleChoice.of(options.colour(), environment, true).unicode();
    Start begun = start.get();
    return PromptWizard.run(
        surroundings.streams().in(), environment, unicode, outside, begun.road(), begun.answers());
  }

  private int tell(Ending ending) {
    surroundings.streams().print(EndingText.of(ending, options.style(surroundings)));
    return ending.isDone() ? ExitCode.DONE : ExitCode.INTERRUPTED;
  }
}
