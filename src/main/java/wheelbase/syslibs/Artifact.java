package wheelbase.syslibs;

/** The kind of file that is installed: what a package needs depends on it. */
public enum Artifact {
  WHEEL,
  /** An sdist in which something compiles, or of which that is not known. */
  SDIST,
  /** An sdist in which nothing compiles: pip makes a wheel of it, without a compiler. */
  PURE_SDIST
}
