package wheelbase.index.pypi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import wheelbase.index.ReleaseFile;
import wheelbase.pep508.PackageName;

/** A place where pip looks for files: an index, or what {@code --find-links} names. */
interface LinkSource {
  /**
   * What a place has of a project.
   *
   * @param known whether the place knows the name
   * @param archives files that the place is, or that lie in it
   * @param linked files that pages link to, in page order
   * @param fromCache nobody was asked
   * @param staleFor present where an old copy was taken because nobody may be asked: its age
   */
  record Found(
      boolean known,
      List<ReleaseFile> archives,
      List<ReleaseFile> linked,
      boolean fromCache,
      Optional<Duration> staleFor) {
    public Found {
      archives = List.copyOf(archives);
      linked = List.copyOf(linked);
    }

    boolean hasFiles() {
      return !archives.isEmpty() || !linked.isEmpty();
    }

    /** Of a place on this machine. */
    static Found onDisk(List<ReleaseFile> archives, List<ReleaseFile> linked) {
      return new Found(
          !archives.isEmpty() || !linked.isEmpty(), archives, linked, true, Optional.empty());
    }
  }

  CompletableFuture<Found> find(PackageName project);

  /** Where it is, without credentials. */
  String location();

  /** Whether it is an index; else it is what {@code --find-links} names. */
  boolean isIndex();

  /**
   * The link as a file of the project, where its name is that of one.
   *
   * @param link such as a directory or a page has it
   */
  static List<ReleaseFile> files(PackageName project, List<PageLink> links) {
    return PackedFiles.unpack(project, PackedFiles.pack(project, links));
  }
}
