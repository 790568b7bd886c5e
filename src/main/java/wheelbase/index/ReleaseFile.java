package wheelbase.index;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import wheelbase.pep425.WheelFileName;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;

/**
 * One file on a project's page. What the index did not say is empty: an unknown size is not zero.
 * Some projects have thousands of files of which a resolution looks at three, so what is seldom
 * asked for is read from the page each time, and what costs something to build (the address, the
 * tags of a wheel) is built when it is first asked for.
 */
public final class ReleaseFile {
  private final PackageName project;
  private final Version version;
  private final boolean isWheel;
  private final Details details;
  private final Optional<SpecifierSet> requiresPython;
  private final Optional<String> yanked;
  private final MetadataOffer metadata;
  private volatile Address address;
  private volatile Optional<WheelFileName> wheel;

  /**
   * What the page says of a {@code .metadata} file: an index that says nothing may have it all the
   * same.
   */
  public enum MetadataOffer {
    ANNOUNCED,
    UNSAID
  }

  /** What a page says of a file, read from it whenever it is asked for. */
  public interface Details {
    /** A wheel's where it ends in {@code .whl}: then it must be a valid one. */
    String fileName();

    Address address();

    /** Bytes. */
    OptionalLong size();

    Optional<Instant> uploaded();
  }

  private record Known(
      String fileName, Address address, OptionalLong size, Optional<Instant> uploaded)
      implements Details {
    Known {
      Objects.requireNonNull(fileName);
      Objects.requireNonNull(size);
      Objects.requireNonNull(uploaded);
    }
  }

  /**
   * Where a file lies.
   *
   * @param url absolute, resolved against the page's final URL
   * @param hashes algorithm to digest
   */
  public record Address(URI url, Map<String, String> hashes) {
    public Address {
      hashes = Map.copyOf(hashes);
    }
  }

  /**
   * @param url absolute, resolved against the page's final URL
   * @param wheel the taken-apart name of a wheel; empty for an sdist
   * @param requiresPython empty where unsaid or unreadable (pip ignores an unreadable one)
   * @param yanked the reason (maybe the empty text) of a yanked file; empty where it is not yanked
   * @param hashes algorithm to digest
   * @param size bytes
   * @param metadata whether a {@code .metadata} file is announced (PEP 658)
   */
  public ReleaseFile(
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
    this(
        project,
        version,
        wheel.isPresent(),
        new Known(fileName, new Address(url, hashes), size, uploaded),
        requiresPython,
        yanked,
        metadata);
    this.wheel = wheel;
  }

  /** A file of which the details are read when they are asked for. */
  public ReleaseFile(
      PackageName project,
      Version version,
      boolean isWheel,
      Details details,
      Optional<SpecifierSet> requiresPython,
      Optional<String> yanked,
      MetadataOffer metadata) {
    this.project = Objects.requireNonNull(project);
    this.version = Objects.requireNonNull(version);
    this.isWheel = isWheel;
    this.details = Objects.requireNonNull(details);
    this.requiresPython = Objects.requireNonNull(requiresPython);
    this.yanked = Objects.requireNonNull(yanked);
    this.metadata = Objects.requireNonNull(metadata);
  }

  public PackageName project() {
    return project;
  }

  public Version version() {
    return version;
  }

  public String fileName() {
    return details.fileName();
  }

  /** Absolute. */
  public URI url() {
    return address().url();
  }

  /** Algorithm to digest, in hexadecimal. */
  public Map<String, String> hashes() {
    return address().hashes();
  }

  /** The taken-apart name of a wheel; empty for an sdist. */
  public Optional<WheelFileName> wheel() {
    Optional<WheelFileName> known = wheel;
    if (known == null) {
      known = isWheel ? Optional.of(WheelFileName.parse(fileName())) : Optional.empty();
      wheel = known;
    }
    return known;
  }

  public boolean isWheel() {
    return isWheel;
  }

  /** Empty where unsaid or unreadable (pip ignores an unreadable one). */
  public Optional<SpecifierSet> requiresPython() {
    return requiresPython;
  }

  /** The reason (maybe the empty text) of a yanked file (PEP 592); empty where it is not yanked. */
  public Optional<String> yanked() {
    return yanked;
  }

  /** Bytes; empty where the index does not say. */
  public OptionalLong size() {
    return details.size();
  }

  public Optional<Instant> uploaded() {
    return details.uploaded();
  }

  /** Whether a {@code .metadata} file is announced (PEP 658). */
  public MetadataOffer metadata() {
    return metadata;
  }

  private Address address() {
    Address known = address;
    if (known == null) {
      known = details.address();
      address = known;
    }
    return known;
  }

  /** Two are the same file where the name and the address are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ReleaseFile file
        && project.equals(file.project)
        && version.equals(file.version)
        && fileName().equals(file.fileName())
        && url().equals(file.url());
  }

  @Override
  public int hashCode() {
    return fileName().hashCode();
  }

  @Override
  public String toString() {
    return fileName();
  }
}
