package wheelbase.index;

import java.util.List;
import java.util.Optional;

/**
 * What an sdist says of how it is built (PEP 517, PEP 518), as it stands there.
 *
 * @param declared where {@code requires} comes from
 * @param backend {@code build-backend}; empty where none is named
 * @param requires {@code [build-system] requires}, as written
 * @param setupRequires {@code setup_requires} of setup.cfg, and of a setup.py that writes them out,
 *     as written: setuptools asks for them besides
 * @param unseen where it asks for more that cannot be read without running it ({@code setup.py:
 *     setup_requires})
 */
public record BuildSystem(
    Declared declared,
    Optional<String> backend,
    List<String> requires,
    List<String> setupRequires,
    List<String> unseen) {
  /** Where the requirements come from. */
  public enum Declared {
    /** pyproject.toml lists them, maybe none. */
    LISTED,
    /** There is no pyproject.toml, or no {@code [build-system]} in it: setuptools builds. */
    BY_DEFAULT,
    /** There is a {@code [build-system]} without {@code requires}, which pip refuses. */
    WITHOUT_REQUIRES,
    /** The files could not be read. */
    UNREAD
  }

  /** Of an sdist that cannot be looked into. */
  public static final BuildSystem UNREAD =
      new BuildSystem(Declared.UNREAD, Optional.empty(), List.of(), List.of(), List.of());

  public BuildSystem {
    requires = List.copyOf(requires);
    setupRequires = List.copyOf(setupRequires);
    unseen = List.copyOf(unseen);
  }

  /** Whether it is known what is asked for. */
  public boolean isRead() {
    return declared != Declared.UNREAD;
  }

  /** Of a pyproject.toml that names a backend and lists what it needs. */
  public static BuildSystem of(String backend, String... requires) {
    return new BuildSystem(
        Declared.LISTED, Optional.of(backend), List.of(requires), List.of(), List.of());
  }
}
