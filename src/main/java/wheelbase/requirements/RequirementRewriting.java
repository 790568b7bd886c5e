package wheelbase.requirements;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;

/**
 * The text of one requirement as it is written, parted for an edit: what may stay, what goes, and
 * behind both the marker, which is not touched.
 *
 * @param subject without the marker
 * @param kept how many characters of it are the name and its extras
 */
record RequirementRewriting(String subject, int kept) {
  private static final Pattern NAME_AND_EXTRAS =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(?:\\s*\\[[^\\]]*])?");

  /** Of a requirement that is neither an address nor a path. */
  static RequirementRewriting of(String requirement) {
    int semicolon = requirement.indexOf(';');
    String subject =
        (semicolon < 0 ? requirement : requirement.substring(0, semicolon)).stripTrailing();
    Matcher matcher = NAME_AND_EXTRAS.matcher(subject);
    return new RequirementRewriting(subject, matcher.lookingAt() ? matcher.end() : 0);
  }

  /** What takes the place of the subject. */
  String replacedBy(Requirement replacement) {
    return replacedBy(replacement, subject.substring(0, kept));
  }

  /**
   * @param keptAsWritten name and extras as they stand in the file
   */
  String replacedBy(Requirement replacement, String keptAsWritten) {
    String bare = keptAsWritten.replaceFirst("\\s*\\[.*", "");
    boolean sameName =
        PackageName.isValid(bare) && new PackageName(bare).equals(replacement.name());
    String whole = replacement.withoutMarker();
    return sameName && replacement.extras().isEmpty()
        ? keptAsWritten + whole.substring(replacement.writtenName().length())
        : whole;
  }
}
