package wheelbase.syslibs;

/** What about a package touches system libraries, whichever of its releases one looks at. */
public enum PackageKind {
  /** Compiled modules, linked to nothing or to libraries of the system. */
  EXTENSION,
  /** Compiled modules whose wheels carry the libraries that they are linked to. */
  VENDORED,
  /** Opens a library of the system at run time, by ctypes, cffi or dlopen. */
  LOADS_LIBRARY,
  /** Runs a program of the system. */
  RUNS_PROGRAM,
  /** Python alone. */
  PURE
}
