package wheelbase.dockerfile;

/**
 * A distribution package and why it is installed.
 *
 * @param distributionPackage {@code libpq5}
 * @param reason {@code psycopg2 2.9.11 is linked to libpq}: the Python package that wants it, in
 *     words for a comment
 */
public record PackageReason(String distributionPackage, String reason) {}
