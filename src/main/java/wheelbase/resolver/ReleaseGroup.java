package wheelbase.resolver;

import java.util.List;
import java.util.Set;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;

/**
 * Releases of one package that share a fate.
 *
 * @param extras which of its extras are meant, normalised
 * @param versions newest first; empty for a package outside the index
 * @param words how a person would name them ({@code b>=1.0,<6 (12 releases)}, {@code all 3 releases
 *     of b}); every version and no other
 */
public record ReleaseGroup(
    PackageName name, Set<String> extras, List<Version> versions, String words) {
  public ReleaseGroup {
    extras = Set.copyOf(extras);
    versions = List.copyOf(versions);
  }

  public boolean isOne() {
    return versions.size() < 2;
  }
}
