/**
 * A resolution made to last: {@link wheelbase.lock.LockedRequirements} names every file that pip
 * takes on the targets of an image, as a requirements file with hashes.
 */
package wheelbase.lock;
