package wheelbase.syslibs;

/**
 * The kind of file that is installed: what a package needs depends on it. An sdist in which nothing
 * compiles is asked for as a {@link #WHEEL}: that is what pip makes of it, without a compiler.
 */
public enum Artifact {
  WHEEL,
  SDIST
}
