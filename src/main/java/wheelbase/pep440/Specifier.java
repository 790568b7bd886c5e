package wheelbase.pep440;

import java.util.Locale;
import java.util.Optional;

/**
 * One clause: an operator and a version (PEP 440, "Version specifiers").
 *
 * @param operator {@code ~= == != <= >= < > ===}
 * @param version the text after the operator, as written, without blanks around it
 * @param range the versions it admits; every version for {@code ===}, which compares text
 */
record Specifier(String operator, String version, VersionRange range, Optional<Version> parsed) {
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
    if (operator.equals("===")) {
      return version.chars().noneMatch(c -> Blank.is((char) c) || c == ';' || c == ')')
          ? Optional.of(
              new Specifier(operator, version, VersionRange.full(), Version.tryParse(version)))
          : Optional.empty();
    }
    if (version.endsWith(".*")) {
      return wildcard(operator, version);
    }
    return Version.tryParse(version)
        .filter(parsed -> mayFollow(operator, parsed))
        .map(
            parsed ->
                new Specifier(operator, version, range(operator, parsed), Optional.of(parsed)));
  }

  /** {@code ==1.2.*} and {@code !=1.2.*}: "Version matching", prefix matches. */
  private static Optional<Specifier> wildcard(String operator, String version) {
    if (!operator.equals("==") && !operator.equals("!=")) {
      return Optional.empty();
    }
    return Version.tryParse(version.substring(0, version.length() - 2))
        .filter(prefix -> !prefix.isPrerelease() && !prefix.isPostrelease() && !prefix.hasLocal())
        .map(
            prefix -> {
              VersionRange matching =
                  VersionRange.between(
                      Cut.beforePrereleases(prefix), Cut.beforeNextPrefix(prefix.toString()));
              return new Specifier(
                  operator,
                  version,
                  operator.equals("==") ? matching : matching.complement(),
                  Optional.empty());
            });
  }

  /** Local versions only with equality; at least two release numbers after {@code ~=}. */
  private static boolean mayFollow(String operator, Version version) {
    if (operator.equals("~=")) {
      return !version.hasLocal() && version.release().size() > 1;
    }
    return !version.hasLocal() || operator.equals("==") || operator.equals("!=");
  }

  private static VersionRange range(String operator, Version version) {
    return switch (operator) {
      case ">=" -> VersionRange.from(Cut.before(version));
      case "<=" -> VersionRange.upTo(Cut.after(version));
      case ">" -> VersionRange.from(Cut.afterPostreleases(version));
      case "<" -> VersionRange.upTo(Cut.beforePrereleases(version));
      case "==" -> VersionRange.exactly(version);
      case "!=" -> VersionRange.exactly(version).complement();
      case "~=" -> {
        String base = version.base().toString();
        String prefix = base.substring(0, base.lastIndexOf('.'));
        yield VersionRange.between(Cut.before(version), Cut.beforeNextPrefix(prefix));
      }
      default -> throw new IllegalArgumentException(operator);
    };
  }

  /** {@code ===}, "Arbitrary equality". */
  boolean isArbitrary() {
    return operator.equals("===");
  }

  boolean isPin() {
    return isArbitrary() || operator.equals("==") && parsed.isPresent();
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
        : version != null && range.contains(version);
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
