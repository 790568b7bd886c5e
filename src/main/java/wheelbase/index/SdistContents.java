package wheelbase.index;

import java.util.List;
import java.util.Set;

/**
 * What building an sdist takes, judged from its files alone.
 *
 * <p>An optional extension (one whose failure to compile {@code setup.py} catches, to go on with
 * Python code) needs no compiler: pip builds such an sdist anywhere. So it does not count as
 * compiling, and is told apart in {@code optionalLanguages}.
 *
 * @param languages what a compiler is needed for; empty where nothing compiles
 * @param optionalLanguages what a compiler would be used for if there were one
 * @param evidence the files and lines that say so ({@code setup.py: ext_modules}, {@code
 *     Cargo.toml})
 * @param buildSystem what is asked for before it is built
 * @param unpackedBytes all members
 * @param sources members that end in {@code .py} and are likely to be installed
 */
public record SdistContents(
    Set<Language> languages,
    Set<Language> optionalLanguages,
    List<String> evidence,
    BuildSystem buildSystem,
    long unpackedBytes,
    PythonSources sources) {

  /** A language that needs a compiler. */
  public enum Language {
    C("C"),
    CPLUSPLUS("C++"),
    CYTHON("Cython"),
    RUST("Rust"),
    FORTRAN("Fortran"),
    GO("Go");

    private final String title;

    Language(String title) {
      this.title = title;
    }

    /** As its users write it. */
    public String title() {
      return title;
    }
  }

  public SdistContents {
    languages = Set.copyOf(languages);
    optionalLanguages = Set.copyOf(optionalLanguages);
    evidence = List.copyOf(evidence);
  }

  public SdistContents(
      Set<Language> languages,
      List<String> evidence,
      BuildSystem buildSystem,
      long unpackedBytes,
      long sourceBytes) {
    this(
        languages,
        Set.of(),
        evidence,
        buildSystem,
        unpackedBytes,
        PythonSources.usual(sourceBytes));
  }

  /** Whether pip cannot build it without a compiler. */
  public boolean compiles() {
    return !languages.isEmpty();
  }
}
