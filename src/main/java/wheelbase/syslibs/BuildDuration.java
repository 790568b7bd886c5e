package wheelbase.syslibs;

import java.util.Set;

/**
 * How long a source build takes, roughly.
 *
 * @param seconds measured, or the middle of its class
 * @param measured whether it was timed; else it is put in a class by what it compiles
 */
public record BuildDuration(int seconds, boolean measured) {
  /** Orders of magnitude, where nobody has timed it. */
  enum Magnitude {
    /** A module or two of C. */
    SECONDS(20),
    /** Some hundred files, or a tree of Rust crates. */
    MINUTES(180),
    /** What is left running over lunch. */
    TENS_OF_MINUTES(1200);

    private final int seconds;

    Magnitude(int seconds) {
      this.seconds = seconds;
    }
  }

  public BuildDuration {
    if (seconds < 1) {
      throw new IllegalArgumentException("no build takes " + seconds + " s");
    }
  }

  static BuildDuration read(RuleObject object) {
    object.having(Set.of("seconds", "class", "evidence"));
    if (object.has("seconds") == object.has("class")) {
      object.fault("seconds", "either `seconds`, measured, or a `class` is given");
    } else if (object.has("class")) {
      return object
          .word("class", Magnitude.class)
          .map(magnitude -> new BuildDuration(magnitude.seconds, false))
          .orElse(new BuildDuration(1, false));
    }
    if (object.has("seconds")) {
      Evidence.read(object);
    }
    return new BuildDuration(object.seconds("seconds").orElse(1), true);
  }
}
