package wheelbase.dockerfile;

import java.util.List;
import java.util.Map;

/** The programs that frameworks bring along to run what is written with them. */
enum OwnServer implements Launcher {
  SANIC {
    @Override
    public List<String> words(Launch launch) {
      return Launcher.line(
          List.of("sanic", "--host", Launch.EVERYWHERE, "--port", launch.number()),
          launch.workers("--workers"),
          launch.calledBy("--factory"));
    }

    @Override
    public Map<String, String> environment(Launch launch) {
      return Map.of("TMPDIR", IN_MEMORY);
    }
  },
  AIOHTTP {
    private static final String PROGRAM =
        "import pkgutil, sys; from aiohttp import web;"
            + " web.run_app(pkgutil.resolve_name(sys.argv[1])%s,"
            + " host='0.0.0.0', port=int(sys.argv[2]))";

    @Override
    public List<String> words(Launch launch) {
      String call = launch.application().factory() ? "()" : "";
      return launch.isFile()
          ? List.of("python", launch.entryPoint())
          : List.of("python", "-c", PROGRAM.formatted(call), launch.entryPoint(), launch.number());
    }

    @Override
    public Map<String, String> environment(Launch launch) {
      return launch.isFile() ? Map.of("PORT", launch.number()) : Map.of();
    }

    @Override
    public boolean hasWorkers() {
      return false;
    }
  },
  TORNADO {
    @Override
    public List<String> words(Launch launch) {
      return List.of("python", launch.entryPoint());
    }

    @Override
    public Map<String, String> environment(Launch launch) {
      return Map.of("PORT", launch.number());
    }

    @Override
    public boolean hasWorkers() {
      return false;
    }

    @Override
    public boolean endsOnTerm(Launch launch) {
      return launch.application().observations().handlesTerm();
    }
  },
  STREAMLIT {
    @Override
    public List<String> words(Launch launch) {
      return List.of(
          "streamlit",
          "run",
          launch.entryPoint(),
          "--server.address=" + Launch.EVERYWHERE,
          "--server.port=" + launch.port(),
          "--server.headless=true",
          "--server.fileWatcherType=none",
          "--browser.gatherUsageStats=false");
    }

    @Override
    public boolean hasWorkers() {
      return false;
    }
  },
  GRADIO {
    @Override
    public List<String> words(Launch launch) {
      return List.of("python", launch.entryPoint());
    }

    @Override
    public Map<String, String> environment(Launch launch) {
      return Map.of(
          "GRADIO_ANALYTICS_ENABLED",
          "False",
          "GRADIO_SERVER_NAME",
          Launch.EVERYWHERE,
          "GRADIO_SERVER_PORT",
          launch.number(),
          "TMPDIR",
          IN_MEMORY);
    }

    @Override
    public boolean hasWorkers() {
      return false;
    }

    @Override
    public boolean endsOnTerm(Launch launch) {
      return launch.application().observations().handlesTerm();
    }
  },
  CELERY {
    @Override
    public List<String> words(Launch launch) {
      return List.of("celery", "-A", launch.entryPoint(), "worker", "--loglevel", "INFO");
    }

    @Override
    public Map<String, String> environment(Launch launch) {
      return launch
          .workerNumber()
          .map(number -> Map.of("CELERY_WORKER_CONCURRENCY", number))
          .orElse(Map.of());
    }
  };

  /** Where a container may write on a read-only root. */
  private static final String IN_MEMORY = "/dev/shm";
}
