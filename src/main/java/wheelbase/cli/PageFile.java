package wheelbase.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A page on its way to a file of the user's choice: written beside its place and moved there in one
 * act, so that nobody ever reads half of it.
 *
 * @param written as the user wrote it
 * @param place where that is
 */
record PageFile(Path written, Path place) {
  private static final String ELSEWHERE = "name a file that you may write";

  /**
   * Looks before the work begins whether the file can be there at its end.
   *
   * @throws UsageException where it cannot
   */
  static PageFile at(Path written, Path directory) {
    Path place = directory.resolve(written).toAbsolutePath().normalize();
    Path parent = place.getParent();
    if (Files.isDirectory(place)) {
      throw new UsageException(
          "--html: `" + written + "` is a directory", "--html " + written.resolve("check.html"));
    }
    if (!Files.isDirectory(parent)) {
      Path missing = written.getParent() == null ? parent : written.getParent();
      if (Files.exists(parent)) {
        throw new UsageException("--html: `" + missing + "` is not a directory", ELSEWHERE);
      }
      throw new UsageException(
          "--html: there is no directory `" + missing + "`", "mkdir -p " + missing);
    }
    if (!Files.isWritable(Files.exists(place) && !Files.isRegularFile(place) ? place : parent)) {
      throw new UsageException("--html: `" + written + "` cannot be written", ELSEWHERE);
    }
    return new PageFile(written, place);
  }

  /**
   * Writes it over whatever page is there.
   *
   * @throws UsageException where it cannot be written
   */
  void write(String page) {
    try {
      Path target = Files.exists(place) ? place.toRealPath() : place;
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        Files.writeString(target, page);
      } else {
        replace(target, page);
      }
    } catch (IOException e) {
      throw new UsageException(
          "--html: `" + written + "` cannot be written: " + reason(e), ELSEWHERE);
    }
  }

  private static void replace(Path target, String page) throws IOException {
    Path prepared = target.resolveSibling("." + target.getFileName() + ".new");
    try {
      Files.deleteIfExists(prepared);
      Files.writeString(prepared, page, StandardOpenOption.CREATE_NEW);
      Files.move(prepared, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(prepared);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof FileSystemException failed && failed.getReason() != null
        ? failed.getReason()
        : String.valueOf(e.getMessage());
  }
}
