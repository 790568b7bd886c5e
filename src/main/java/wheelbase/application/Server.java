package wheelbase.application;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import wheelbase.pep508.PackageName;

/**
 * The programs that serve an application, the usual choice first. gunicorn serves ASGI only with
 * the workers of uvicorn, which serves as well without it.
 */
enum Server {
  GUNICORN(Set.of(ServerInterface.WSGI), "gunicorn"),
  UWSGI(Set.of(ServerInterface.WSGI), "uwsgi", "pyuwsgi"),
  WAITRESS(Set.of(ServerInterface.WSGI), "waitress"),
  UVICORN(Set.of(ServerInterface.ASGI), "uvicorn"),
  HYPERCORN(Set.of(ServerInterface.ASGI), "hypercorn"),
  DAPHNE(Set.of(ServerInterface.ASGI), "daphne"),
  GRANIAN(Set.of(ServerInterface.WSGI, ServerInterface.ASGI), "granian");

  private final Set<ServerInterface> interfaces;
  private final Set<String> packages;

  Server(Set<ServerInterface> interfaces, String... packages) {
    this.interfaces = interfaces;
    this.packages = Set.of(packages);
  }

  /** The first one installed that can call such an application. */
  static Optional<String> of(ServerInterface wanted, Set<PackageName> installed) {
    return Arrays.stream(values())
        .filter(server -> server.interfaces.contains(wanted) && server.isAmong(installed))
        .map(Server::program)
        .findFirst();
  }

  /**
   * What serves a candidate. aiohttp brings a worker for gunicorn, which then serves with several
   * processes; a function that makes the application may be a coroutine there, so it is left to
   * aiohttp itself.
   */
  static Optional<String> of(Candidate candidate, Set<PackageName> installed) {
    boolean workersOfAiohttp =
        candidate.framework() == Framework.AIOHTTP
            && !candidate.isFile()
            && !candidate.factory()
            && GUNICORN.isAmong(installed);
    return workersOfAiohttp
        ? Optional.of(GUNICORN.program())
        : candidate.framework().ownServer().or(() -> of(candidate.serverInterface(), installed));
  }

  String program() {
    return name().toLowerCase(Locale.ROOT);
  }

  private boolean isAmong(Set<PackageName> installed) {
    return installed.stream().anyMatch(name -> packages.contains(name.value()));
  }
}
