package wheelbase.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Holds the lines of a written Dockerfile against the plan that they came from, and so finds the
 * reason of each. The layout of the file stays the template's own: a line is known by its text.
 */
final class Explanation {
  private Explanation() {}

  /**
   * @param written what the template made of the plan
   * @param whole whether the template is known to write every line of the plan, in its order
   * @return its lines; joined by line feeds they are the written text again
   */
  static List<ExplainedLine> of(DockerfilePlan plan, String written, boolean whole) {
    Deque<ExplainedLine> expected = new ArrayDeque<>(instructions(plan));
    List<ExplainedLine> lines = new ArrayList<>();
    for (String text : written.split("\n", -1)) {
      if (!whole && isLater(expected, text)) {
        while (!expected.peek().text().equals(text)) {
          expected.remove();
        }
      }
      boolean isNext = !expected.isEmpty() && expected.peek().text().equals(text);
      lines.add(isNext ? expected.remove() : new ExplainedLine(text, List.of()));
    }
    if (whole && !expected.isEmpty()) {
      throw new IllegalStateException("not written: " + expected.peek().text());
    }
    return comments(lines);
  }

  private static boolean isLater(Deque<ExplainedLine> expected, String text) {
    return expected.stream().anyMatch(line -> line.text().equals(text));
  }

  private static List<ExplainedLine> instructions(DockerfilePlan plan) {
    List<ExplainedLine> lines = new ArrayList<>();
    for (Stage stage : plan.stages()) {
      lines.add(new ExplainedLine(stage.from(), List.of(stage.name() + " " + stage.purpose())));
      for (Step step : stage.steps()) {
        for (String line : step.instruction().lines()) {
          lines.add(new ExplainedLine(line, reasons(step, line)));
        }
      }
    }
    return lines;
  }

  private static List<String> reasons(Step step, String line) {
    String words = line.replaceAll("^(RUN | && )?\\s*", "").replaceAll(" \\\\$", "");
    if (step.instruction() instanceof Instruction.Run run) {
      for (Mount mount : run.mounts()) {
        if (mount.flag().equals(words)) {
          return List.of(mount.purpose());
        }
      }
    }
    return step.ofLines().getOrDefault(words, step.reasons());
  }

  /** Gives what stands above an instruction its reason; the head of the file stands above none. */
  private static List<ExplainedLine> comments(List<ExplainedLine> lines) {
    List<ExplainedLine> explained = new ArrayList<>(lines);
    List<String> following = List.of();
    for (int i = lines.size() - 1; i >= 0; i--) {
      ExplainedLine line = lines.get(i);
      if (line.isInstruction()) {
        following = line.reasons();
      } else if (line.text().isEmpty()) {
        following = List.of();
      } else {
        explained.set(i, new ExplainedLine(line.text(), following));
      }
    }
    return explained;
  }
}
