package wheelbase.pep425;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One compatibility tag: {@code cp313-cp313-manylinux_2_28_x86_64}. All parts are lower case. */
public record Tag(String interpreter, String abi, String platform) {
  /** Far more than any wheel has; a name of a few hundred characters could mean millions. */
  private static final int MOST = 1000;

  /**
   * The tags of a compressed tag set, whose parts are joined by dots ("Compressed Tag Sets" in PEP
   * 425): every interpreter with every ABI and every platform.
   *
   * @return empty where a part has no text, an interpreter is not an identifier, or there are more
   *     than a thousand tags
   */
  static Optional<Set<Tag>> expand(String interpreters, String abis, String platforms) {
    Set<Tag> tags = new LinkedHashSet<>();
    String[] interpreterParts = parts(interpreters);
    String[] abiParts = parts(abis);
    String[] platformParts = parts(platforms);
    if ((long) interpreterParts.length * abiParts.length * platformParts.length > MOST) {
      return Optional.empty();
    }
    for (String interpreter : interpreterParts) {
      for (String abi : abiParts) {
        for (String platform : platformParts) {
          if (!isIdentifier(interpreter) || abi.isEmpty() || platform.isEmpty()) {
            return Optional.empty();
          }
          tags.add(new Tag(interpreter, abi, platform));
        }
      }
    }
    return Optional.of(tags);
  }

  private static String[] parts(String set) {
    String lowerCase = set.toLowerCase(Locale.ROOT);
    return lowerCase.indexOf('.') < 0 ? new String[] {lowerCase} : lowerCase.split("\\.", -1);
  }

  /** As {@code str.isidentifier} in Python. */
  private static boolean isIdentifier(String text) {
    return !text.isEmpty()
        && (Character.isUnicodeIdentifierStart(text.charAt(0)) || text.charAt(0) == '_')
        && text.chars()
            .allMatch(
                c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }

  @Override
  public String toString() {
    return interpreter + "-" + abi + "-" + platform;
  }
}
