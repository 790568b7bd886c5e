package wheelbase.requirements;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;

/**
 * pip's own configuration on this machine: its environment variables and its configuration files.
 *
 * <p>In pip's order of precedence, weakest first: {@code pip.conf} of the system, of the user, of
 * the virtual environment, the file that {@code PIP_CONFIG_FILE} names (the user's own is then not
 * read, and with {@code /dev/null} none is), and in each file {@code [global]} before {@code
 * [install]}; then {@code PIP_...} variables. A stronger one replaces a weaker one, also where it
 * is a list. Options of the command line come next; they replace single values and add to lists. An
 * {@code --index-url} line of a requirements file is stronger than all of these in pip: it replaces
 * every index known so far.
 *
 * @param values option's long name without hyphens in front to its text; lists are separated by
 *     white space
 * @param origins option's name to where its value comes from: {@code PIP_INDEX_URL}, or a file
 * @param diagnostics values that cannot be used, files that cannot be read
 * @param places where an index or a place of links stands in a file, by its text
 */
public record PipConfiguration(
    Map<String, String> values,
    Map<String, String> origins,
    List<Diagnostic> diagnostics,
    Map<String, SourceSpan> places) {
  private static final String PREFIX = "PIP_";
  private static final List<String> FLAGS =
      List.of("no-index", "prefer-binary", "pre", "require-hashes");
  private static final List<String> LOCATIONS =
      List.of("index-url", "extra-index-url", "find-links");
  private static final Set<String> TRUE = Set.of("y", "yes", "t", "true", "on", "1");
  private static final Set<String> FALSE = Set.of("n", "no", "f", "false", "off", "0");

  public PipConfiguration {
    values = Map.copyOf(values);
    origins = Map.copyOf(origins);
    diagnostics = List.copyOf(diagnostics);
    places = Map.copyOf(places);
  }

  /** A pure function of these two. */
  public static PipConfiguration read(Map<String, String> environment, FileReader files) {
    var values = new LinkedHashMap<String, String>();
    var origins = new LinkedHashMap<String, String>();
    var diagnostics = new ArrayList<Diagnostic>();
    var sections = new ArrayList<Entry>();
    var places = new HashMap<String, SourceSpan>();
    for (Path file : files(environment, files)) {
      sections.addAll(entries(file, files, diagnostics, places));
    }
    for (String section : List.of("global", "install")) {
      for (Entry entry : sections) {
        if (entry.section().equals(section)) {
          values.put(entry.key(), entry.value());
          origins.put(entry.key(), entry.origin());
        }
      }
    }
    new TreeMap<>(environment)
        .entrySet().stream()
            .filter(
                variable -> variable.getKey().startsWith(PREFIX) && !variable.getValue().isEmpty())
            .forEach(
                variable -> {
                  String key = normalized(variable.getKey().substring(PREFIX.length()));
                  values.put(key, variable.getValue());
                  origins.put(key, variable.getKey());
                });
    for (String key : FLAGS) {
      String value = values.getOrDefault(key, "false").toLowerCase(Locale.ROOT);
      if (!TRUE.contains(value) && !FALSE.contains(value)) {
        diagnostics.add(
            Diagnostic.warning(
                "invalid-pip-setting",
                "pip's setting " + key + " is neither yes nor no in " + origins.get(key)));
      }
    }
    return new PipConfiguration(values, origins, diagnostics, places);
  }

  /** The one index that replaces the public one. */
  public Optional<String> indexUrl() {
    return Optional.ofNullable(values.get("index-url"));
  }

  public List<String> extraIndexUrls() {
    return list("extra-index-url");
  }

  /** Files that pip reads as {@code -c} with every install. */
  public List<String> constraints() {
    return list("constraint");
  }

  /** pip's {@code --keyring-provider}; {@code auto} where nothing is said. */
  public String keyringProvider() {
    return values.getOrDefault("keyring-provider", "auto");
  }

  /** Whether pip may ask a person for something; a keyring might. */
  public boolean noInput() {
    return flag("no-input");
  }

  /** What is in force before the first requirements file is read. */
  public ReaderOptions options() {
    var noBinary = new TreeSet<String>();
    var onlyBinary = new TreeSet<String>();
    list("no-binary").forEach(names -> OptionsInForce.choose(names, noBinary, onlyBinary));
    list("only-binary").forEach(names -> OptionsInForce.choose(names, onlyBinary, noBinary));
    boolean noIndex = flag("no-index");
    return new ReaderOptions(
        new FileSources(
            noIndex ? Optional.empty() : indexUrl(),
            noIndex ? List.of() : extraIndexUrls(),
            noIndex,
            list("find-links"),
            list("trusted-host"),
            places),
        noBinary,
        onlyBinary,
        flag("prefer-binary"),
        flag("pre") ? Set.of(ReaderOptions.ALL) : Set.of(),
        Set.of(),
        flag("require-hashes"),
        false,
        List.of());
  }

  /** One setting of a file. */
  private record Entry(String section, String key, String value, String origin) {}

  private static List<Entry> entries(
      Path file, FileReader files, List<Diagnostic> diagnostics, Map<String, SourceSpan> places) {
    var entries = new ArrayList<Entry>();
    Optional<byte[]> content = Optional.empty();
    try {
      content = files.read(file);
    } catch (IOException unreadable) {
      diagnostics.add(
          Diagnostic.warning(
              "unreadable-pip-configuration",
              file + " cannot be read: " + unreadable.getMessage()));
    }
    if (content.isPresent()) {
      String text = new String(content.get(), StandardCharsets.UTF_8);
      IniFile.parse(text)
          .forEach(
              (section, settings) ->
                  settings.forEach(
                      (key, value) -> {
                        if (!value.isEmpty()) {
                          entries.add(new Entry(section, normalized(key), value, file.toString()));
                          if (LOCATIONS.contains(normalized(key))) {
                            words(value).forEach(word -> places.put(word, place(word, file, text)));
                          }
                        }
                      }));
    }
    return entries;
  }

  /** Weakest first. */
  private static List<Path> files(Map<String, String> environment, FileReader files) {
    String named = environment.getOrDefault("PIP_CONFIG_FILE", "");
    if (named.equals("/dev/null")) {
      return List.of();
    }
    var paths = new ArrayList<Path>();
    for (String directory : environment.getOrDefault("XDG_CONFIG_DIRS", "/etc/xdg").split(":")) {
      add(paths, directory, "pip", "pip.conf");
    }
    add(paths, "/etc", "pip.conf");
    boolean replacesUser = !named.isEmpty() && files.isFile(Path.of(named));
    String home = environment.getOrDefault("HOME", "");
    if (!replacesUser && !home.isEmpty()) {
      add(paths, home, ".pip", "pip.conf");
      add(paths, environment.getOrDefault("XDG_CONFIG_HOME", home + "/.config"), "pip", "pip.conf");
    }
    add(paths, environment.getOrDefault("VIRTUAL_ENV", ""), "pip.conf");
    add(paths, named);
    return paths;
  }

  private static void add(List<Path> paths, String directory, String... more) {
    if (!directory.isEmpty()) {
      paths.add(Path.of(directory, more));
    }
  }

  private static String normalized(String key) {
    String name = key.toLowerCase(Locale.ROOT).replace('_', '-');
    return name.startsWith("--") ? name.substring(2) : name;
  }

  private List<String> list(String key) {
    return words(values.getOrDefault(key, ""));
  }

  private static List<String> words(String value) {
    return List.of(value.strip().split("\\s+")).stream().filter(word -> !word.isEmpty()).toList();
  }

  /** The line that holds it; a word of a value is never parted by a line's end. */
  private static SourceSpan place(String word, Path file, String text) {
    SourceFile source = SourceFile.of(file.toString(), text);
    for (int line = 1; line <= source.lines().size(); line++) {
      int column = source.lines().get(line - 1).indexOf(word);
      if (column >= 0) {
        return source.span(line, column + 1, word.length());
      }
    }
    return source.span(1, 1, 1);
  }

  private boolean flag(String key) {
    return TRUE.contains(values.getOrDefault(key, "").toLowerCase(Locale.ROOT));
  }

  /** Without the values: addresses of indexes may hold passwords. */
  @Override
  public String toString() {
    return "PipConfiguration" + origins;
  }
}
