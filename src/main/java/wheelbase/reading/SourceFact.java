package wheelbase.reading;

import java.util.Comparator;
import java.util.Objects;

/**
 * Something that one file of an sdist says about building it.
 *
 * @param name what is named: {@code pq} of {@code -lpq}, {@code libxml-2.0}, {@code pg_config}
 * @param certain whether every build on Linux comes by there; false where it stands under a
 *     condition, or only hints at it
 * @param text the words that say so, for showing
 */
public record SourceFact(Kind kind, String name, boolean certain, Place place, String text)
    implements Comparable<SourceFact> {
  private static final Comparator<SourceFact> ORDER =
      Comparator.comparing(SourceFact::kind)
          .thenComparing(SourceFact::name)
          .thenComparing(fact -> !fact.certain)
          .thenComparing(fact -> fact.place.file())
          .thenComparingInt(fact -> fact.place.line())
          .thenComparing(SourceFact::text);

  /** What kind of thing is named. */
  public enum Kind {
    /** What stands after {@code -l}. */
    LINK,
    /** A module of pkg-config. */
    MODULE,
    /** A package of CMake. */
    CMAKE_PACKAGE,
    /** A program that the build runs. */
    PROGRAM,
    /** A header that is included and does not lie in the sdist. */
    HEADER,
    /** A crate of Rust that is linked to a system library. */
    CRATE,
    /** A library id, as {@code [external]} names it (PEP 725). */
    EXTERNAL,
    /** A shared library that Python code opens when it runs. */
    LOADED,
    /** A library whose sources the sdist brings along. */
    BUNDLED,
    /** A compiler, by its id in the rules. */
    COMPILER,
    /** The oldest Rust that will do. */
    RUST_VERSION,
    /** A Python package that the build wants. */
    BUILD_REQUIREMENT
  }

  /**
   * @param line from 1; 0 for the file as a whole
   */
  public record Place(String file, int line) {
    @Override
    public String toString() {
      return line == 0 ? file : file + ":" + line;
    }
  }

  public SourceFact {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(name);
    Objects.requireNonNull(place);
    String plain = text.replaceAll("\\p{Cntrl}+", " ").replaceAll(" {2,}", " ").strip();
    text = plain.length() > 100 ? plain.substring(0, 99) + "…" : plain;
  }

  @Override
  public int compareTo(SourceFact other) {
    return ORDER.compare(this, other);
  }

  /** {@code setup.py:12: libraries=['pq']}. */
  @Override
  public String toString() {
    return place + ": " + text;
  }
}
