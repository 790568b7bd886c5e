package wheelbase.elf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths with slashes, relative to the root of a tree; the root itself is the empty text. */
final class TreePath {
  private TreePath() {}

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static String directory(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /**
   * An entry of a search path that begins at {@code $ORIGIN}, the directory of the file that has
   * it; empty where it begins elsewhere or leads out of the tree.
   */
  static Optional<String> fromOrigin(String origin, String entry) {
    for (String word : new String[] {"$ORIGIN", "${ORIGIN}"}) {
      if (entry.equals(word) || entry.startsWith(word + "/")) {
        return normalised(origin + "/" + entry.substring(word.length()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> normalised(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }
}
