package wheelbase.syslibs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * How a fact of the rules is known.
 *
 * @param what what was seen, and where
 */
public record Evidence(Kind kind, String what) {
  /** Strongest first. */
  public enum Kind {
    /** It was built, or installed and imported, with and without. */
    BUILD_TEST,
    /** The dynamic section of the file itself was read. */
    ELF,
    /** The package index or the distribution's index says so. */
    INDEX,
    /** The build files in the sdist were read. */
    SOURCE,
    /** The project's own documentation says so. */
    DOCUMENTED,
    /** Somebody met it and said so in public. */
    REPORTED,
    /** A standard or its usual tool makes it so. */
    POLICY,
    /** Another collection of such facts says so, of its own build of the package. */
    INHERITED,
    /** Unchecked. */
    GUESS;

    /** {@code build-test}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Evidence {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(what);
  }

  /** The evidence that an object of a rules file gives; it has to give some. */
  static List<Evidence> read(RuleObject object) {
    List<Evidence> evidence = new ArrayList<>();
    for (RuleObject entry : object.objects("evidence")) {
      entry.having(Set.of("kind", "what"));
      String what = entry.text("what");
      entry
          .requiredWord("kind", Kind.class)
          .ifPresent(kind -> evidence.add(new Evidence(kind, what)));
    }
    if (!object.has("evidence") || object.node().get("evidence").isEmpty()) {
      object.fault("evidence", "is missing");
    }
    return evidence;
  }

  @Override
  public String toString() {
    return kind.word() + ": " + what;
  }
}
