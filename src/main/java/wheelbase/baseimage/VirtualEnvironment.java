package wheelbase.baseimage;

import wheelbase.platform.PythonRelease;

/** Whether the virtual environment has its own pip. */
public enum VirtualEnvironment {
  WITHOUT_PIP,
  WITH_PIP;

  /** How much smaller it is compressed. */
  static final int COMPRESSED = 3;

  /** Bytes on disk, measured; until 3.11 setuptools comes along with pip. */
  long onDisk(PythonRelease python) {
    if (this == WITHOUT_PIP) {
      return 40_000;
    }
    return python.minor() <= 11 ? 23_000_000 : 11_400_000;
  }

  /** Compressed bytes: pip and its bytecode shrink to about a third. */
  long toPull(PythonRelease python) {
    return onDisk(python) / COMPRESSED;
  }
}
