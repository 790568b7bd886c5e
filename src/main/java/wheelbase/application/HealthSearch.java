package wheelbase.application;

import java.util.Optional;
import java.util.regex.Pattern;

/** A path that an application answers when it is well. */
final class HealthSearch {
  private static final String NAMES =
      "health|healthz|health[-_]check|healthcheck|livez|readyz|ping|up|_health|status/health";

  private static final Pattern DJANGO =
      Pattern.compile("\\bpath\\s*\\(\\s*[\"']((?:" + NAMES + ")/?)[\"']");
  private static final Pattern ROOT_URLS =
      Pattern.compile("^ROOT_URLCONF\\s*=\\s*[\"']([\\w.]+)[\"']");

  private final ProjectSources sources;

  HealthSearch(ProjectSources sources) {
    this.sources = sources;
  }

  Optional<String> find(Candidate candidate) {
    return candidate.framework() == Framework.DJANGO
        ? inUrls(candidate)
        : onDecorator(candidate.variable());
  }

  /**
   * Routes of the application itself only: those of a blueprint or router have a prefix that is
   * said elsewhere.
   */
  private Optional<String> onDecorator(String variable) {
    var route =
        Pattern.compile(
            "^\\s*@(?:"
                + Pattern.quote(variable)
                + "|app|application)\\.(?:get|route)\\s*\\(\\s*[\"'](/(?:api/)?(?:"
                + NAMES
                + ")/?)[\"']");
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
