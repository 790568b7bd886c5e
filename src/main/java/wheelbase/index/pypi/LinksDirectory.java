package wheelbase.index.pypi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import wheelbase.index.IndexException;
import wheelbase.index.ReleaseFile;
import wheelbase.pep508.PackageName;

/**
 * A directory of archives ({@code --find-links}), and of pages that link to archives. Read once a
 * run; what lies deeper in it does not count.
 */
final class LinksDirectory implements LinkSource {
  private final Path directory;
  private final IndexOptions options;
  private final Fetcher fetcher;
  private final Executor work;
  private Optional<List<Path>> entries = Optional.empty();

  LinksDirectory(Path directory, IndexOptions options, Fetcher fetcher, Executor work) {
    this.directory = directory;
    this.options = options;
    this.fetcher = fetcher;
    this.work = work;
  }

  @Override
  public String location() {
    return directory.toString();
  }

  @Override
  public boolean isIndex() {
    return false;
  }

  @Override
  public CompletableFuture<Found> find(PackageName project) {
    return CompletableFuture.supplyAsync(this::entries, work)
        .thenCompose(
            paths -> {
              List<PageLink> archives = new ArrayList<>();
              CompletableFuture<List<ReleaseFile>> linked =
                  CompletableFuture.completedFuture(List.of());
              for (Path path : paths) {
                if (LocalFetcher.isHtml(path.toString())) {
                  linked = linked.thenCombine(page(path, project), LinksDirectory::joined);
                } else if (isArchiveOf(project, path.getFileName().toString())) {
                  archives.add(link(LocalFetcher.url(path)));
                }
              }
              return linked.thenApply(
                  files -> Found.onDisk(LinkSource.files(project, archives), files));
            });
  }

  private CompletableFuture<List<ReleaseFile>> page(Path path, PackageName project) {
    return new LinksPage(LocalFetcher.url(path), options, fetcher, Clock.systemUTC(), work)
        .find(project)
        .thenApply(Found::linked);
  }

  private static List<ReleaseFile> joined(List<ReleaseFile> first, List<ReleaseFile> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /**
   * Whether pip takes a file in a directory for one of the project's: other than on a page, the
   * name of an sdist ends where its last hyphen is, and it is a {@code .tar.gz} or {@code .zip}.
   */
  static boolean isArchiveOf(PackageName project, String fileName) {
    if (!fileName.endsWith(".whl") && !fileName.endsWith(".tar.gz") && !fileName.endsWith(".zip")) {
      return false;
    }
    if (PackedFiles.version(project, fileName).isEmpty()) {
      return false;
    }
    int hyphen = fileName.lastIndexOf('-');
    return fileName.endsWith(".whl")
        || new PackageName(fileName.substring(0, hyphen)).equals(project);
  }

  static PageLink link(String url) {
    return PageLink.of(
        PageUrl.parse(url),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  private synchronized List<Path> entries() {
    if (entries.isEmpty()) {
      try (Stream<Path> listed = Files.list(directory)) {
        entries = Optional.of(listed.filter(Files::isRegularFile).sorted().toList());
      } catch (IOException unreadable) {
        throw new IndexException("`" + directory + "` cannot be read: " + unreadable.getMessage());
      }
    }
    return entries.get();
  }
}
