/**
 * Names, extras, environment markers and requirements as the "Dependency specifiers" standard (PEP
 * 508, and PEP 503 for names) has them. Pure. Read {@link wheelbase.pep508.Requirement} first.
 */
package wheelbase.pep508;
