package wheelbase.index;

/** What an index is asked for. */
public enum IndexQuestion {
  /** The files of a project. */
  PAGE,
  /** What a release says of itself. */
  METADATA,
  /** What lies in a wheel. */
  WHEEL_CONTENTS,
  /** What lies in an sdist. */
  SDIST_CONTENTS,
  /** What the machine code in a wheel is linked to. */
  SHARED_OBJECTS,
  /** What the build files and sources of an sdist say. */
  SDIST_STUDY
}
