package wheelbase.requirements;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.platform.PythonRelease;

/**
 * What a project says about the Python it runs on.
 *
 * @param text as written: {@code 3.11.7}, {@code >=3.10}, {@code ^3.11}
 * @param admitted the versions it allows
 * @param series {@code 3.11}, where it names one; empty for a range
 * @param release {@code 3.11.7}, where it names one
 * @param place where it is said
 */
public record PythonDeclaration(
    String text,
    SpecifierSet admitted,
    Optional<String> series,
    Optional<String> release,
    SourceSpan place) {
  private static final Pattern VERSION = Pattern.compile("(3\\.\\d+)(\\.\\d+)?");

  /**
   * Whether an image with this Python is what was declared. A declared patch release stands for its
   * series: the image has the newest one.
   */
  public boolean admits(PythonRelease python) {
    return series
        .map(python.series()::equals)
        .orElseGet(() -> admitted.admits(Version.parse(python.toString())));
  }

  /** Names a version rather than a range. */
  public boolean isPin() {
    return series.isPresent();
  }

  /** From the number of a series or release; empty where it is neither. */
  static Optional<PythonDeclaration> ofVersion(String version, SourceSpan place) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean whole = matcher.group(2) != null;
    return Optional.of(
        new PythonDeclaration(
            version,
            SpecifierSet.parse("==" + version + (whole ? "" : ".*")),
            Optional.of(matcher.group(1)),
            whole ? Optional.of(version) : Optional.empty(),
            place));
  }

  /**
   * From a range; empty where it cannot be read.
   *
   * @param text as written
   * @param specifiers the same as PEP 440 has it
   */
  public static Optional<PythonDeclaration> ofRange(
      String text, String specifiers, SourceSpan place) {
    return SpecifierSet.tryParse(specifiers)
        .map(
            admitted ->
                new PythonDeclaration(text, admitted, Optional.empty(), Optional.empty(), place));
  }
}
