package wheelbase.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import wheelbase.pep508.PackageName;

/** Finds the files that are applications as they stand: they serve themselves when they are run. */
final class ServingFiles {
  /** By what a file of each framework that imports it can be told from its helpers. */
  private static final Map<Framework, Pattern> MARKS =
      Map.of(
          Framework.AIOHTTP, Pattern.compile("\\brun_app\\s*\\("),
          Framework.TORNADO, Pattern.compile("\\.(?:listen|bind|add_sockets)\\s*\\("),
          Framework.GRADIO, Pattern.compile("\\.launch\\s*\\("),
          Framework.STREAMLIT, Pattern.compile("\\bset_page_config\\s*\\("));

  private static final Set<String> USUAL_NAMES =
      Set.of("streamlit_app.py", "app.py", "main.py", "home.py", "run.py", "server.py");

  private final ProjectSources sources;
  private final Set<PackageName> installed;

  ServingFiles(ProjectSources sources, Set<PackageName> installed) {
    this.sources = sources;
    this.installed = Set.copyOf(installed);
  }

  List<Candidate> find() {
    var found = new ArrayList<Candidate>();
    MARKS.keySet().stream()
        .sorted()
        .filter(framework -> framework.isAmong(installed))
        .forEach(framework -> found.addAll(of(framework)));
    return List.copyOf(found);
  }

  /** Those with a usual name before the others, which Streamlit's helpers make a long list. */
  private List<Candidate> of(Framework framework) {
    List<PythonSource> using =
        sources.python().stream()
            .filter(source -> !isPage(source) && sources.imports(source).use(framework))
            .toList();
    List<PythonSource> marked =
        using.stream().filter(source -> source.has(MARKS.get(framework))).toList();
    List<PythonSource> usual =
        (framework == Framework.STREAMLIT ? using : marked)
            .stream().filter(ServingFiles::isUsual).toList();
    List<PythonSource> best = usual.isEmpty() ? marked : usual;
    if (best.isEmpty() && framework == Framework.STREAMLIT) {
      best = using.stream().limit(1).toList();
    }
    return best.stream()
        .map(
            source ->
                Candidate.ofFile(
                    framework,
                    source,
                    source.find(MARKS.get(framework)).map(PythonSource.Found::line).orElse(1)))
        .toList();
  }

  private static boolean isUsual(PythonSource source) {
    return USUAL_NAMES.contains(source.fileName().toLowerCase(Locale.ROOT));
  }

  /** Streamlit shows the files of {@code pages} by itself. */
  private static boolean isPage(PythonSource source) {
    return List.of(source.path().split("/")).contains("pages");
  }
}
