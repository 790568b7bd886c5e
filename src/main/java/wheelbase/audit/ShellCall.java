package wheelbase.audit;

import java.util.List;
import java.util.Map;
import wheelbase.dockerfile.syntax.Extent;
import wheelbase.dockerfile.syntax.Word;

/**
 * One simple command of a shell script.
 *
 * @param words without quotes, the program first; variables that are known are replaced
 * @param assignments the variables that are set for it alone
 * @param conditional whether it stands in a condition or a loop, and may not run
 * @param extent from its first word to its last
 */
record ShellCall(
    List<Word> words, Map<String, String> assignments, boolean conditional, Extent extent) {
  ShellCall {
    words = List.copyOf(words);
    assignments = Map.copyOf(assignments);
  }

  /** The program without its directory. */
  String program() {
    String name = words.get(0).value();
    return name.substring(name.lastIndexOf('/') + 1);
  }

  boolean has(String option) {
    return words.stream().anyMatch(each -> each.value().equals(option));
  }

  /** Whether some word is not known before the command runs. */
  boolean isDynamic() {
    return words.stream()
        .anyMatch(each -> each.value().indexOf('$') >= 0 || each.value().indexOf('`') >= 0);
  }
}
