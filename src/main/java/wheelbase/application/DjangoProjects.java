package wheelbase.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds Django projects: a {@code manage.py}, the settings that it or {@code wsgi.py} names, and
 * the application that the settings name.
 */
final class DjangoProjects {
  private static final Pattern SETTINGS =
      Pattern.compile("DJANGO_SETTINGS_MODULE[\"']\\s*[,\\]]\\s*=?\\s*[\"']([\\w.]+)[\"']");
  private static final Pattern WSGI_APPLICATION =
      Pattern.compile("^WSGI_APPLICATION\\s*=\\s*[\"']([\\w.]+)\\.(\\w+)[\"']");
  private static final Pattern ASGI_APPLICATION =
      Pattern.compile("^ASGI_APPLICATION\\s*=\\s*[\"']([\\w.]+)\\.(\\w+)[\"']");
  private static final Pattern WSGI_MADE =
      Pattern.compile("^(\\w+)\\s*=.*\\bget_wsgi_application\\s*\\(");
  private static final Pattern ASGI_MADE =
      Pattern.compile(
          "^(\\w+)\\s*=.*\\b(?:get_asgi_application|get_default_application|ProtocolTypeRouter)\\s*\\(");

  private final ProjectSources sources;

  DjangoProjects(ProjectSources sources) {
    this.sources = sources;
  }

  /**
   * @param candidate what to serve
   * @param settingsModule from the candidate's own file where it names one: that is what a server
   *     would use
   */
  record Project(Candidate candidate, Optional<String> settingsModule) {
    /** What the build is to collect; nothing without a {@code manage.py} to do it by. */
    Optional<StaticFiles> staticFiles(ProjectSources sources) {
      String root = candidate.directory();
      String manage = root.isEmpty() ? "manage.py" : root + "/manage.py";
      return settingsModule
          .filter(module -> sources.python(manage).isPresent())
          .flatMap(module -> new DjangoSettings(sources, root, module).staticFiles(manage));
    }
  }

  /** One for each {@code manage.py}; those without one that have a {@code wsgi.py} follow. */
  List<Project> find(ServerInterface wanted) {
    var projects = new ArrayList<Project>();
    for (PythonSource manage : sources.python()) {
      if (manage.fileName().equals("manage.py") && settings(manage).isPresent()) {
        application(manage.directory(), wanted, settings(manage)).ifPresent(projects::add);
      }
    }
    if (projects.isEmpty()) {
      application("", wanted, Optional.empty()).ifPresent(projects::add);
    }
    return List.copyOf(projects);
  }

  private static Optional<String> settings(PythonSource source) {
    return source.find(SETTINGS).map(found -> found.match().group(1));
  }

  private Optional<Project> application(
      String root, ServerInterface wanted, Optional<String> settings) {
    var other = wanted == ServerInterface.ASGI ? ServerInterface.WSGI : ServerInterface.ASGI;
    return served(root, wanted, settings).or(() -> served(root, other, settings));
  }

  private Optional<Project> served(String root, ServerInterface kind, Optional<String> settings) {
    boolean asgi = kind == ServerInterface.ASGI;
    return inSettings(root, kind, settings, asgi ? ASGI_APPLICATION : WSGI_APPLICATION)
        .or(() -> inModule(root, kind, settings, asgi ? ASGI_MADE : WSGI_MADE));
  }

  private Optional<Project> inSettings(
      String root, ServerInterface kind, Optional<String> settings, Pattern pattern) {
    String prefix = root.isEmpty() ? "" : root + "/";
    for (PythonSource source : sources.python()) {
      Optional<PythonSource.Found> named = source.find(pattern);
      if (source.path().startsWith(prefix) && named.isPresent()) {
        String module = named.get().match().group(1);
        Optional<PythonSource> file = sources.python(prefix + module.replace('.', '/') + ".py");
        return Optional.of(
            project(
                kind,
                root,
                module,
                named.get().match().group(2),
                source.place(named.get().line()),
                file.flatMap(DjangoProjects::settings).or(() -> settings)));
      }
    }
    return Optional.empty();
  }

  private Optional<Project> inModule(
      String root, ServerInterface kind, Optional<String> settings, Pattern pattern) {
    String prefix = root.isEmpty() ? "" : root + "/";
    for (PythonSource source : sources.python()) {
      Optional<PythonSource.Found> made = source.find(pattern);
      if (source.path().startsWith(prefix) && made.isPresent()) {
        String importRoot = settings.isPresent() ? root : new ImportRoot(sources).of(source);
        return Optional.of(
            project(
                kind,
                importRoot,
                source.moduleFrom(importRoot),
                made.get().match().group(1),
                source.place(made.get().line()),
                settings(source).or(() -> settings)));
      }
    }
    return Optional.empty();
  }

  private static Project project(
      ServerInterface kind,
      String root,
      String module,
      String variable,
      String foundIn,
      Optional<String> settings) {
    return new Project(
        new Candidate(
            Framework.DJANGO, kind, module, variable, false, root, foundIn, Optional.empty()),
        settings);
  }
}
