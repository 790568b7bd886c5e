package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.diagnostic.Diagnostic;

/**
 * The files of the project that pip reads, sorted into those that a build can see and those that it
 * cannot: only what lies in the project's directory is sent to the builder.
 *
 * @param requirements the requirements files to copy, by the directory they keep
 * @param local files and directories that requirements name, sorted
 */
record ContextPaths(
    Map<String, List<String>> requirements, List<String> local, List<Diagnostic> diagnostics) {

  static ContextPaths of(BuildRequest request) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    Map<String, List<String>> byDirectory = new TreeMap<>();
    for (String file : visible(request.copiedFiles(), diagnostics)) {
      String directory = file.substring(0, file.lastIndexOf('/') + 1);
      byDirectory.computeIfAbsent("./" + directory, any -> new ArrayList<>()).add(file);
    }
    return new ContextPaths(
        new LinkedHashMap<>(byDirectory), visible(request.localPaths(), diagnostics), diagnostics);
  }

  /** Whether a requirement names the project itself, so that pip needs all of it. */
  boolean needsProject() {
    return local.contains(".");
  }

  private static List<String> visible(Collection<String> paths, List<Diagnostic> diagnostics) {
    List<String> visible = new ArrayList<>();
    for (String path : new TreeSet<>(paths.stream().map(ContextPaths::clean).toList())) {
      if (path.startsWith("/") || List.of(path.split("/")).contains("..")) {
        diagnostics.add(
            Diagnostic.error(
                    "outside-build-context",
                    "the requirements need " + path + ", which no build of this directory can see")
                .withHint("move it into the project, or run wheelbase in the directory above"));
      } else if (Quoting.hasControls(path)) {
        diagnostics.add(
            Diagnostic.error(
                    "unprintable-file-name",
                    "a file name with control characters cannot stand in a Dockerfile: "
                        + Quoting.withoutControls(path))
                .withHint("rename the file"));
      } else {
        visible.add(path);
      }
    }
    return visible;
  }

  private static String clean(String path) {
    String clean = path.replaceFirst("^(\\./+)+", "");
    return clean.isEmpty() ? "." : clean;
  }
}
