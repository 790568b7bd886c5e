/**
 * Names, extras, environment markers and requirements as the "Dependency specifiers" standard (PEP
 * 508; PEP 503 and PEP 685 for names) has them, read as strictly as packaging 26 does. Pure; of
 * wheelbase it imports {@code pep440}.
 *
 * <p>Read {@link wheelbase.pep508.Requirement} first; a {@link wheelbase.pep508.Marker} is
 * evaluated against a {@link wheelbase.pep508.MarkerEnvironment}, never against the host.
 */
package wheelbase.pep508;
