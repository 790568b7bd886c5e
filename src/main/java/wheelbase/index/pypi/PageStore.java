package wheelbase.index.pypi;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import wheelbase.pep508.PackageName;

/** The pages of one index in the cache, one file per project. */
final class PageStore {
  private static final String PLAIN_ACCEPT_MARK = ".accept-html";

  private final Path directory;

  /**
   * @param indexUrl without credentials
   */
  PageStore(Path cacheDirectory, String indexUrl) {
    this.directory = cacheDirectory.resolve("pages").resolve(directoryName(indexUrl));
  }

  Optional<StoredPage> read(PackageName project) {
    return DiskFiles.read(file(project)).flatMap(StoredPage::fromBytes);
  }

  void write(PackageName project, StoredPage page) {
    DiskFiles.write(file(project), page.toBytes());
  }

  /** Whether the index once refused the usual Accept header. */
  boolean wantsPlainAccept() {
    return DiskFiles.read(directory.resolve(PLAIN_ACCEPT_MARK)).isPresent();
  }

  void rememberPlainAccept() {
    DiskFiles.write(directory.resolve(PLAIN_ACCEPT_MARK), new byte[0]);
  }

  private Path file(PackageName project) {
    return directory.resolve(project.value() + ".page");
  }

  /** The host, for people, and a digest of the whole address. */
  private static String directoryName(String indexUrl) {
    PageUrl url = PageUrl.parse(indexUrl);
    String host = url.authority() == null ? "" : url.authority().replaceAll("[^A-Za-z0-9.]", "_");
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(indexUrl.getBytes(StandardCharsets.UTF_8));
      return host + "-" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
