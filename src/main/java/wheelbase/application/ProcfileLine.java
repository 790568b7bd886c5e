package wheelbase.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.requirements.ShellWords;

/**
 * A line of a Procfile.
 *
 * @param process its name: {@code web} listens, {@code release} runs before the others are started
 * @param line from 1
 * @param command as written
 */
record ProcfileLine(String process, int line, String command) {
  private static final Pattern PROCESS = Pattern.compile("^([A-Za-z0-9_-]+)\\s*:\\s*(.+?)\\s*$");
  private static final Pattern PORT_VARIABLE = Pattern.compile("\\$\\{PORT(?::-\\d+)?}|\\$PORT\\b");
  private static final Pattern PORT =
      Pattern.compile(
          "(?:--(?:server\\.)?port[= ]|-p |(?:--bind[= ]|-b ?)\\S*:|--listen[= ]\\S*:)(\\d{2,5})\\b");
  private static final Pattern NEEDS_SHELL = Pattern.compile("[;&|<>`$(){}*?~]");
  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=.*");

  /** All that name a process, in order. */
  static List<ProcfileLine> parse(String text) {
    List<String> lines = text.lines().toList();
    List<ProcfileLine> found = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      Matcher matcher = PROCESS.matcher(lines.get(index));
      if (matcher.find()) {
        found.add(new ProcfileLine(matcher.group(1), index + 1, matcher.group(2)));
      }
    }
    return List.copyOf(found);
  }

  boolean isWeb() {
    return process.equals("web");
  }

  /** Whether it goes on running: what prepares a release ends. */
  boolean stays() {
    return !process.equals("release");
  }

  /** {@code Procfile:2}. */
  String place() {
    return "Procfile:" + line;
  }

  /** The port that it names itself. */
  OptionalInt port() {
    Matcher matcher = PORT.matcher(command);
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  /**
   * As words to start without a shell where that is possible.
   *
   * @param port what {@code $PORT} stands for, and where the command is to listen if it names a
   *     port itself
   */
  List<String> words(int port) {
    String number = Integer.toString(port);
    String text = PORT_VARIABLE.matcher(command).replaceAll(number);
    Matcher named = PORT.matcher(text);
    if (named.find()) {
      text = text.substring(0, named.start(1)) + number + text.substring(named.end(1));
    }
    Optional<List<String>> split = ShellWords.split(text);
    if (NEEDS_SHELL.matcher(text).find() || split.isEmpty()) {
      return List.of("sh", "-c", text);
    }
    var words = new ArrayList<>(split.get());
    if (!words.isEmpty() && ASSIGNMENT.matcher(words.get(0)).matches()) {
      words.add(0, "env");
    }
    return List.copyOf(words);
  }
}
