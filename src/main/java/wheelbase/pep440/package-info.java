/**
 * Versions and version specifiers as the "Version specifiers" standard (PEP 440) has them, judged
 * as packaging 26 does. Pure: no files, no clock; imports nothing of wheelbase.
 *
 * <p>Read {@link wheelbase.pep440.Version} first: every version carries a sort key. A clause of a
 * {@link wheelbase.pep440.SpecifierSet} is then an interval between two such keys, and a {@link
 * wheelbase.pep440.VersionRange} a union of intervals, with which the resolver reckons and
 * explains.
 */
package wheelbase.pep440;
