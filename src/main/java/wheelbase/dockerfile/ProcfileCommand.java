package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import wheelbase.application.Application;

/** A Procfile's command in exec form; with a shell only where it needs one. */
final class ProcfileCommand {
  private static final Pattern PORT = Pattern.compile("\\$(PORT\\b|\\{PORT(:-[0-9]*)?})");
  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");
  private static final Set<String> LISTS = Set.of("&&", "||", ";");
  private static final Set<String> OPERATORS = Set.of("&&", "||", ";", "|", "&", ">", ">>", "<");

  private ProcfileCommand() {}

  static boolean readsPort(Application application) {
    return application.command().stream().anyMatch(word -> PORT.matcher(word).find());
  }

  /**
   * @param command split into words
   * @param port what {@code $PORT} stands for
   */
  static List<String> words(List<String> command, OptionalInt port) {
    List<String> words = command;
    if (port.isPresent()) {
      String number = Integer.toString(port.getAsInt());
      words = command.stream().map(word -> PORT.matcher(word).replaceAll(number)).toList();
    }
    return needsShell(words) ? List.of("sh", "-c", script(words)) : words;
  }

  private static boolean needsShell(List<String> words) {
    return ASSIGNMENT.matcher(words.get(0)).matches()
        || words.stream().anyMatch(word -> word.contains("$") || OPERATORS.contains(word));
  }

  /** The command as a line of shell whose last program takes the shell's place as first process. */
  private static String script(List<String> words) {
    int last = 0;
    for (int i = 0; i < words.size(); i++) {
      last = LISTS.contains(words.get(i)) ? i + 1 : last;
    }
    while (last < words.size() && ASSIGNMENT.matcher(words.get(last)).matches()) {
      last++;
    }
    List<String> line = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (i == last && !words.contains("|")) {
        line.add("exec");
      }
      int value = i < last ? valueOfAssignment(words.get(i)) : 0;
      line.add(words.get(i).substring(0, value) + shellWord(words.get(i).substring(value)));
    }
    return String.join(" ", line);
  }

  /** Where the value begins in {@code NAME=value}, which is quoted without its name; else 0. */
  private static int valueOfAssignment(String word) {
    return ASSIGNMENT.matcher(word).matches() ? word.indexOf('=') + 1 : 0;
  }

  /** Variables stay variables, which is what a Procfile means by them; nothing else is special. */
  private static String shellWord(String word) {
    if (OPERATORS.contains(word)) {
      return word;
    }
    if (!word.contains("$")) {
      return Quoting.shellWord(word);
    }
    return '"' + Quoting.withoutControls(word).replaceAll("([\\\\\"`])", "\\\\$1") + '"';
  }
}
