package wheelbase.baseimage;

import wheelbase.index.PythonSources;
import wheelbase.platform.PythonRelease;

/**
 * What a Python compiles sources to: fitted by least squares to all files of 205 wheels (93 MB of
 * sources), compiled by each Python. The sum comes within 0.3 %; a single wheel is off by a tenth,
 * one that is mostly tables (pygments) by a third.
 *
 * @param ofTests bytes for a byte of tests
 * @param ofRest bytes for a byte of anything else: docstrings stay as long as they were, comments
 *     go
 * @param perFile bytes for each file
 */
record Bytecode(double ofTests, double ofRest, int perFile) {
  static Bytecode of(PythonRelease python) {
    return switch (python.minor()) {
      case 10 -> new Bytecode(0.79, 0.75, 640);
      case 11 -> new Bytecode(1.57, 1.10, 1080);
      case 12 -> new Bytecode(1.38, 1.03, 850);
      default -> new Bytecode(1.34, 1.02, 940);
    };
  }

  long bytes(PythonSources sources) {
    return Math.round(
        ofTests * sources.ofTests()
            + ofRest * (sources.bytes() - sources.ofTests())
            + (double) perFile * sources.files());
  }
}
