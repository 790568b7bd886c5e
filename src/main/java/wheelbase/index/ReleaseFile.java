package wheelbase.index;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import wheelbase.pep425.WheelFileName;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;

/**
 * One file on a project's page. What the index did not say is empty: an unknown size is not zero.
 *
 * @param url absolute, resolved against the page's final URL
 * @param wheel the taken-apart name of a wheel; empty for an sdist
 * @param requiresPython empty where unsaid or unreadable (pip ignores an unreadable one)
 * @param yanked the reason (maybe the empty text) of a yanked file; empty where it is not yanked
 * @param hashes algorithm to digest
 * @param size bytes
 * @param metadata whether a {@code .metadata} file is announced (PEP 658)
 */
public record ReleaseFile(
    PackageName project,
    Version version,
    String fileName,
    URI url,
    Optional<WheelFileName> wheel,
    Optional<SpecifierSet> requiresPython,
    Optional<String> yanked,
    Map<String, String> hashes,
    OptionalLong size,
    Optional<Instant> uploaded,
    MetadataOffer metadata) {

  /**
   * What the page says of a {@code .metadata} file: an index that says nothing may have it all the
   * same.
   */
  public enum MetadataOffer {
    ANNOUNCED,
    UNSAID
  }

  public ReleaseFile {
    hashes = Map.copyOf(hashes);
  }

  public boolean isWheel() {
    return wheel.isPresent();
  }
}
