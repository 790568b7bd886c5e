package wheelbase.index;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep508.Requirement;

/**
 * The core metadata of one file, as far as the resolver needs it.
 *
 * @param requires the Requires-Dist lines that could be read
 * @param providesExtras normalised
 * @param provenance where the dependencies come from
 */
public record CoreMetadata(
    List<Requirement> requires,
    Set<String> providesExtras,
    Optional<SpecifierSet> requiresPython,
    Provenance provenance) {

  /**
   * Where dependencies were read, best first; {@code UNKNOWN} means that only running the build
   * would tell.
   */
  public enum Provenance {
    METADATA_FILE,
    WHEEL,
    PKG_INFO,
    EGG_INFO,
    PYPROJECT,
    SETUP_CFG,
    SETUP_PY,
    UNKNOWN
  }

  public CoreMetadata {
    requires = List.copyOf(requires);
    providesExtras = Set.copyOf(providesExtras);
  }
}
