package wheelbase.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which files of an sdist say something about building it. */
public final class SourcePaths {
  private static final Pattern ASIDE =
      Pattern.compile(
          "(?i)(?:^|.*/)(?:t|tests?|testing|testsuite|docs?|examples?|samples?|demos?|benchmarks?"
              + "|perf|fuzz(?:ing|er)?s?|debian|rpm|winbuild|windows|macosx?|\\.github|ci|node_modules"
              + "|man|site|po)/.*");
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?i)(?:^|.*/)(?:vendor\\w*|_vendor\\w*|third[-_]?party|3rd[-_]?party|extern(?:als?)?|deps"
              + "|bundled|subprojects|thirdparty|embedded|submodules?|depends)/.*");

  private SourcePaths() {}

  /** How much of a member is worth reading, in bytes; 0 for one that says nothing. */
  public static int wanted(String path) {
    if (ASIDE.matcher(path).matches()) {
      return 0;
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    return switch (name) {
      case "pyproject.toml", "setup.cfg" -> path.indexOf('/') < 0 ? 1 << 20 : 0;
      case "meson.build", "CMakeLists.txt", "configure.ac", "configure.in", "Cargo.toml" -> 1 << 19;
      case "Makefile", "makefile", "GNUmakefile" -> 1 << 17;
      case "Cargo.lock" -> 1 << 21;
      default ->
          switch (extension(name)) {
            case "py" -> 1 << 19;
            case "c", "cc", "cpp", "cxx", "c++", "h", "hh", "hpp", "hxx" -> 1 << 16;
            case "pyx", "pxd", "pxi" -> 1 << 17;
            default -> 0;
          };
    };
  }

  /** Whether it lies among sources that others wrote and the sdist brings along. */
  static boolean isForeign(String path) {
    return FOREIGN.matcher(path).matches();
  }

  /** Whether it is neither that, nor for tests, documents or another system. */
  static boolean isOwn(String path) {
    return !isForeign(path) && !ASIDE.matcher(path).matches();
  }

  static boolean isCode(String path) {
    return switch (extension(path)) {
      case "c", "cc", "cpp", "cxx", "c++", "h", "hh", "hpp", "hxx", "pyx", "pxd", "pxi" -> true;
      default -> false;
    };
  }

  /** In lower case; empty where there is none. */
  static String extension(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
