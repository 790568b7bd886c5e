package wheelbase.syslibs;

import wheelbase.pep508.PackageName;

/**
 * Another project that can stand in for a package.
 *
 * @param relation {@code prebuilt}, {@code headless}, {@code pure}, {@code successor}
 * @param caveat what to know before taking it; may be empty
 */
public record Twin(PackageName name, String relation, String caveat) {}
