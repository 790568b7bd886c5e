/**
 * The knowledge of system libraries: {@link wheelbase.syslibs.RuleBook} reads {@code rules-db/} and
 * says what a package needs to build and to run, what that is called in a distribution release, and
 * how it is known.
 */
package wheelbase.syslibs;
