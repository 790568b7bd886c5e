package wheelbase.dockerfile;

import java.util.List;
import java.util.Optional;
import wheelbase.application.Application;
import wheelbase.application.Framework;
import wheelbase.application.ServerInterface;

/** What runs an application where no server is among the requirements: not for production. */
final class DevelopmentServer {
  /** Python's own, which calls anything that speaks WSGI. */
  private static final String PYTHONS_OWN =
      "import pkgutil, sys; from wsgiref.simple_server import make_server;"
          + " make_server('0.0.0.0', int(sys.argv[2]),"
          + " pkgutil.resolve_name(sys.argv[1])%s).serve_forever()";

  private DevelopmentServer() {}

  /** The command; empty where nothing serves such an application. */
  static Optional<List<String>> words(Launch launch) {
    Application application = launch.application();
    return switch (application.framework()) {
      case DJANGO -> Optional.of(django(application, launch));
      case FLASK ->
          Optional.of(
              List.of(
                  "flask",
                  "--app",
                  launch.entryPoint(),
                  "run",
                  "--host",
                  Launch.EVERYWHERE,
                  "--port",
                  launch.number()));
      case BOTTLE -> launch.application().factory() ? pythons(launch) : Optional.of(bottle(launch));
      default ->
          application.serverInterface() == ServerInterface.WSGI
              ? pythons(launch)
              : Optional.empty();
    };
  }

  private static List<String> django(Application application, Launch launch) {
    String directory = application.directory();
    String manage = directory.isEmpty() ? "manage.py" : directory + "/manage.py";
    return List.of("python", manage, "runserver", "--noreload", launch.address());
  }

  private static List<String> bottle(Launch launch) {
    return List.of("python", "-m", "bottle", "--bind", launch.address(), launch.entryPoint());
  }

  private static Optional<List<String>> pythons(Launch launch) {
    String call = launch.application().factory() ? "()" : "";
    return Optional.of(
        List.of("python", "-c", PYTHONS_OWN.formatted(call), launch.entryPoint(), launch.number()));
  }

  /** {@code Flask's development server}. */
  static String title(Framework framework) {
    return switch (framework) {
      case DJANGO, FLASK, BOTTLE -> framework.title() + "'s development server";
      default -> "Python's own server for WSGI";
    };
  }
}
