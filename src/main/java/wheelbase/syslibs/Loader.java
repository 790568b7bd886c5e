package wheelbase.syslibs;

/** How a package finds the library that it opens at run time. */
public enum Loader {
  /** By its bare name, with {@code ctypes.util.find_library}, which musl serves badly. */
  FIND_LIBRARY,
  /** By its soname ({@code libmagic.so.1}), which the dynamic loader resolves everywhere. */
  SONAME,
  /** In files at places that the package knows. */
  PATH
}
