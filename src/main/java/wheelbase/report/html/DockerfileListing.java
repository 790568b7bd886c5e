package wheelbase.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.dockerfile.DockerfileWriter;
import wheelbase.dockerfile.ExplainedLine;

/**
 * The Dockerfile with the reasons beside its lines. Comments that say the same as the reasons are
 * left out; those at the head of the file, which have no line to stand beside, are not.
 */
record DockerfileListing(String image, List<Block> blocks) {
  private static final Pattern INSTRUCTION = Pattern.compile("([A-Z]+)( .*)");

  /**
   * Lines that are there for the same reason.
   *
   * @param begins whether an instruction begins with it
   */
  record Block(boolean begins, List<Line> lines, List<String> reasons) {
    /** Whether a stage begins with it. */
    public boolean stage() {
      return lines.get(0).keyword().equals("FROM");
    }
  }

  /**
   * A line.
   *
   * @param keyword {@code FROM}; empty for what continues an instruction
   */
  record Line(String keyword, String rest, boolean comment) {}

  static DockerfileListing of(DockerfilePlan plan) {
    List<Block> blocks = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    List<String> reasons = null;
    boolean begins = true;
    boolean gap = true;
    for (ExplainedLine line : new DockerfileWriter().explained(plan)) {
      boolean shown = line.isInstruction() || !line.text().isEmpty() && line.reasons().isEmpty();
      if (!shown) {
        gap = true;
        continue;
      }
      if (!lines.isEmpty() && (gap || !line.reasons().equals(reasons))) {
        blocks.add(new Block(begins, List.copyOf(lines), reasons));
        lines.clear();
        begins = gap;
      }
      lines.add(line(line));
      reasons = line.reasons();
      gap = false;
    }
    blocks.add(new Block(begins, lines, reasons));
    return new DockerfileListing(image(plan), blocks);
  }

  /** What the last stage, the image, starts from. */
  static String image(DockerfilePlan plan) {
    return plan.base();
  }

  private static Line line(ExplainedLine line) {
    Matcher matcher = INSTRUCTION.matcher(line.text());
    return matcher.matches()
        ? new Line(matcher.group(1), matcher.group(2), false)
        : new Line("", line.text(), !line.isInstruction());
  }
}
