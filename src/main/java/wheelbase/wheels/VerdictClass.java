package wheelbase.wheels;

/** What installing a pinned package on a target comes to, from the best to the worst. */
public enum VerdictClass {
  /** A wheel fits and carries all it needs. */
  WHEEL("wheel"),
  /**
   * A wheel fits, or nothing compiles, but at run time the image must provide a library or a
   * program.
   */
  WHEEL_NEEDS_LIBRARIES("wheel-needs-libraries"),
  /** Only an sdist fits, and nothing in it compiles, or what would is left out. */
  PURE_SDIST("pure-sdist"),
  /** Only an sdist fits, and it compiles. */
  SOURCE_BUILD("source-build"),
  /** It cannot be told: a native source build without a rule, or a package outside the index. */
  UNKNOWN("unknown"),
  /** Nothing fits, no sdist either, or the package cannot work on the distribution. */
  UNUSABLE("unusable");

  private final String id;

  VerdictClass(String id) {
    this.id = id;
  }

  /** As the JSON contract spells it. */
  public String id() {
    return id;
  }

  /** Whether installing needs a compiler, or may. */
  public boolean compiles() {
    return this == SOURCE_BUILD || this == UNKNOWN;
  }
}
