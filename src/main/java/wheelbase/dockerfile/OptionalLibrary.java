package wheelbase.dockerfile;

import java.util.regex.Pattern;

/**
 * A shared library that files of a requirement are linked to and that may be missing all the same.
 *
 * @param name as the loader asks for it, {@code libtbb.so.12}
 * @param reason a sentence without a full stop, beginning with the requirement
 */
public record OptionalLibrary(String name, String reason) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*");

  public OptionalLibrary {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a library: " + name);
    }
  }
}
