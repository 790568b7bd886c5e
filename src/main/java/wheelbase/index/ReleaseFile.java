package wheelbase.index;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import wheelbase.pep425.WheelFileName;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;

/**
 * One file on a project's page. What the index did not say is empty: an unknown size is not zero.
 * Some projects have thousands of files of which a resolution looks at three, so what costs
 * something to build (the address, the tags of a wheel) is built when it is first asked for.
 */
public final class ReleaseFile {
  private final PackageName project;
  private final Version version;
  private final String fileName;
  private final Supplier<Address> addressSource;
  private final Optional<SpecifierSet> requiresPython;
  private final Optional<String> yanked;
  private final OptionalLong size;
  private final Optional<Instant> uploaded;
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
        fileName,
        () -> new Address(url, hashes),
        requiresPython,
        yanked,
        size,
        uploaded,
        metadata);
    this.address = new Address(url, hashes);
    this.wheel = wheel;
  }

  /**
   * A file whose address is found out when it is asked for, and whose name is taken apart then.
   *
   * @param fileName a wheel's where it ends in {@code .whl}: then it must be a valid one
   */
  public ReleaseFile(
      PackageName project,
      Version version,
      String fileName,
      Supplier<Address> address,
      Optional<SpecifierSet> requiresPython,
      Optional<String> yanked,
      OptionalLong size,
      Optional<Instant> uploaded,
      MetadataOffer metadata) {
    this.project = Objects.requireNonNull(project);
    this.version = Objects.requireNonNull(version);
    this.fileName = Objects.requireNonNull(fileName);
    this.addressSource = Objects.requireNonNull(address);
    this.requiresPython = Objects.requireNonNull(requiresPython);
    this.yanked = Objects.requireNonNull(yanked);
    this.size = Objects.requireNonNull(size);
    this.uploaded = Objects.requireNonNull(uploaded);
    this.metadata = Objects.requireNonNull(metadata);
  }

  public PackageName project() {
    return project;
  }

  public Version version() {
    return version;
  }

  public String fileName() {
    return fileName;
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
      known = isWheel() ? Optional.of(WheelFileName.parse(fileName)) : Optional.empty();
      wheel = known;
    }
    return known;
  }

  public boolean isWheel() {
    Optional<WheelFileName> known = wheel;
    return known == null ? fileName.endsWith(".whl") : known.isPresent();
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
    return size;
  }

  public Optional<Instant> uploaded() {
    return uploaded;
  }

  /** Whether a {@code .metadata} file is announced (PEP 658). */
  public MetadataOffer metadata() {
    return metadata;
  }

  private Address address() {
    Address known = address;
    if (known == null) {
      known = addressSource.get();
      address = known;
    }
    return known;
  }

  /** Two are the same file where the name and the address are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ReleaseFile file
        && fileName.equals(file.fileName)
        && project.equals(file.project)
        && url().equals(file.url());
  }

  @Override
  public int hashCode() {
    return fileName.hashCode();
  }

  @Override
  public String toString() {
    return fileName;
  }
}
