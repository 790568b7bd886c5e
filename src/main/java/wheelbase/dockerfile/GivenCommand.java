package wheelbase.dockerfile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A command that the project itself names, in a Procfile say, and what it needs to be told beside.
 *
 * @param words without a shell where that is possible
 */
record GivenCommand(List<String> words) {
  /** gunicorn and uvicorn take the number of workers from the environment, unless told. */
  private static final Pattern ASKS_FOR_WORKERS = Pattern.compile("\\b(gunicorn|uvicorn)\\b");

  private static final Pattern IS_TOLD_WORKERS = Pattern.compile("\\s(-w|--workers)\\b");
  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=.*");

  /** Python programs that do nothing about SIGTERM, which the first process then ignores. */
  private static final Set<String> DEAF =
      Set.of("python", "python3", "flask", "django-admin", "waitress-serve");

  /** Modules for {@code python -m} that do something about it. */
  private static final Set<String> HEARING =
      Set.of(
          "aiohttp.web",
          "celery",
          "daphne",
          "granian",
          "gunicorn",
          "hypercorn",
          "sanic",
          "streamlit",
          "uvicorn");

  /** Where a server listens unless it is told: on the loopback interface only. */
  private record Listening(String program, String host, String port) {}

  private static final List<Listening> TOLD_BY_ENVIRONMENT =
      List.of(
          new Listening("uvicorn", "UVICORN_HOST", "UVICORN_PORT"),
          new Listening("flask", "FLASK_RUN_HOST", "FLASK_RUN_PORT"));

  private static final Map<String, String> REASONS =
      Map.of(
          "jupyter",
          "The log shows the token that lets one in, another one at each start",
          "rq",
          "RQ_REDIS_URL says where Redis is: docker run -e RQ_REDIS_URL=redis://HOST");

  GivenCommand {
    words = List.copyOf(ShellLine.handingOver(words));
  }

  /** What about the command does not speak for itself. */
  Optional<String> reason() {
    return Optional.ofNullable(REASONS.get(program()));
  }

  /** Whether it takes the number of workers from the environment. */
  boolean asksForWorkers() {
    String line = line();
    return ASKS_FOR_WORKERS.matcher(line).find() && !IS_TOLD_WORKERS.matcher(line).find();
  }

  SortedMap<String, String> environment(OptionalInt port, OptionalInt workers) {
    SortedMap<String, String> environment = new TreeMap<>();
    if (port.isPresent()) {
      String number = Integer.toString(port.getAsInt());
      environment.put("PORT", number);
      for (Listening each : TOLD_BY_ENVIRONMENT) {
        if (program().equals(each.program()) && !has("--host", "-h")) {
          environment.put(each.host(), Launch.EVERYWHERE);
        }
        if (program().equals(each.program()) && !has("--port", "-p")) {
          environment.put(each.port(), number);
        }
      }
    }
    if (line().contains("gunicorn")) {
      environment.put("GUNICORN_CMD_ARGS", "--worker-tmp-dir=/dev/shm");
    }
    if (program().equals("jupyter")) {
      environment.put("JUPYTER_RUNTIME_DIR", "/dev/shm/jupyter");
    }
    if (asksForWorkers() && workers.isPresent()) {
      environment.put("WEB_CONCURRENCY", Integer.toString(workers.getAsInt()));
    }
    return environment;
  }

  /**
   * Whether SIGTERM ends it.
   *
   * @param handlesTerm whether the project's own source does something about it
   */
  boolean endsOnTerm(boolean handlesTerm) {
    String program = program();
    if (program.equals("uwsgi")) {
      return line().contains("die-on-term");
    }
    Optional<String> module =
        words.indexOf("-m") >= 0 && words.indexOf("-m") + 1 < words.size()
            ? Optional.of(words.get(words.indexOf("-m") + 1))
            : Optional.empty();
    return handlesTerm || !DEAF.contains(program) || module.map(HEARING::contains).orElse(false);
  }

  /** What is started in the end, behind {@code env NAME=VALUE} or by a shell that hands over. */
  private String program() {
    return started().stream()
        .filter(word -> !word.equals("env") && !ASSIGNMENT.matcher(word).matches())
        .findFirst()
        .orElse("");
  }

  /** The words of the last program. */
  private List<String> started() {
    boolean shell = words.size() == 3 && words.get(0).equals("sh");
    return shell
        ? List.of(words.get(2).replaceFirst("(?s)^.*\\bexec\\s+", "").split("\\s+"))
        : words;
  }

  private boolean has(String... options) {
    return started().stream()
        .anyMatch(
            word ->
                Arrays.stream(options)
                    .anyMatch(option -> word.equals(option) || word.startsWith(option + "=")));
  }

  private String line() {
    return String.join(" ", words);
  }
}
