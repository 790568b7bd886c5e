package wheelbase.syslibs;

/** The kind of file that is installed: what a package needs depends on it. */
public enum Artifact {
  WHEEL,
  SDIST
}
