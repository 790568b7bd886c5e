package wheelbase.requirements;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that say what a project requires in a form that is not read here. */
final class OtherFormat {
  /** What others write, and how to make of it a file that is read. */
  private static final Map<String, String> EXPORTS =
      Map.of(
          "pdm.lock", "pdm export --prod -o requirements.txt",
          "Pipfile", "pipenv lock",
          "setup.py", "pip-compile setup.py -o requirements.txt",
          "setup.cfg", "pip-compile setup.cfg -o requirements.txt");

  private OtherFormat() {}

  static boolean isOne(String name) {
    return EXPORTS.containsKey(name);
  }

  /** The command that makes one. A lock file is better than what it was made from. */
  static Optional<String> hint(List<String> names) {
    return names.stream()
        .filter(name -> name.endsWith(".lock"))
        .findFirst()
        .or(() -> names.stream().findFirst())
        .map(EXPORTS::get);
  }
}
