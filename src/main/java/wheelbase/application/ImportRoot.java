package wheelbase.application;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The directory that the names of a project's modules start from. */
final class ImportRoot {
  private static final Pattern RELATIVE_IMPORT = Pattern.compile("^\\s*from\\s+\\.");

  private final ProjectSources sources;

  /** Whether a directory is imported by name somewhere, for those that were asked. */
  private final Map<String, Boolean> imported = new HashMap<>();

  ImportRoot(ProjectSources sources) {
    this.sources = sources;
  }

  /**
   * Climbs out of every directory that is used as a package: it has {@code __init__.py}, or some
   * file imports it by name, or the file itself imports its neighbours with a dot.
   *
   * @return relative to the project; empty for its own
   */
  String of(PythonSource source) {
    String directory = source.directory();
    boolean inPackage = source.has(RELATIVE_IMPORT);
    while (!directory.isEmpty()
        && (inPackage
            || sources.isPackage(directory)
            || imported.computeIfAbsent(directory, this::isImported))) {
      int slash = directory.lastIndexOf('/');
      directory = slash < 0 ? "" : directory.substring(0, slash);
      inPackage = false;
    }
    return directory;
  }

  private boolean isImported(String directory) {
    String name = directory.substring(directory.lastIndexOf('/') + 1);
    if (!name.matches("[A-Za-z_]\\w*")) {
      return false;
    }
    var pattern = Pattern.compile("^\\s*(?:from|import)\\s+" + name + "(?:\\.|\\s|$)");
    return sources.python().stream().anyMatch(source -> source.has(pattern));
  }
}
