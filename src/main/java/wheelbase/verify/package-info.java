/**
 * Proof that an image holds together: it is built with the user's engine, a probe looks it over
 * from inside, and what the probe says is judged here; a build that fails is explained. May use the
 * engine, the rules, the standards and jackson. Read {@link wheelbase.verify.Verifier} first.
 */
package wheelbase.verify;
