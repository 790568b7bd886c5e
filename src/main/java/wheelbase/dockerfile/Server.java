package wheelbase.dockerfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.application.Framework;

/** The servers for applications of many frameworks. */
enum Server implements Launcher {
  GUNICORN {
    @Override
    public List<String> words(Launch launch) {
      return Launcher.line(
          List.of("gunicorn", "--bind", launch.address(), "--worker-tmp-dir", "/dev/shm"),
          workerClass(launch).map(name -> List.of("--worker-class", name)).orElse(List.of()),
          List.of(launch.called()));
    }

    private Optional<String> workerClass(Launch launch) {
      if (launch.application().framework() == Framework.AIOHTTP) {
        return Optional.of("aiohttp.GunicornWebWorker");
      }
      return launch.isAsynchronous()
          ? Optional.of("uvicorn.workers.UvicornWorker")
          : Optional.empty();
    }

    @Override
    public Map<String, String> environment(Launch launch) {
      return Map.of("WEB_CONCURRENCY", launch.workerNumber().orElse("2"));
    }

    @Override
    public Optional<String> reason() {
      return Optional.of("Workers report through a file: in memory no disk stalls it");
    }
  },
  UVICORN {
    @Override
    public List<String> words(Launch launch) {
      return Launcher.line(
          List.of("uvicorn", "--host", Launch.EVERYWHERE, "--port", launch.number()),
          launch.calledBy("--factory"));
    }

    @Override
    public Map<String, String> environment(Launch launch) {
      return launch
          .workerNumber()
          .map(number -> Map.of("WEB_CONCURRENCY", number))
          .orElse(Map.of());
    }
  },
  HYPERCORN {
    @Override
    public List<String> words(Launch launch) {
      return Launcher.line(
          List.of("hypercorn", "--bind", launch.address()),
          launch.workers("--workers"),
          List.of(launch.called()));
    }
  },
  GRANIAN {
    @Override
    public List<String> words(Launch launch) {
      return Launcher.line(
          List.of("granian", "--interface", launch.isAsynchronous() ? "asgi" : "wsgi"),
          List.of("--host", Launch.EVERYWHERE, "--port", launch.number()),
          launch.calledBy("--factory"));
    }

    @Override
    public Map<String, String> environment(Launch launch) {
      return launch
          .workerNumber()
          .map(number -> Map.of("GRANIAN_WORKERS", number))
          .orElse(Map.of());
    }
  },
  DAPHNE {
    @Override
    public List<String> words(Launch launch) {
      return List.of("daphne", "-b", Launch.EVERYWHERE, "-p", launch.number(), launch.entryPoint());
    }

    @Override
    public boolean hasWorkers() {
      return false;
    }
  },
  WAITRESS {
    @Override
    public List<String> words(Launch launch) {
      return Launcher.line(
          List.of("waitress-serve", "--listen=" + launch.address()),
          launch.workerNumber().map(number -> List.of("--threads=" + number)).orElse(List.of()),
          launch.calledBy("--call"));
    }

    @Override
    public boolean endsOnTerm(Launch launch) {
      return false;
    }
  },
  UWSGI {
    @Override
    public List<String> words(Launch launch) {
      return List.of(
          "uwsgi",
          "--http",
          launch.address(),
          "--master",
          "--need-app",
          "--die-on-term",
          "--module",
          launch.called());
    }

    @Override
    public Map<String, String> environment(Launch launch) {
      return Map.of("UWSGI_PROCESSES", launch.workerNumber().orElse("2"));
    }

    @Override
    public Optional<String> reason() {
      return Optional.of("Without --die-on-term uWSGI takes SIGTERM for a reload");
    }
  }
}
