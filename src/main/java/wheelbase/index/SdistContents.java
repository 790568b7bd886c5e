package wheelbase.index;

import java.util.List;
import java.util.Set;

/**
 * What building an sdist takes, judged from its files alone.
 *
 * @param languages what a compiler is needed for; empty where nothing compiles
 * @param evidence the files and lines that say so ({@code setup.py: ext_modules}, {@code
 *     Cargo.toml})
 * @param buildRequires the names in {@code [build-system] requires}, as written
 * @param unpackedBytes all members
 * @param sourceBytes members that end in {@code .py}
 */
public record SdistContents(
    Set<Language> languages,
    List<String> evidence,
    List<String> buildRequires,
    long unpackedBytes,
    long sourceBytes) {

  /** A language that needs a compiler. */
  public enum Language {
    C,
    CPLUSPLUS,
    CYTHON,
    RUST,
    FORTRAN,
    GO
  }

  public SdistContents {
    languages = Set.copyOf(languages);
    evidence = List.copyOf(evidence);
    buildRequires = List.copyOf(buildRequires);
  }

  public boolean compiles() {
    return !languages.isEmpty();
  }
}
