package wheelbase.syslibs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of the rules lie: a user's own directory first, then the shipped ones. */
final class RuleFiles {
  /**
   * @param name how to call the file in a message
   */
  record RuleFile(String name, byte[] content) {}

  private static final String SHIPPED = "/rules-db/";

  private final Optional<Path> overlay;

  RuleFiles(Optional<Path> overlay) {
    this.overlay = overlay;
  }

  /** The file at a path such as {@code packages/lxml.json}; empty where there is none. */
  Optional<RuleFile> read(String path) {
    try {
      if (overlay.isPresent()) {
        Path own = overlay.get().resolve(path);
        try {
          return Optional.of(new RuleFile(own.toString(), Files.readAllBytes(own)));
        } catch (NoSuchFileException absent) {
          // The shipped file speaks.
        }
      }
      try (InputStream shipped = RuleFiles.class.getResourceAsStream(SHIPPED + path)) {
        return shipped == null
            ? Optional.empty()
            : Optional.of(new RuleFile("rules-db/" + path, shipped.readAllBytes()));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean exists(String path) {
    return overlay.map(directory -> Files.exists(directory.resolve(path))).orElse(false)
        || RuleFiles.class.getResource(SHIPPED + path) != null;
  }
}
