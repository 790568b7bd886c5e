package wheelbase.verify;

import java.util.Optional;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;

/** Says what it means how the image's command went: without a network, on a read-only root. */
final class StartJudge {
  private static final Pattern SERVICE =
      Pattern.compile(
          "(?i)connection (was )?refused|could not connect|can't connect|cannot connect"
              + "|name or service not known|temporary failure in name resolution|no route to host"
              + "|network is unreachable|getaddrinfo|max retries exceeded|nodename nor servname"
              + "|could not translate host name|operationalerror|connectionerror|brokernotavailable"
              + "|serverselectiontimeout");
  private static final Pattern SETTINGS =
      Pattern.compile(
          "(?i)improperlyconfigured|KeyError: '[A-Z][A-Z0-9_]+'|environment variable"
              + "|\\benv(ironment)? var|ValidationError|validation error|settings|secret_key"
              + "|credentials|api[_ ]key|not set\\b|is required");
  private static final Pattern BROKEN =
      Pattern.compile(
          "ModuleNotFoundError|No module named|ImportError|Read-only file system|Permission denied"
              + "|No such file or directory|SyntaxError|cannot open shared object");

  private StartJudge() {}

  /**
   * @param checked whether the image has a health check
   */
  static Optional<Diagnostic> judge(StartReport report, boolean checked) {
    if (report.problem().isPresent()) {
      return Optional.of(
          Diagnostic.error(
              "start-impossible", "the start command cannot be run\n" + report.problem().get()));
    }
    if (report.healthy()) {
      return report.stopped().filter(stopped -> !stopped).isPresent()
          ? Optional.of(
              Diagnostic.warning(
                  "stop-ignored",
                  "the command does not end when it is asked to: the engine would kill it"))
          : Optional.empty();
    }
    if (report.ended().isPresent()) {
      return report.ended().getAsInt() == 0 && !checked
          ? Optional.empty()
          : Optional.of(ended(report));
    }
    return checked ? Optional.of(unhealthy(report)) : Optional.empty();
  }

  private static Diagnostic ended(StartReport report) {
    String status =
        report.ended().getAsInt() < 0
            ? "signal " + -report.ended().getAsInt()
            : "status " + report.ended().getAsInt();
    return undecided(report)
        .orElseGet(
            () ->
                Diagnostic.error(
                    "start-fails",
                    "the command ends by itself with " + status + "\n" + end(report.output())));
  }

  private static Diagnostic unhealthy(StartReport report) {
    return undecided(report)
        .orElseGet(
            () ->
                Diagnostic.error(
                    "unhealthy",
                    "the health check did not succeed within %s s\n%s"
                        .formatted(
                            Math.round(report.seconds()),
                            end(report.healthOutput() + "\n" + report.output()))));
  }

  /** What is not there to be reached or told says nothing about the image. */
  private static Optional<Diagnostic> undecided(StartReport report) {
    String output = report.output();
    if (SERVICE.matcher(output).find()) {
      return Optional.of(
          Diagnostic.note(
              "start-wants-service",
              "the command wants a service that is not here, so its start proves nothing\n"
                  + line(output, SERVICE)));
    }
    if (!BROKEN.matcher(output).find() && SETTINGS.matcher(output).find()) {
      return Optional.of(
          Diagnostic.note(
              "start-wants-settings",
              "the command wants settings that it was not given, so its start proves nothing\n"
                  + line(output, SETTINGS)));
    }
    return Optional.empty();
  }

  private static String line(String output, Pattern pattern) {
    return output
        .lines()
        .filter(line -> pattern.matcher(line).find())
        .reduce((first, second) -> second)
        .orElse("")
        .strip();
  }

  private static String end(String output) {
    var lines = output.lines().filter(line -> !line.isBlank()).toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 6), lines.size()));
  }
}
