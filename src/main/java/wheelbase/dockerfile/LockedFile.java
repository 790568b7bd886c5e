package wheelbase.dockerfile;

import wheelbase.requirements.LockFormat;
import wheelbase.requirements.Selection;

/**
 * The lock file that an image is installed from.
 *
 * @param file relative to the project, with {@code /}
 * @param selection the extras and groups that are installed from it
 */
public record LockedFile(LockFormat format, String file, Selection selection) {
  /** The directory of the file, relative to the project; empty for the project's own. */
  String directory() {
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "" : file.substring(0, slash);
  }
}
