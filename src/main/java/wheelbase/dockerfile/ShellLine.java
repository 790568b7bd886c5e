package wheelbase.dockerfile;

import java.util.List;
import java.util.regex.Pattern;

/** A start command that needs a shell, so written that the shell does not stay. */
final class ShellLine {
  private static final Pattern READY = Pattern.compile("exec\\s.*|[A-Za-z_]\\w*=.*");
  private static final Pattern LISTS = Pattern.compile("[;&|\\n]");

  private ShellLine() {}

  /**
   * Puts {@code exec} before the last program of {@code sh -c}, so that it becomes the first
   * process, which is the one that is told to stop. Where the last program cannot be told for sure,
   * the command stays as it is.
   */
  static List<String> handingOver(List<String> words) {
    if (words.size() != 3 || !words.subList(0, 2).equals(List.of("sh", "-c"))) {
      return words;
    }
    String line = words.get(2);
    boolean quoted = line.contains("\"") || line.contains("'") || line.contains("(");
    int start = quoted || !line.contains("&&") ? 0 : line.lastIndexOf("&&") + 2;
    String last = line.substring(start).strip();
    if (LISTS.matcher(last).find() || READY.matcher(last).matches()) {
      return words;
    }
    String before = line.substring(0, start);
    return List.of("sh", "-c", before + (before.isEmpty() ? "" : " ") + "exec " + last);
  }
}
