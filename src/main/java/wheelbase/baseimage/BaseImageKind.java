package wheelbase.baseimage;

/** What sort of image a base is: what is in it beside Python, and what can be added. */
public enum BaseImageKind {
  /** The official image of Python without compilers, on Debian. */
  SLIM,
  /** The official image of Python on Alpine. */
  ALPINE,
  /** The official image of Python with compilers and headers, on Debian. */
  FULL,
  /** Debian's Python and nothing that could install or start anything else. */
  DISTROLESS,
  /** One that the user names; what is in it beside Python is not known here. */
  OWN;

  /** Of a variant of the official image: {@code slim-trixie}, {@code alpine3.24}. */
  static BaseImageKind ofOfficial(String variant) {
    return variant.startsWith("slim-") ? SLIM : variant.startsWith("alpine") ? ALPINE : FULL;
  }

  /** Whether commands can run in it while an image is built: there is a shell. */
  public boolean hasShell() {
    return this != DISTROLESS;
  }
}
