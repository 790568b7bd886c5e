package wheelbase.index.pypi;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import wheelbase.pep508.PackageName;

/** One archive that {@code --find-links} names by itself. */
final class SingleArchive implements LinkSource {
  private final String url;

  /**
   * @param url without credentials; may have a digest in its fragment
   */
  SingleArchive(String url) {
    this.url = url;
  }

  @Override
  public String location() {
    return Redaction.ofUrl(url);
  }

  @Override
  public boolean isIndex() {
    return false;
  }

  @Override
  public CompletableFuture<Found> find(PackageName project) {
    return CompletableFuture.completedFuture(
        Found.onDisk(LinkSource.files(project, List.of(LinksDirectory.link(url))), List.of()));
  }
}
