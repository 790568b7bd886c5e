package wheelbase;

import wheelbase.index.PackageIndex;
import wheelbase.requirements.ReaderOptions;

/**
 * Opens the index that a project's options name: only reading its requirements files tells which
 * that is.
 */
@FunctionalInterface
public interface IndexSource {
  /**
   * @param options in force after the requirements files were read; which index an absent {@code
   *     indexUrl} means is for the source to say
   */
  PackageIndex open(ReaderOptions options);
}
