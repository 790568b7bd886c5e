/**
 * What installing each pinned package takes on each target, judged from the files that the index
 * has: {@link wheelbase.wheels.Verdict}, downgrades and cures. Opens no connection of its own.
 */
package wheelbase.wheels;
