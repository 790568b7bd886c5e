package wheelbase.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command line that says what was answered otherwise, for a POSIX shell.
 *
 * @param words as the program gets them
 */
public record EquivalentCommand(List<String> words) {
  /** What no shell takes for anything but itself, wherever in a word (POSIX.1-2024, XCU 2.2). */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,@%+=-]+");

  public EquivalentCommand {
    words = List.copyOf(words);
    if (words.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
      throw new IllegalArgumentException("no program can be given a NUL");
    }
  }

  /**
   * @param words the program and its command: {@code wheelbase generate}
   */
  public static EquivalentCommand of(String... words) {
    return new EquivalentCommand(List.of(words));
  }

  /** With an option that takes no value. */
  public EquivalentCommand with(String option) {
    return plus(List.of(option));
  }

  /** With an option and its value; joined where the value could be taken for something else. */
  public EquivalentCommand with(String option, String value) {
    return plus(
        value.isEmpty() || isMisread(value)
            ? List.of(option + "=" + value)
            : List.of(option, value));
  }

  /** With a path that belongs to no option. */
  public EquivalentCommand path(String path) {
    return plus(List.of(isMisread(path) ? "./" + path : path));
  }

  /** A word may begin an option, or, as the program reads it, name a file of further words. */
  private static boolean isMisread(String word) {
    return word.startsWith("-") || word.startsWith("@");
  }

  private EquivalentCommand plus(List<String> further) {
    List<String> all = new ArrayList<>(words);
    all.addAll(further);
    return new EquivalentCommand(all);
  }

  /** To be typed or pasted: quoted where a shell would see more in a word than the word. */
  public String text() {
    return words.stream().map(EquivalentCommand::quote).collect(Collectors.joining(" "));
  }

  private static String quote(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
