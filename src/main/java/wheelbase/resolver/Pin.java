package wheelbase.resolver;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wheelbase.index.CoreMetadata;
import wheelbase.index.ReleaseFile;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;

/**
 * A package in a resolution.
 *
 * @param version empty for a package outside the index (VCS, URL, path)
 * @param file what pip would take; empty for a package outside the index
 * @param extras those asked for, normalised
 * @param metadata of {@code file}; empty for a package outside the index
 * @param dependencies the packages that it brings in on this target, markers and extras applied
 */
public record Pin(
    PackageName name,
    Optional<Version> version,
    Optional<ReleaseFile> file,
    Set<String> extras,
    Optional<CoreMetadata> metadata,
    List<PackageName> dependencies) {
  public Pin {
    extras = Set.copyOf(extras);
    dependencies = List.copyOf(dependencies);
  }

  /** Whether pip takes a wheel; not so for an sdist, nor for a package outside the index. */
  public boolean isWheel() {
    return file.map(ReleaseFile::isWheel).orElse(false);
  }

  /** Whether pip takes an sdist; not so for a package outside the index. */
  public boolean isSdist() {
    return file.isPresent() && !isWheel();
  }
}
