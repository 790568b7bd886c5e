package wheelbase.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Programs that answer as they are told to, by the beginning of their command line. */
public final class ScriptedProcesses implements Processes {
  private final Map<String, ProcessOutcome> answers = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();

  /** The answer to a command line that begins like this; the first that fits is given. */
  public ScriptedProcesses answer(String beginning, int exitCode, String output, String errors) {
    answers.put(beginning, new ProcessOutcome(exitCode, output, errors, false));
    return this;
  }

  /** The command lines so far. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public ProcessOutcome run(ProcessOrder order) throws IOException {
    String line = String.join(" ", order.command());
    asked.add(line);
    ProcessOutcome outcome =
        answers.entrySet().stream()
            .filter(each -> line.startsWith(each.getKey()))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElseThrow(() -> new IOException("no such program: " + line));
    (order.together() ? outcome.output() : outcome.errors()).lines().forEach(order.log());
    return outcome;
  }
}
