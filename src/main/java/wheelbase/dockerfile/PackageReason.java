package wheelbase.dockerfile;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A distribution package and why it is installed.
 *
 * @param distributionPackage {@code libpq5}; for Alpine also {@code so:libpq.so.5}
 * @param reason {@code psycopg2 2.9.11 is linked to libpq}: the Python package that wants it, in
 *     words for a comment
 */
public record PackageReason(String distributionPackage, String reason) {
  /** Debian policy 5.6.1, and the "provides" of apk. */
  private static final Pattern NAME = Pattern.compile("(so:|cmd:|pc:)?[A-Za-z0-9][A-Za-z0-9+._-]*");

  public PackageReason {
    Objects.requireNonNull(reason);
    if (!NAME.matcher(distributionPackage).matches()) {
      throw new IllegalArgumentException(
          "not the name of a distribution package: " + distributionPackage);
    }
  }
}
