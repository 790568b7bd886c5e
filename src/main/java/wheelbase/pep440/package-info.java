/**
 * Versions and version specifiers as the "Version specifiers" standard (PEP 440) has them. Pure: no
 * files, no clock. Read {@link wheelbase.pep440.Version} first.
 */
package wheelbase.pep440;
