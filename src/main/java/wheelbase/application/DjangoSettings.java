package wheelbase.application;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads in Django's settings, and in what they take over whole, what {@code collectstatic} asks.
 */
final class DjangoSettings {
  private static final Pattern STAR =
      Pattern.compile("^\\s*from\\s+(\\.*)([\\w.]*)\\s+import\\s+\\*");
  private static final Pattern APP = Pattern.compile("[\"']django\\.contrib\\.staticfiles[\"']");
  private static final Pattern ROOT = Pattern.compile("^\\s*STATIC_ROOT\\s*=(?!\\s*None\\b)");

  /** What cannot do without a variable; django-environ and decouple fail as a look-up does. */
  private static final Pattern WANTED =
      Pattern.compile(
          "(?:\\benviron\\s*\\[|(?:\\bconfig|\\benv(?:\\.(\\w+))?)\\s*\\()"
              + "\\s*[\"']([A-Za-z_]\\w*)[\"']\\s*(?:[\\])]|,\\s*cast\\s*=\\s*(\\w+)\\s*\\))");

  private static final Pattern OPTIONAL_SECRET =
      Pattern.compile(
          "\\bSECRET_KEY\\s*=.*(?:getenv|environ\\.get)\\s*\\(\\s*[\"']([A-Za-z_]\\w*)[\"']\\s*\\)");
  private static final Pattern BARE_DATABASE =
      Pattern.compile("\\benv\\.db(?:_url)?\\s*\\(\\s*\\)");
  private static final Pattern NUMBER = Pattern.compile("\\b(?:int|float)\\s*\\(\\s*$");

  private final ProjectSources sources;
  private final String root;
  private final List<PythonSource> files;

  /**
   * @param root the directory that module names start from
   * @param module {@code shop.settings.live}
   */
  DjangoSettings(ProjectSources sources, String root, String module) {
    this.sources = sources;
    this.root = root;
    this.files = withWhatTheyTakeOver(path(root, module));
  }

  /**
   * @param manage the project's {@code manage.py}
   * @return empty where Django would not know where to collect them
   */
  Optional<StaticFiles> staticFiles(String manage) {
    boolean collects =
        files.stream().anyMatch(file -> file.has(APP))
            && files.stream().anyMatch(file -> file.has(ROOT));
    return collects ? Optional.of(new StaticFiles(manage, wanted())) : Optional.empty();
  }

  private List<PythonSource> withWhatTheyTakeOver(String first) {
    var found = new ArrayList<PythonSource>();
    Set<String> seen = new LinkedHashSet<>();
    var paths = new ArrayDeque<String>(List.of(first));
    while (!paths.isEmpty()) {
      String path = paths.remove();
      Optional<PythonSource> source =
          sources.python(path + ".py").or(() -> sources.python(path + "/__init__.py"));
      if (seen.add(path) && source.isPresent()) {
        found.add(source.get());
        source.get().findAll(STAR).forEach(star -> paths.add(takenOver(source.get(), star)));
      }
    }
    return List.copyOf(found);
  }

  private String takenOver(PythonSource source, PythonSource.Found star) {
    int dots = star.match().group(1).length();
    String directory = dots > 0 ? source.directory() : root;
    for (int up = 1; up < dots; up++) {
      directory = directory.substring(0, Math.max(0, directory.lastIndexOf('/')));
    }
    return path(directory, star.match().group(2));
  }

  private static String path(String root, String module) {
    String path = module.replace('.', '/');
    return root.isEmpty() ? path : root + "/" + path;
  }

  private SortedMap<String, String> wanted() {
    SortedMap<String, String> wanted = new TreeMap<>();
    for (PythonSource file : files) {
      for (String line : file.code()) {
        for (Matcher each = WANTED.matcher(line); each.find(); ) {
          boolean number = NUMBER.matcher(line.substring(0, beginning(line, each))).find();
          String kind = each.group(1) != null ? each.group(1) : each.group(3);
          wanted.put(each.group(2), throwAway(each.group(2), number ? "int" : kind));
        }
        Matcher secret = OPTIONAL_SECRET.matcher(line);
        if (secret.find()) {
          wanted.put(secret.group(1), throwAway(secret.group(1), null));
        }
        if (BARE_DATABASE.matcher(line).find()) {
          wanted.put("DATABASE_URL", throwAway("DATABASE_URL", null));
        }
      }
    }
    return wanted;
  }

  /** Where the whole expression begins: {@code os.} stands before what was found. */
  private static int beginning(String line, Matcher found) {
    int start = found.start();
    return line.startsWith("os.", start - 3 < 0 ? 0 : start - 3) ? start - 3 : start;
  }

  private static String throwAway(String name, String kind) {
    if ("int".equals(kind) || "float".equals(kind)) {
      return "1";
    }
    if ("bool".equals(kind)) {
      return "false";
    }
    return switch (name) {
      case "DATABASE_URL" -> "sqlite://:memory:";
      case "REDIS_URL", "CELERY_BROKER_URL" -> "redis://127.0.0.1";
      case "CACHE_URL" -> "locmemcache://";
      case "EMAIL_URL" -> "consolemail://";
      default -> name.endsWith("_DSN") ? "" : "only-for-collectstatic";
    };
  }
}
