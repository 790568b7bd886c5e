/**
 * A resolution made to last: {@link wheelbase.lock.LockedRequirements} names every file that pip
 * takes on the targets of an image, {@link wheelbase.lock.LockText} writes them as a requirements
 * file with hashes. Lock files of other tools are read in {@link wheelbase.requirements.lock}.
 */
package wheelbase.lock;
