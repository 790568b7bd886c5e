package wheelbase.requirements;

import java.io.File;
import java.nio.file.Path;

/** What the files of a project are called in places and messages. */
public final class FileNames {
  private FileNames() {}

  /**
   * Relative to the project and with {@code /} where the file lies inside it, else absolute.
   *
   * @param root absolute and normal, as the file is
   */
  public static String within(Path root, Path file) {
    return file.startsWith(root)
        ? root.relativize(file).toString().replace(File.separatorChar, '/')
        : file.toString();
  }
}
