package wheelbase.dockerfile;

import java.util.Map;

/** Why the variables are set that start commands read. */
final class StartVariables {
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry(
              "PORT",
              "Where to listen, for what asks the environment, as gunicorn does without --bind"),
          Map.entry(
              "GUNICORN_CMD_ARGS",
              "gunicorn's workers report through a file: in memory no disk stalls it"),
          Map.entry(
              "WEB_CONCURRENCY", "Worker processes; docker run -e WEB_CONCURRENCY=4 starts four"),
          Map.entry("GRANIAN_WORKERS", "Worker processes; docker run -e says another number"),
          Map.entry("UWSGI_PROCESSES", "Worker processes; docker run -e says another number"),
          Map.entry(
              "CELERY_WORKER_CONCURRENCY",
              "Tasks at the same time; docker run -e says another number"),
          Map.entry("FLASK_RUN_HOST", "All interfaces, since the command names none"),
          Map.entry("FLASK_RUN_PORT", "Where to listen, since the command does not say"),
          Map.entry("UVICORN_HOST", "All interfaces, since the command names none"),
          Map.entry("UVICORN_PORT", "Where to listen, since the command does not say"),
          Map.entry("TMPDIR", "In memory, so that it starts on a read-only root as well"),
          Map.entry("GRADIO_ANALYTICS_ENABLED", "Nothing is reported to Gradio's makers"),
          Map.entry("GRADIO_SERVER_NAME", "All interfaces, where launch() names none"),
          Map.entry("GRADIO_SERVER_PORT", "Where to listen, where launch() names no port"),
          Map.entry(
              "JUPYTER_RUNTIME_DIR", "In memory, so that it starts on a read-only root as well"));

  private StartVariables() {}

  static String reason(String name) {
    return REASONS.getOrDefault(name, "What the start command reads");
  }
}
