package wheelbase.syslibs;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import wheelbase.platform.DistributionRelease;

/**
 * Something that works otherwise than expected although every package is installed.
 *
 * @param about what it concerns, for programs
 * @param on releases or families that it holds on; empty: all
 * @param what for the user, one line
 */
public record Caution(Subject about, List<String> on, String what) {
  /** What cautions concern. */
  public enum Subject {
    /** The small stacks of musl's threads. */
    THREADS,
    /** Locales other than C.UTF-8, or encodings. */
    LOCALE,
    /** {@code ctypes.util.find_library}. */
    FIND_LIBRARY,
    /** Fonts to draw text with. */
    FONTS,
    /** A driver that another package or another vendor ships. */
    DRIVER,
    /** Dictionaries, language data and the like. */
    DATA,
    /** A display or a graphics card. */
    DISPLAY,
    /** Something that the wheel carries and nobody mends any more. */
    END_OF_LIFE
  }

  private static final Caution LOOKS_BY_NAME =
      new Caution(
          Subject.FIND_LIBRARY,
          List.of("alpine"),
          "it looks for its library with ctypes.util.find_library, which on Alpine finds nothing"
              + " unless gcc or objdump is there too");

  public Caution {
    Objects.requireNonNull(about);
    Objects.requireNonNull(what);
    on = List.copyOf(on);
  }

  /** What follows from the way in which a library is found. */
  static List<Caution> of(Loader loader) {
    return loader == Loader.FIND_LIBRARY ? List.of(LOOKS_BY_NAME) : List.of();
  }

  boolean holdsOn(DistributionRelease release) {
    return on.isEmpty() || on.contains(release.id()) || on.contains(release.family());
  }

  static Caution read(RuleObject object, Releases releases) {
    object.having(Set.of("about", "on", "what"));
    return new Caution(
        object.requiredWord("about", Subject.class).orElse(Subject.DATA),
        object.parsedTexts("on", key -> RuleObject.oneOf(releases.keys(), key)),
        object.text("what"));
  }
}
