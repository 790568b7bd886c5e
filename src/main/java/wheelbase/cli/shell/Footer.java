package wheelbase.cli.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * What help says below the options, told apart: paragraphs, and the lines under {@code Examples:}.
 *
 * @param paragraphs each in one line
 * @param examples as they are typed, a remark behind some
 */
record Footer(List<String> paragraphs, List<String> examples) {
  private static final String EXAMPLES = "Examples:";

  Footer {
    paragraphs = List.copyOf(paragraphs);
    examples = List.copyOf(examples);
  }

  /** A blank line ends a paragraph. */
  static Footer of(List<String> lines) {
    List<String> paragraphs = new ArrayList<>();
    List<String> examples = new ArrayList<>();
    for (String block : String.join("\n", lines).split("\n\\s*\n")) {
      if (block.strip().startsWith(EXAMPLES)) {
        block
            .strip()
            .substring(EXAMPLES.length())
            .lines()
            .filter(line -> !line.isBlank())
            .map(String::strip)
            .forEach(examples::add);
      } else if (!block.isBlank()) {
        paragraphs.add(PlainText.of(block));
      }
    }
    return new Footer(paragraphs, examples);
  }
}
