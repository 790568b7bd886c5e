package wheelbase.dockerfile;

import java.util.List;

/**
 * One line of a Dockerfile and why it is there.
 *
 * @param text as it stands in the file, without the line feed
 * @param reasons sentences without a full stop, at least one for a line of an instruction; a
 *     comment has those of the instruction below it, the head of the file and empty lines have
 *     none. They are as they came: who shows them makes them harmless
 */
public record ExplainedLine(String text, List<String> reasons) {
  public ExplainedLine {
    reasons = List.copyOf(reasons);
  }

  /** Whether it belongs to an instruction: neither a comment nor empty. */
  public boolean isInstruction() {
    return !text.isBlank() && !text.startsWith("#");
  }
}
