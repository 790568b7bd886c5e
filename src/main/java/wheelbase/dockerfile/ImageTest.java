package wheelbase.dockerfile;

import java.util.OptionalInt;

/** What must go well in what has been built before the image is made of it. */
public sealed interface ImageTest {
  /** Nothing. */
  record None() implements ImageTest {}

  /** The modules of the requirements are imported. */
  record Imports() implements ImageTest {}

  /**
   * A command ends with 0.
   *
   * @param line for the shell
   */
  record Command(String line) implements ImageTest {
    public Command {
      if (line.isBlank() || hiddenCharacter(line).isPresent()) {
        throw new IllegalArgumentException("not one line: " + line);
      }
    }

    /**
     * The first character that would not be seen in a Dockerfile, or would turn its line around or
     * end it: whoever reads the file could not tell what is run.
     *
     * @return its number in Unicode
     */
    public static OptionalInt hiddenCharacter(String line) {
      return line.codePoints().filter(Quoting::isControl).findFirst();
    }
  }
}
