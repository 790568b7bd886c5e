package wheelbase.verify;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import wheelbase.dockerfile.DockerIgnore;
import wheelbase.dockerfile.GeneratedFile;

/**
 * A copy of a project with the files that would be generated for it, so that an image can be built
 * without a file being written into the project. Gone when it is closed.
 *
 * @param directory the copy
 */
public record BuildContext(Path directory) implements Closeable {
  /**
   * Copies what {@code .dockerignore} lets through: the project's own where it has one and it would
   * stay, else the generated one.
   *
   * @param files the generated ones
   */
  public static BuildContext copy(Path project, List<GeneratedFile> files) throws IOException {
    BuildContext context = new BuildContext(Files.createTempDirectory("wheelbase-verify"));
    try {
      context.fill(project, files);
      return context;
    } catch (IOException | RuntimeException e) {
      context.close();
      throw e;
    }
  }

  private void fill(Path project, List<GeneratedFile> files) throws IOException {
    Path own = project.resolve(DockerIgnore.FILE_NAME);
    String ignored =
        Files.isRegularFile(own)
            ? Files.readString(own)
            : files.stream()
                .filter(file -> file.name().equals(DockerIgnore.FILE_NAME))
                .findFirst()
                .map(GeneratedFile::text)
                .orElse("");
    copyTree(project, DockerIgnore.parse(ignored));
    for (GeneratedFile file : files) {
      Path target = directory.resolve(file.name());
      boolean stays =
          file.existing() == GeneratedFile.Existing.MAY_STAY
              && Files.exists(project.resolve(file.name()));
      Files.createDirectories(target.getParent());
      Files.writeString(
          target,
          stays ? Files.readString(project.resolve(file.name())) : file.text(),
          StandardCharsets.UTF_8);
    }
  }

  private void copyTree(Path project, DockerIgnore ignore) throws IOException {
    Files.walkFileTree(
        project,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes)
              throws IOException {
            // Its exceptions may lie below a directory that is left out; these never do.
            String name = String.valueOf(from.getFileName());
            if (List.of(".git", ".venv", "venv", "node_modules", "__pycache__").contains(name)
                && ignore.excludes(relative(project, from))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(directory.resolve(relative(project, from)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path from, BasicFileAttributes attributes)
              throws IOException {
            String path = relative(project, from);
            if (!ignore.excludes(path)
                && (attributes.isRegularFile() || attributes.isSymbolicLink())) {
              Files.copy(
                  from,
                  directory.resolve(path),
                  LinkOption.NOFOLLOW_LINKS,
                  StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static String relative(Path project, Path path) {
    return project.relativize(path).toString().replace(File.separatorChar, '/');
  }

  /** Twice is no harm: an interrupted program closes it from two threads. */
  @Override
  public synchronized void close() throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
