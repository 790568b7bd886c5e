package wheelbase.syslibs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Spelling;
import wheelbase.pep508.PackageName;

/**
 * A user's own directory of rules, looked over as a whole before anything of it is used: a fault in
 * a file that a project does not need today would be found on the day when it does.
 */
public final class OwnRules {
  private static final List<String> FOLDERS = List.of(RuleFiles.PACKAGES, RuleFiles.LIBRARIES);
  private static final int MOST_FILES = 10_000;

  private final Path directory;
  private final RuleCollection collection;
  private final List<Diagnostic> faults = new ArrayList<>();

  private OwnRules(Path directory) {
    this.directory = directory;
    this.collection = RuleCollection.of(Optional.of(directory));
  }

  /** Every fault of the directory and of all its files; none where it can be used. */
  public static List<Diagnostic> faults(Path directory) {
    OwnRules own = new OwnRules(directory);
    own.lookAtDirectory();
    return List.copyOf(own.faults);
  }

  private void lookAtDirectory() {
    if (!Files.isDirectory(directory)) {
      fault(directory, "is no directory", "");
      return;
    }
    boolean empty = true;
    for (Path entry : entries(directory)) {
      String name = entry.getFileName().toString();
      if (FOLDERS.contains(name)) {
        empty = false;
        lookAtFolder(name, entry);
      } else if (name.equals(RuleFiles.PROVIDES)) {
        empty = false;
        lookAtProvides(entry, name);
      } else if (name.endsWith(RuleFiles.SUFFIX)) {
        fault(entry, "is read only in packages/ or libraries/", "move it into one of them");
      } else if (Files.isDirectory(entry) && Spelling.nearest(name, FOLDERS).isPresent()) {
        fault(entry, "is not read", Spelling.question(name, FOLDERS));
      }
    }
    if (empty && faults.isEmpty()) {
      fault(directory, "has neither packages/ nor libraries/", "");
    }
  }

  private void lookAtProvides(Path file, String name) {
    try {
      if (isFile(file, name)) {
        collection.lookAtProvides();
      }
    } catch (RuleFileException broken) {
      faults.addAll(broken.diagnostics());
    }
  }

  private void lookAtFolder(String folder, Path place) {
    if (!Files.isDirectory(place)) {
      fault(place, "is no directory", "");
      return;
    }
    List<Path> files = entries(place);
    if (files.size() > MOST_FILES) {
      fault(place, "holds more than " + MOST_FILES + " files", "");
      return;
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (!isLeftByAnEditor(name) && isFile(file, name)) {
        lookAtFile(folder, file, name.substring(0, name.length() - RuleFiles.SUFFIX.length()));
      }
    }
  }

  private static boolean isLeftByAnEditor(String name) {
    return name.startsWith(".") || name.endsWith("~");
  }

  /** A file that can be read at all: not endless, not a pipe. */
  private boolean isFile(Path file, String name) {
    if (!name.endsWith(RuleFiles.SUFFIX)) {
      fault(file, "is not read", "files of rules end in " + RuleFiles.SUFFIX);
      return false;
    }
    if (!Files.isRegularFile(file)) {
      fault(file, Files.isSymbolicLink(file) ? "leads to no file" : "is no regular file", "");
      return false;
    }
    try {
      if (Files.size(file) > RuleFiles.MOST_BYTES) {
        fault(file, "is larger than a megabyte", "");
        return false;
      }
    } catch (IOException unreadable) {
      fault(file, "cannot be read", "");
      return false;
    }
    if (!Files.isReadable(file)) {
      fault(file, "cannot be read", "");
      return false;
    }
    return true;
  }

  private void lookAtFile(String folder, Path file, String name) {
    try {
      if (folder.equals(RuleFiles.LIBRARIES)) {
        if (!PackageRulesReader.LIBRARY_ID.matcher(name).matches()) {
          fault(file, "is no id of a library", "ids have a-z, 0-9, `+`, `.` and `-`");
        } else {
          collection.library(name);
        }
        return;
      }
      Optional<String> normalised = normalised(name);
      if (normalised.filter(name::equals).isPresent()) {
        collection.rules(new PackageName(name));
      } else {
        fault(
            file,
            "is not named after a package",
            normalised
                .map(right -> "its normalised name is " + right + RuleFiles.SUFFIX)
                .orElse(""));
      }
    } catch (RuleFileException broken) {
      faults.addAll(broken.diagnostics());
    }
  }

  private static Optional<String> normalised(String name) {
    try {
      return Optional.of(new PackageName(name).value());
    } catch (IllegalArgumentException notAName) {
      return Optional.empty();
    }
  }

  private List<Path> entries(Path place) {
    try (Stream<Path> entries = Files.list(place)) {
      return entries.sorted().limit(MOST_FILES + 1L).toList();
    } catch (IOException | UncheckedIOException unreadable) {
      fault(place, "cannot be listed", "");
      return List.of();
    }
  }

  private void fault(Path file, String what, String hint) {
    boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    Diagnostic said =
        Diagnostic.error(RuleFileException.ID, "`" + file + "` " + (there ? what : "is not there"));
    faults.add(hint.isEmpty() ? said : said.withHint(hint));
  }
}
