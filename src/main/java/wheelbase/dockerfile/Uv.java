package wheelbase.dockerfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How uv comes into the build stage: one file of its own image, in no layer of what is shipped. */
final class Uv {
  /** The one that was tried: it reads the locks of older ones. */
  static final String VERSION = "0.13.9";

  /** Holds the program alone, for both architectures; uv's guide for Docker names it. */
  static final String IMAGE = "ghcr.io/astral-sh/uv:" + VERSION;

  static final String CACHE = "/root/.cache/uv";

  private Uv() {}

  /**
   * @param further variables beside those that every use of uv wants
   */
  static List<Step> steps(Map<String, String> further) {
    Map<String, String> variables = new TreeMap<>(further);
    variables.put("UV_COMPILE_BYTECODE", "1");
    variables.put("UV_LINK_MODE", "copy");
    variables.put("UV_PYTHON_DOWNLOADS", "never");
    return List.of(
        Step.of(
            new Instruction.Copy(Optional.of(IMAGE), List.of("/uv"), "/usr/local/bin/"),
            "One program without dependencies; it stays in this stage"),
        Step.of(
            Instruction.Environment.of(variables),
            "uv compiles bytecode as pip does, copies out of its cache, and takes this Python"));
  }
}
