package wheelbase.pep425;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One compatibility tag: {@code cp313-cp313-manylinux_2_28_x86_64}. All parts are lower case. */
public record Tag(String interpreter, String abi, String platform) {

  /**
   * The tags of a compressed tag set, whose parts are joined by dots ("Compressed Tag Sets" in PEP
   * 425): every interpreter with every ABI and every platform.
   *
   * @return empty where a part has no text or an interpreter is not an identifier
   */
  static Optional<Set<Tag>> expand(String interpreters, String abis, String platforms) {
    Set<Tag> tags = new LinkedHashSet<>();
    String[] abiParts = parts(abis);
    String[] platformParts = parts(platforms);
    for (String interpreter : parts(interpreters)) {
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

  private static boolean isIdentifier(String text) {
    return !text.isEmpty()
        && (Character.isLetter(text.charAt(0)) || text.charAt(0) == '_')
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }

  @Override
  public String toString() {
    return interpreter + "-" + abi + "-" + platform;
  }
}
