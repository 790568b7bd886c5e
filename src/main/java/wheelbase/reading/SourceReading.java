package wheelbase.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import wheelbase.index.SdistFiles;
import wheelbase.syslibs.Provided;

/**
 * What the files of an sdist say about building it; nothing of it is run.
 *
 * @param facts sorted
 * @param cutOff whether it was too long to be read to its end
 */
public record SourceReading(List<SourceFact> facts, boolean cutOff) {
  public SourceReading {
    facts = List.copyOf(facts);
  }

  /**
   * @param files with the texts that {@link SourcePaths#wanted} asks for
   */
  public static SourceReading of(SdistFiles files, Provided provided) {
    SortedSet<SourceFact> facts = new TreeSet<>();
    String pyproject = files.text("pyproject.toml").orElse("");
    JsonNode table = ProjectFacts.table(pyproject);
    facts.addAll(ProjectFacts.ofPyproject(pyproject));
    files.text("setup.cfg").ifPresent(text -> facts.addAll(ProjectFacts.ofSetupCfg(text)));
    List<String> scripts = BuildScripts.of(files, table);
    for (String script : scripts) {
      facts.addAll(PythonFacts.of(script, files.text(script).orElse(""), provided));
    }
    makefiles(files, provided, facts);
    String backend = table.at("/build-system/build-backend").asText("");
    if (backend.startsWith("mesonpy") || files.text("setup.py").isEmpty()) {
      meson(files, provided, facts);
    }
    cmake(files, table, provided, facts);
    for (Map.Entry<String, String> each : own(files, "configure.ac", "configure.in").entrySet()) {
      facts.addAll(AutoconfFacts.of(each.getKey(), each.getValue(), provided));
    }
    facts.addAll(CargoFacts.of(own(files, "Cargo.toml"), own(files, "Cargo.lock"), provided));
    code(files, provided, facts);
    for (Map.Entry<String, String> each : files.texts().entrySet()) {
      boolean installed = each.getKey().endsWith(".py") && !scripts.contains(each.getKey());
      if (installed && SourcePaths.isOwn(each.getKey())) {
        facts.addAll(LoadedFacts.of(each.getKey(), each.getValue(), provided));
      }
    }
    return new SourceReading(List.copyOf(facts), files.cutOff());
  }

  private static void meson(SdistFiles files, Provided provided, SortedSet<SourceFact> facts) {
    follow(
        files,
        "",
        "meson.build",
        path -> {
          DirectoryFacts found = MesonFacts.of(path, files.text(path).orElse(""), provided);
          facts.addAll(found.facts());
          return found.directories();
        });
  }

  private static void cmake(
      SdistFiles files, JsonNode pyproject, Provided provided, SortedSet<SourceFact> facts) {
    String named = pyproject.at("/tool/scikit-build/cmake/source-dir").asText("");
    String start = named.replaceFirst("^\\./?", "").replaceFirst("/$", "");
    follow(
        files,
        start,
        "CMakeLists.txt",
        path -> {
          DirectoryFacts found = CmakeFacts.of(path, files.text(path).orElse(""), provided);
          boolean own = !SourcePaths.isForeign(path);
          found.facts().stream().filter(fact -> own || isFetching(fact)).forEach(facts::add);
          return own ? found.directories() : List.of();
        });
  }

  /** What is brought along needs nothing that the rest does not; but it may have to be fetched. */
  private static boolean isFetching(SourceFact fact) {
    return fact.kind() == SourceFact.Kind.PROGRAM && fact.name().equals("git");
  }

  /** Makefiles count where a build script runs make. */
  private static void makefiles(SdistFiles files, Provided provided, SortedSet<SourceFact> facts) {
    boolean made =
        facts.stream()
            .anyMatch(fact -> fact.kind() == SourceFact.Kind.PROGRAM && fact.name().equals("make"));
    if (made) {
      own(files, "Makefile", "makefile", "GNUmakefile")
          .forEach((path, text) -> facts.addAll(MakefileFacts.of(path, text, provided)));
    }
  }

  /** Reads a file and those of the same name in the directories that it goes on to. */
  private static void follow(
      SdistFiles files, String start, String name, Function<String, List<String>> reading) {
    Deque<String> ahead = new ArrayDeque<>(List.of(start));
    Set<String> seen = new HashSet<>();
    while (!ahead.isEmpty() && seen.size() < 100) {
      String directory = ahead.poll();
      String path = directory.isEmpty() ? name : directory + "/" + name;
      if (seen.add(path) && files.text(path).isPresent()) {
        for (String next : reading.apply(path)) {
          ahead.add(
              next.startsWith("/")
                  ? next.substring(1)
                  : directory.isEmpty() ? next : directory + "/" + next);
        }
      }
    }
  }

  /** Sources in C, C++ and Cython: what they include, and what is brought along for it. */
  private static void code(SdistFiles files, Provided provided, SortedSet<SourceFact> facts) {
    CodeFacts code = new CodeFacts(files.paths(), provided);
    for (Map.Entry<String, String> each : files.texts().entrySet()) {
      if (SourcePaths.isCode(each.getKey()) && SourcePaths.isOwn(each.getKey())) {
        facts.addAll(code.of(each.getKey(), each.getValue()));
      }
    }
  }

  private static Map<String, String> own(SdistFiles files, String... names) {
    Map<String, String> own = new TreeMap<>();
    files
        .texts()
        .forEach(
            (path, text) -> {
              String name = path.substring(path.lastIndexOf('/') + 1);
              if (List.of(names).contains(name) && SourcePaths.isOwn(path)) {
                own.put(path, text);
              }
            });
    return own;
  }
}
