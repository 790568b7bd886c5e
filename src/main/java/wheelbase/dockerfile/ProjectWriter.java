package wheelbase.dockerfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wheelbase.diagnostic.Diagnostic;

/** Writes generated files into a project, never over something else without consent. */
public final class ProjectWriter {
  private final Path directory;

  /**
   * @param directory the project's, which exists
   */
  public ProjectWriter(Path directory) {
    this.directory = directory;
  }

  /**
   * What {@link #write} would change.
   *
   * @throws IOException if what is there cannot be read
   */
  public List<FileChange> compare(List<GeneratedFile> files) throws IOException {
    List<FileChange> changes = new ArrayList<>();
    for (GeneratedFile file : files) {
      Path target = target(file);
      changes.add(
          Files.exists(target, LinkOption.NOFOLLOW_LINKS)
              ? FileChange.between(Files.readAllBytes(target), file)
              : FileChange.create(file));
    }
    return changes;
  }

  /**
   * As {@link #write(List, boolean)} for the files of a plan: a {@code .dockerignore} that stays
   * must let through what the Dockerfile copies, else nothing is written.
   *
   * @param files the plan's, and what else belongs beside them
   * @param force as for {@link #write(List, boolean)}
   */
  public WriteOutcome write(DockerfilePlan plan, List<GeneratedFile> files, boolean force) {
    try {
      Path ignore = directory.resolve(DockerIgnore.FILE_NAME);
      boolean replaced =
          force && files.stream().anyMatch(file -> file.name().equals(DockerIgnore.FILE_NAME));
      if (!replaced && Files.exists(ignore)) {
        List<Diagnostic> excluded =
            DockerIgnore.parse(new String(Files.readAllBytes(ignore), StandardCharsets.UTF_8))
                .check(plan.copiedPaths());
        if (!excluded.isEmpty()) {
          return new WriteOutcome(compare(files), List.of(), List.of(), excluded);
        }
      }
    } catch (IOException e) {
      return new WriteOutcome(List.of(), List.of(), List.of(), List.of(failure(e)));
    }
    return write(files, force);
  }

  /**
   * Writes all files that are new or different, or none of them.
   *
   * @param force whether a different file that is there is replaced; a copy of it is kept beside it
   * @return what was done; refusals and failures are among its diagnostics
   */
  public WriteOutcome write(List<GeneratedFile> files, boolean force) {
    List<FileChange> changes = List.of();
    try {
      changes = compare(files);
      List<Diagnostic> diagnostics = new ArrayList<>();
      List<FileChange> wanted = new ArrayList<>();
      for (FileChange change : changes) {
        boolean asked = force || change.file().existing() == GeneratedFile.Existing.IS_REPLACED;
        if (change.kind() == FileChange.Kind.NEW
            || change.kind() == FileChange.Kind.DIFFERENT && asked) {
          wanted.add(change);
        } else if (change.kind() == FileChange.Kind.DIFFERENT) {
          diagnostics.add(kept(change.file()));
        }
      }
      WriteOutcome refusal = new WriteOutcome(changes, List.of(), List.of(), diagnostics);
      return refusal.refused() ? refusal : replace(changes, wanted, diagnostics);
    } catch (IOException e) {
      return new WriteOutcome(changes, List.of(), List.of(), List.of(failure(e)));
    }
  }

  private static Diagnostic kept(GeneratedFile file) {
    String name = file.name();
    return file.existing() == GeneratedFile.Existing.MAY_STAY
        ? Diagnostic.note("existing-file-kept", "the " + name + " that is there stays as it is")
            .withHint("--force replaces it, and keeps it as " + name + ".bak")
        : Diagnostic.error(
                "would-overwrite", "a different " + name + " is there, so nothing was written")
            .withHint("--force replaces it, and keeps it as " + name + ".bak");
  }

  private WriteOutcome replace(
      List<FileChange> changes, List<FileChange> wanted, List<Diagnostic> diagnostics)
      throws IOException {
    List<Replacement> replacements = new ArrayList<>();
    try {
      for (FileChange change : wanted) {
        Path target = target(change.file());
        if (Files.isDirectory(directory)) {
          Files.createDirectories(target.getParent());
        }
        replacements.add(Replacement.prepare(target, change));
      }
      for (Replacement replacement : replacements) {
        replacement.commit();
      }
    } catch (IOException e) {
      for (Replacement replacement : replacements) {
        replacement.undo();
      }
      throw e;
    }
    return new WriteOutcome(
        changes,
        wanted.stream().map(change -> change.file().name()).toList(),
        replacements.stream()
            .flatMap(replacement -> replacement.backup().stream())
            .map(backup -> backup.getFileName().toString())
            .toList(),
        diagnostics);
  }

  /** A link is followed: what it points to is what the user means to have written. */
  private Path target(GeneratedFile file) throws IOException {
    Path path = directory.resolve(file.name());
    return Files.isSymbolicLink(path) ? path.toRealPath() : path;
  }

  private Diagnostic failure(IOException e) {
    String reason = e.getMessage();
    if (e instanceof AccessDeniedException) {
      reason = "permission denied";
    } else if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) {
      reason = "there is no such directory";
    } else if (e instanceof FileSystemException failed && failed.getReason() != null) {
      reason = failed.getReason();
    }
    String place = e instanceof FileSystemException failed ? failed.getFile() : "";
    return Diagnostic.error(
            "cannot-write",
            "nothing was written: "
                + reason
                + (place == null || place.isEmpty() ? "" : ": " + place))
        .withHint("generate into another directory, or make " + directory + " writable");
  }
}
