package wheelbase.wizard;

import java.util.List;
import wheelbase.dockerfile.ExplainedLine;

/**
 * One of the things that the preview shows, line by line.
 *
 * @param title as its tab is called
 * @param state what becomes of the file, in a few words; may be empty
 * @param lines each with why it is there, as far as that is known
 */
public record PreviewTab(String title, Kind kind, String state, List<ExplainedLine> lines) {
  /** What the lines are. */
  public enum Kind {
    DOCKERFILE,
    /** Another file. */
    FILE,
    /** A unified diff. */
    DIFFERENCE,
    /** What was decided, not a file. */
    SUMMARY
  }

  public PreviewTab {
    lines = List.copyOf(lines);
  }
}
