package wheelbase.pep440;

import java.util.Locale;
import java.util.Optional;

/**
 * One clause: an operator and a version (PEP 440, "Version specifiers").
 *
 * @param operator {@code ~= == != <= >= < > ===}
 * @param version the text after the operator, as written, without blanks around it
 * @param parsed that text as a version; empty for a prefix ({@code 1.2.*}) and for what only {@code
 *     ===} takes
 */
record Specifier(String operator, String version, Optional<Version> parsed) {
  private static final String[] OPERATORS = {"===", "~=", "==", "!=", "<=", ">=", "<", ">"};

  /** Empty where the text is not a clause. */
  static Optional<Specifier> tryParse(String text) {
    String clause = Blank.strip(text);
    for (String operator : OPERATORS) {
      if (clause.startsWith(operator)) {
        return of(operator, Blank.strip(clause.substring(operator.length())));
      }
    }
    return Optional.empty();
  }

  private static Optional<Specifier> of(String operator, String version) {
    boolean valid;
    Optional<Version> parsed = Version.tryParse(version);
    if (operator.equals("===")) {
      valid = version.chars().noneMatch(c -> Blank.is((char) c) || c == ';' || c == ')');
    } else if (version.endsWith(".*")) {
      valid = isEquality(operator) && prefix(version).isPresent();
    } else {
      valid = parsed.isPresent() && mayFollow(operator, parsed.get());
    }
    return valid ? Optional.of(new Specifier(operator, version, parsed)) : Optional.empty();
  }

  private static boolean isEquality(String operator) {
    return operator.equals("==") || operator.equals("!=");
  }

  /** The 1.2 of {@code 1.2.*}: "Version matching", prefix matches. */
  private static Optional<Version> prefix(String version) {
    String numbers = version.substring(0, version.length() - 2);
    return Version.tryParse(numbers)
        .filter(prefix -> numbers.equals(Blank.strip(numbers)))
        .filter(prefix -> !prefix.isPrerelease() && !prefix.isPostrelease() && !prefix.hasLocal());
  }

  /** Local versions only with equality; at least two release numbers after {@code ~=}. */
  private static boolean mayFollow(String operator, Version version) {
    if (operator.equals("~=")) {
      return !version.hasLocal() && version.release().size() > 1;
    }
    return !version.hasLocal() || isEquality(operator);
  }

  /** The versions it admits; every version for {@code ===}, which compares text. */
  VersionRange range() {
    if (isArbitrary()) {
      return VersionRange.full();
    }
    Version named = parsed.or(() -> prefix(version)).orElseThrow();
    return switch (operator) {
      case ">=" -> VersionRange.from(Cut.before(named));
      case "<=" -> VersionRange.upTo(Cut.after(named));
      case ">" -> VersionRange.from(Cut.afterPostreleases(named));
      case "<" -> VersionRange.upTo(Cut.beforePrereleases(named));
      case "==" -> matching(named);
      case "!=" -> matching(named).complement();
      default -> {
        String base = named.base().toString();
        String prefix = base.substring(0, base.lastIndexOf('.'));
        yield VersionRange.between(Cut.before(named), Cut.beforeNextPrefix(prefix));
      }
    };
  }

  private VersionRange matching(Version named) {
    return parsed.isPresent()
        ? VersionRange.exactly(named)
        : VersionRange.between(
            Cut.beforePrereleases(named), Cut.beforeNextPrefix(named.toString()));
  }

  /** {@code ===}, "Arbitrary equality". */
  boolean isArbitrary() {
    return operator.equals("===");
  }

  boolean isPin() {
    return isArbitrary() || operator.equals("==") && parsed.isPresent();
  }

  /** Whether it keeps newer versions out, and is no exact pin. */
  boolean isUpperBound() {
    return operator.startsWith("<")
        || operator.equals("~=")
        || operator.equals("==") && version.endsWith("*");
  }

  /**
   * Whether it names a pre-release in a way that admits pre-releases ("Handling of pre-releases").
   */
  boolean admitsPrereleases() {
    return !operator.equals("!=") && parsed.map(Version::isPrerelease).orElse(false);
  }

  /** Whether a version spelt like this is admitted; {@code version} is null for unreadable text. */
  boolean matches(String text, Version version) {
    return isArbitrary()
        ? text.toLowerCase(Locale.ROOT).equals(this.version.toLowerCase(Locale.ROOT))
        : version != null && range().contains(version);
  }

  /** The same for clauses that mean the same: {@code ==1.0} and {@code == 1.0.0}. */
  String canonical() {
    if (isArbitrary() || parsed.isEmpty()) {
      return toString();
    }
    return operator
        + (operator.equals("~=") ? parsed.get().toString() : parsed.get().canonicalText());
  }

  @Override
  public String toString() {
    return operator + version;
  }
}
