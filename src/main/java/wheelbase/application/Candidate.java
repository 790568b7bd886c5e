package wheelbase.application;

import java.util.Optional;

/**
 * Something that a server could be told to serve.
 *
 * @param module from {@code directory}; or a file of the project that is started as it is
 * @param variable of the module: the application, or the function that makes it; empty for a file
 * @param factory it is a function
 * @param directory that module names start from, relative to the project; empty for its own
 * @param foundIn {@code app/main.py:12}
 * @param maker the function that a variable's value was made by, where it is one of the project's
 */
record Candidate(
    Framework framework,
    ServerInterface serverInterface,
    String module,
    String variable,
    boolean factory,
    String directory,
    String foundIn,
    Optional<String> maker) {

  /** A file that is started as it is. */
  static Candidate ofFile(Framework framework, PythonSource source, int line) {
    return new Candidate(
        framework,
        framework.usualInterface(),
        source.path(),
        "",
        false,
        "",
        source.place(line),
        Optional.empty());
  }

  boolean isFile() {
    return variable.isEmpty();
  }

  String entryPoint() {
    return isFile() ? module : module + ":" + variable;
  }

  /** The file that it was found in. */
  String file() {
    return foundIn.substring(0, foundIn.lastIndexOf(':'));
  }

  /**
   * Whether a text names it as servers are told: {@code module:variable}, {@code module:make()}.
   */
  boolean isNamedIn(String text) {
    int at = text.indexOf(entryPoint());
    while (at >= 0) {
      int end = at + entryPoint().length();
      boolean begins = at == 0 || !isPartOfAName(text.charAt(at - 1));
      boolean ends = end == text.length() || !isPartOfAName(text.charAt(end));
      if (begins && ends) {
        return true;
      }
      at = text.indexOf(entryPoint(), at + 1);
    }
    return false;
  }

  private static boolean isPartOfAName(char character) {
    return Character.isLetterOrDigit(character) || character == '_' || character == '.';
  }
}
