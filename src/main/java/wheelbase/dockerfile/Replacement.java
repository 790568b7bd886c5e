package wheelbase.dockerfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;

/** One file on its way: written beside its place, moved there in one act, or taken back. */
final class Replacement {
  private final Path target;
  private final Path prepared;
  private Optional<Path> backup = Optional.empty();
  private boolean committed;

  private Replacement(Path target) {
    this.target = target;
    this.prepared = target.resolveSibling("." + target.getFileName() + ".new");
  }

  /** Does all that can fail for want of space or permission; leaves nothing if it does. */
  static Replacement prepare(Path target, FileChange change) throws IOException {
    Replacement replacement = new Replacement(target);
    try {
      Files.deleteIfExists(replacement.prepared);
      Files.writeString(replacement.prepared, change.file().text(), StandardOpenOption.CREATE_NEW);
      if (change.kind() == FileChange.Kind.DIFFERENT) {
        replacement.keepExisting();
      }
      return replacement;
    } catch (IOException e) {
      replacement.undo();
      throw e;
    }
  }

  Optional<Path> backup() {
    return backup;
  }

  void commit() throws IOException {
    Files.move(prepared, target, StandardCopyOption.ATOMIC_MOVE);
    committed = true;
  }

  /** Puts back what was there, as far as the disk lets it. */
  void undo() throws IOException {
    Files.deleteIfExists(prepared);
    if (committed && backup.isEmpty()) {
      Files.deleteIfExists(target);
    } else if (committed) {
      Files.move(backup.get(), target, StandardCopyOption.ATOMIC_MOVE);
    } else if (backup.isPresent()) {
      Files.deleteIfExists(backup.get());
    }
  }

  private void keepExisting() throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    if (old != null) {
      Files.setPosixFilePermissions(prepared, old.readAttributes().permissions());
    }
    Path copy = target.resolveSibling(target.getFileName() + ".bak");
    for (int number = 1; Files.exists(copy); number++) {
      copy = target.resolveSibling(target.getFileName() + ".bak." + number);
    }
    Files.copy(target, copy, StandardCopyOption.COPY_ATTRIBUTES);
    backup = Optional.of(copy);
  }
}
