package wheelbase.reading;

import java.util.regex.Pattern;

/** Whether a build on Linux comes by a place of a build script. */
enum Reach {
  ALWAYS,
  /** Under a condition of which nothing is known. */
  PERHAPS,
  NEVER;

  private static final String OTHER_SYSTEM =
      "win|win32|win64|windows|nt|msvc\\w*|cl|mingw\\w*|cygwin|mac|macos|macosx|mac_os_x|osx|darwin"
          + "|apple|ios|vcpkg|conda|conda_prefix|homebrew|brew|macports|aix|\\w*bsd|sunos\\d?|solaris"
          + "|hp-?ux|irix\\d?|os2|android|emscripten|wasm\\w*|pyodide|haiku|zos|pypy\\w*|graalpy";
  private static final Pattern OTHER = words(OTHER_SYSTEM);
  private static final Pattern LINUX = words("linux\\d?|posix|unix|gnu|manylinux");
  private static final Pattern NEGATION = Pattern.compile("!=|\\bnot\\b|\\bNOT\\b");

  /** Words stand apart by whatever is no letter: {@code sys_platform_win32}, {@code IS_WIN}. */
  private static Pattern words(String alternatives) {
    return Pattern.compile(
        "(?:^|[^a-z0-9])(?:" + alternatives + ")(?:$|[^a-z0-9])", Pattern.CASE_INSENSITIVE);
  }

  /** Of the branch that such a condition guards, in the words of Python, Meson or CMake. */
  static Reach of(String condition) {
    Reach any = NEVER;
    for (String alternative : condition.split("(?i)\\bor\\b|\\|\\|")) {
      Reach all = ALWAYS;
      for (String part : alternative.split("(?i)\\band\\b|&&")) {
        all = all.and(ofPart(part));
      }
      any = all.compareTo(any) < 0 ? all : any;
    }
    return any;
  }

  private static Reach ofPart(String condition) {
    boolean negated = NEGATION.matcher(condition).find();
    boolean other = OTHER.matcher(condition).find();
    boolean linux = LINUX.matcher(condition).find();
    if (linux) {
      return negated && !other ? NEVER : ALWAYS;
    }
    if (other) {
      return negated ? ALWAYS : NEVER;
    }
    return PERHAPS;
  }

  /** Of a branch that comes after one of this reach has been tried: {@code else}. */
  Reach otherwise() {
    return switch (this) {
      case ALWAYS -> NEVER;
      case PERHAPS -> PERHAPS;
      case NEVER -> ALWAYS;
    };
  }

  /** Of a place that needs both. */
  Reach and(Reach inner) {
    return compareTo(inner) >= 0 ? this : inner;
  }
}
