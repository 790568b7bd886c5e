package wheelbase.index;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file in a wheel that looks like machine code, by its path.
 *
 * @param path in the wheel
 */
public record NativeFile(String path, Kind kind) {
  /** How such a file comes to be loaded. */
  public enum Kind {
    /** {@code import} finds it: its name ends as an extension module's does. */
    EXTENSION,
    /** In {@code NAME.libs}, where auditwheel puts what it brings along. */
    VENDORED,
    /** Another shared library: linked to, or opened by name. */
    LIBRARY,
    /** Is run, and not loaded. */
    PROGRAM
  }

  private static final Pattern SHARED_OBJECT = Pattern.compile(".*\\.so(?:\\.[0-9][0-9A-Za-z.]*)?");

  /** {@code .cpython-313-x86_64-linux-gnu.so}, {@code .abi3.so}, {@code .pypy311-pp73-...so}. */
  private static final Pattern TAGGED =
      Pattern.compile(".*\\.(?:cpython-\\d+[a-z]*(?:-[^./]+)?|abi3t?|pypy[^./]*)\\.so");

  /** {@code _imaging.so}; {@code libfoo.so} is a library, whatever Python would make of it. */
  private static final Pattern UNTAGGED = Pattern.compile("(?:.*/)?(?!lib)[A-Za-z_]\\w*\\.so");

  private static final Pattern PROGRAM = Pattern.compile("[^/]+\\.data/scripts/[^/.]+");

  /** What the file at a path of a wheel is; empty where it does not look like machine code. */
  public static Optional<NativeFile> of(String path) {
    if (PROGRAM.matcher(path).matches()) {
      return Optional.of(new NativeFile(path, Kind.PROGRAM));
    }
    if (!SHARED_OBJECT.matcher(path).matches()) {
      return Optional.empty();
    }
    String top = path.substring(0, Math.max(0, path.indexOf('/')));
    if (top.endsWith(".libs")) {
      return Optional.of(new NativeFile(path, Kind.VENDORED));
    }
    boolean module = TAGGED.matcher(path).matches() || UNTAGGED.matcher(path).matches();
    return Optional.of(new NativeFile(path, module ? Kind.EXTENSION : Kind.LIBRARY));
  }

  /**
   * Those that work begins with: the extension modules; in a wheel without any, the libraries that
   * it must be there for, except what lies among plugins. Programs begin by themselves.
   */
  public static List<String> roots(List<NativeFile> files) {
    boolean extended = files.stream().anyMatch(file -> file.kind() == Kind.EXTENSION);
    return files.stream()
        .filter(
            file ->
                switch (file.kind()) {
                  case EXTENSION, PROGRAM -> true;
                  case LIBRARY -> !extended && !file.path().contains("/plugins/");
                  case VENDORED -> false;
                })
        .map(NativeFile::path)
        .sorted()
        .toList();
  }
}
