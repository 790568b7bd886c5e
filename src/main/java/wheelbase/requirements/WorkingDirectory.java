package wheelbase.requirements;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The directory that pip is run in: what paths in requirements start from, whichever file they
 * stand in.
 */
record WorkingDirectory(Path path, FileReader files) {

  /** Empty for a text that cannot be a path at all. */
  Optional<Path> resolve(String text) {
    return resolve(path, text);
  }

  static Optional<Path> resolve(Path directory, String text) {
    try {
      return Optional.of(directory.resolve(text).normalize());
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  static boolean looksLikePath(String text) {
    return text.contains("/") || text.startsWith(".");
  }

  /** The address of what a text names, where that is a directory. */
  Optional<Link> directory(String text) {
    return resolve(text).filter(files::isDirectory).map(Link::ofPath);
  }

  /** pip makes a {@code file:} address absolute only where it goes upwards. */
  Link withoutDotDot(Link link) {
    if (!link.isFile() || !link.text().contains("../")) {
      return link;
    }
    return resolve(link.path()).map(Link::ofPath).orElse(link);
  }

  boolean isInstallable(Path directory) {
    return files.isFile(directory.resolve("pyproject.toml"))
        || files.isFile(directory.resolve("setup.py"));
  }
}
