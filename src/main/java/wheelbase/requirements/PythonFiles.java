package wheelbase.requirements;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small files that name a project's Python, the most definite first. */
public final class PythonFiles {

  /**
   * A file and how a line of it names a version.
   *
   * @param pattern finds the version as group 1
   */
  private record Kind(String file, Pattern pattern) {
    Kind(String file, String pattern) {
      this(file, Pattern.compile(pattern));
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind(".python-version", "^\\s*(?:c?python[-@]?)?(3\\.\\d+(?:\\.\\d+)?)\\s*(?:#.*)?$"),
          new Kind("runtime.txt", "^\\s*python-(3\\.\\d+(?:\\.\\d+)?)\\s*$"),
          new Kind(".tool-versions", "^\\s*python\\s+(3\\.\\d+(?:\\.\\d+)?)\\b"),
          new Kind(
              "Pipfile", "^\\s*python_(?:full_)?version\\s*=\\s*[\"'](3\\.\\d+(?:\\.\\d+)?)[\"']"),
          new Kind(
              "Dockerfile",
              "(?i)^\\s*FROM\\s+(?:--\\S+\\s+)*(?:\\S+/)?python:(3\\.\\d+(?:\\.\\d+)?)(?=[\\s@-]|$)"));

  private final FileReader files;

  public PythonFiles(FileReader files) {
    this.files = files;
  }

  /** What each of the files says; of several versions in one file the first. */
  public List<PythonDeclaration> find(Path directory) {
    var found = new ArrayList<PythonDeclaration>();
    for (Kind kind : KINDS) {
      source(directory, kind.file()).flatMap(file -> first(file, kind)).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private static Optional<PythonDeclaration> first(SourceFile file, Kind kind) {
    for (int number = 1; number <= file.lines().size(); number++) {
      Matcher matcher = kind.pattern().matcher(file.lines().get(number - 1));
      if (matcher.find()) {
        String version = matcher.group(1);
        return PythonDeclaration.ofVersion(
            version, file.span(number, matcher.start(1) + 1, version.length()));
      }
    }
    return Optional.empty();
  }

  private Optional<SourceFile> source(Path directory, String name) {
    try {
      return files
          .read(directory.resolve(name))
          .map(bytes -> SourceFile.of(name, new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
