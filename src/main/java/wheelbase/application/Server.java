package wheelbase.application;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import wheelbase.pep508.PackageName;

/**
 * The programs that serve an application, the usual choice first. One that only {@code gunicorn}
 * can host stands behind those that serve alone.
 */
enum Server {
  GUNICORN(ServerInterface.WSGI, "gunicorn"),
  UWSGI(ServerInterface.WSGI, "uwsgi", "pyuwsgi"),
  WAITRESS(ServerInterface.WSGI, "waitress"),
  UVICORN(ServerInterface.ASGI, "uvicorn"),
  HYPERCORN(ServerInterface.ASGI, "hypercorn"),
  DAPHNE(ServerInterface.ASGI, "daphne");

  private final ServerInterface serverInterface;
  private final Set<String> packages;

  Server(ServerInterface serverInterface, String... packages) {
    this.serverInterface = serverInterface;
    this.packages = Set.of(packages);
  }

  /** The first one installed that can call such an application. */
  static Optional<String> of(ServerInterface wanted, Set<PackageName> installed) {
    return Arrays.stream(values())
        .filter(server -> server.serverInterface == wanted && server.isAmong(installed))
        .map(Server::program)
        .findFirst();
  }

  String program() {
    return name().toLowerCase(Locale.ROOT);
  }

  private boolean isAmong(Set<PackageName> installed) {
    return installed.stream().anyMatch(name -> packages.contains(name.value()));
  }
}
