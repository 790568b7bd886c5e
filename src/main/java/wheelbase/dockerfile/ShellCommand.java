package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One simple command of a {@code RUN}.
 *
 * @param words of the command, each as the shell shall see it after quoting
 * @param further words, those of each list on a line of their own
 * @param pattern a last word that the shell shall expand; empty for none
 */
public record ShellCommand(List<String> words, List<List<String>> further, String pattern) {
  public ShellCommand {
    words = List.copyOf(words);
    further = further.stream().map(List::copyOf).toList();
    if (!pattern.matches("[A-Za-z0-9._/*-]*")) {
      throw new IllegalArgumentException("more than a pattern of file names: " + pattern);
    }
  }

  public static ShellCommand of(String... words) {
    return new ShellCommand(List.of(words), List.of(), "");
  }

  public static ShellCommand of(List<String> words) {
    return new ShellCommand(words, List.of(), "");
  }

  /** This command with further words, those of each list on a line of their own. */
  public ShellCommand listing(List<List<String>> lines) {
    return new ShellCommand(words, lines, pattern);
  }

  /** This command with a last word that the shell expands. */
  public ShellCommand expanding(String filePattern) {
    return new ShellCommand(words, further, filePattern);
  }

  /** The command as lines, without what joins them; the first begins at the margin. */
  List<String> lines(int width) {
    List<String> quoted =
        Stream.concat(words.stream().map(Quoting::shellWord), Stream.of(pattern))
            .filter(word -> !word.isEmpty())
            .toList();
    List<String> lines = new ArrayList<>(Lines.fill(quoted, width, "  "));
    for (List<String> line : further) {
      lines.add("  " + line.stream().map(Quoting::shellWord).collect(Collectors.joining(" ")));
    }
    return lines;
  }
}
