package wheelbase.platform;

/** A C library and its version: which manylinux (PEP 600) or musllinux (PEP 656) wheels run. */
public record Libc(Kind kind, int major, int minor) {
  /** The two that Linux images have. */
  public enum Kind {
    GLIBC,
    MUSL
  }

  public static Libc glibc(int major, int minor) {
    return new Libc(Kind.GLIBC, major, minor);
  }

  public static Libc musl(int major, int minor) {
    return new Libc(Kind.MUSL, major, minor);
  }

  @Override
  public String toString() {
    return (kind == Kind.GLIBC ? "glibc " : "musl ") + major + "." + minor;
  }
}
