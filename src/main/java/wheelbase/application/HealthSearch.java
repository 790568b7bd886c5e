package wheelbase.application;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A path that an application answers when it is well. */
final class HealthSearch {
  private static final String NAMES =
      "(?:health|healthz|health[-_]check|healthcheck|livez|readyz|ping|up|_health|status/health)";

  /** A path that is one of these, as the first argument of a call. */
  private static final String PATH =
      "\\(\\s*(?:path\\s*=\\s*)?r?[\"'](/(?:api/)?" + NAMES + "/?)[\"']";

  /** What the framework itself answers. */
  private static final Map<Framework, String> BUILT_IN =
      Map.of(Framework.STREAMLIT, "/_stcore/health", Framework.JUPYTER, "/api");

  /**
   * How each declares a route of the application itself; those of a blueprint or router have a
   * prefix that is said elsewhere. VARIABLE is the application's.
   */
  private static final Map<Framework, String> ROUTES =
      Map.of(
          Framework.BOTTLE, "^\\s*@(?:(?:VARIABLE|app|application|bottle)\\.)?(?:get|route)" + PATH,
          Framework.STARLETTE, "^(?!.*\\bMount\\b).*\\b(?:Route|(?:VARIABLE|app)\\.route)" + PATH,
          Framework.LITESTAR, "^\\s*@(?:litestar\\.)?get" + PATH,
          Framework.AIOHTTP, "\\b(?:add_get|web\\.get|routes\\.get)" + PATH,
          Framework.FALCON, "\\b\\w+\\.add_route" + PATH,
          Framework.TORNADO, PATH + "\\s*,");

  private static final String DECORATOR =
      "^\\s*@(?:VARIABLE|app|application)\\.(?:get|route)" + PATH;

  private static final Pattern DJANGO =
      Pattern.compile("\\bpath\\s*\\(\\s*[\"'](" + NAMES + "/?)[\"']");
  private static final Pattern ROOT_URLS =
      Pattern.compile("^ROOT_URLCONF\\s*=\\s*[\"']([\\w.]+)[\"']");

  private final ProjectSources sources;

  HealthSearch(ProjectSources sources) {
    this.sources = sources;
  }

  Optional<String> find(Candidate candidate) {
    Framework framework = candidate.framework();
    return framework == Framework.DJANGO
        ? inUrls(candidate)
        : builtIn(framework).or(() -> inRoutes(candidate));
  }

  static Optional<String> builtIn(Framework framework) {
    return Optional.ofNullable(BUILT_IN.get(framework));
  }

  private Optional<String> inRoutes(Candidate candidate) {
    String variable = candidate.isFile() ? "app" : candidate.variable();
    var route =
        Pattern.compile(
            ROUTES
                .getOrDefault(candidate.framework(), DECORATOR)
                .replace("VARIABLE", Pattern.quote(variable)));
    return sources.python().stream()
        .flatMap(source -> source.find(route).stream())
        .map(found -> found.match().group(1))
        .findFirst();
  }

  private Optional<String> inUrls(Candidate candidate) {
    String prefix = candidate.directory().isEmpty() ? "" : candidate.directory() + "/";
    return sources.python().stream()
        .flatMap(source -> source.find(ROOT_URLS).stream())
        .map(found -> prefix + found.match().group(1).replace('.', '/') + ".py")
        .flatMap(path -> sources.python(path).stream())
        .flatMap(source -> source.find(DJANGO).stream())
        .map(found -> "/" + found.match().group(1))
        .findFirst();
  }
}
