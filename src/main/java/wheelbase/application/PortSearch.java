package wheelbase.application;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;

/** The port that a project listens on, from what it says itself. */
final class PortSearch {
  /** What gunicorn and uvicorn take where nothing is said. */
  private static final int USUAL = 8000;

  /** The arguments of a call as far as one reads without a parser: calls in them, no deeper. */
  private static final String ARGUMENTS =
      "\\s*\\([^()]{0,300}?(?:\\([^()]{0,100}\\)[^()]{0,300}?){0,3}";

  private static final Pattern EXPOSED = Pattern.compile("(?im)^\\s*EXPOSE\\s+(\\d{2,5})\\b");
  private static final Pattern RUN =
      Pattern.compile(
          "\\b(?:run|run_app|serve|launch)"
              + ARGUMENTS
              + "\\b(?:server_)?port\\s*=\\s*(\\d{2,5})\\b");
  private static final Pattern LISTEN =
      Pattern.compile("\\.(?:listen|bind)\\s*\\(\\s*(?:port\\s*=\\s*)?(\\d{2,5})\\b");
  private static final Pattern ENVIRONMENT =
      Pattern.compile(
          "(?:getenv|environ\\.get)\\s*\\(\\s*[\"']PORT[\"']\\s*,\\s*[\"']?(\\d{2,5})\\b");
  private static final Pattern ASKS_ENVIRONMENT =
      Pattern.compile("(?:getenv\\s*\\(|environ(?:\\.get\\s*\\(|\\s*\\[))\\s*[\"']PORT[\"']");
  private static final Pattern OPTION =
      Pattern.compile("\\bdefine\\s*\\(\\s*[\"']port[\"'].*\\bdefault\\s*=\\s*(\\d{2,5})\\b");
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "\\b(?:run_app|launch|listen|bind)"
              + ARGUMENTS
              + "[\"'](?:127\\.0\\.0\\.1|localhost)[\"']");

  private final ProjectSources sources;

  PortSearch(ProjectSources sources) {
    this.sources = sources;
  }

  /** Privileged ports are not taken over: the image's user may not be allowed to bind them. */
  int find(Optional<ProcfileLine> web, Optional<Candidate> candidate) {
    OptionalInt fixed = candidate.map(this::fixed).orElse(OptionalInt.empty());
    if (web.isEmpty() && fixed.isPresent()) {
      return fixed.getAsInt();
    }
    OptionalInt port = web.map(ProcfileLine::port).orElse(OptionalInt.empty());
    if (port.isEmpty()) {
      port = first(sources.text("Dockerfile"), EXPOSED);
    }
    if (port.isEmpty() && candidate.isPresent()) {
      port = inSource(candidate.get());
    }
    return port.isPresent() && port.getAsInt() >= 1024 && port.getAsInt() <= 65535
        ? port.getAsInt()
        : candidate
            .map(one -> one.framework().usualPort())
            .filter(usual -> usual > 0)
            .orElse(USUAL);
  }

  /** Where a file listens that serves itself and asks nobody. */
  OptionalInt fixed(Candidate candidate) {
    Optional<String> code = code(candidate);
    return !candidate.isFile() || code.filter(PortSearch::isTold).isPresent()
        ? OptionalInt.empty()
        : first(code, RUN, LISTEN);
  }

  /** Whether a file takes the port from its command line, as Tornado's options do. */
  boolean takesOption(Candidate candidate) {
    return code(candidate)
        .filter(text -> OPTION.matcher(text).find() && text.contains("parse_command_line"))
        .isPresent();
  }

  /** A warning where only the container itself would reach it. */
  Optional<Diagnostic> loopback(Candidate candidate) {
    return code(candidate)
        .filter(text -> candidate.isFile() && LOOPBACK.matcher(text).find())
        .map(
            text ->
                Diagnostic.warning(
                        "listens-on-loopback",
                        candidate.file()
                            + " listens on 127.0.0.1, where nothing outside the container"
                            + " reaches it")
                    .withHint("let it listen on 0.0.0.0"));
  }

  private OptionalInt inSource(Candidate candidate) {
    return first(code(candidate), RUN, LISTEN, ENVIRONMENT, OPTION);
  }

  private static boolean isTold(String code) {
    return ASKS_ENVIRONMENT.matcher(code).find() || OPTION.matcher(code).find();
  }

  private Optional<String> code(Candidate candidate) {
    return sources.python(candidate.file()).map(source -> String.join("\n", source.code()));
  }

  private static OptionalInt first(Optional<String> text, Pattern... patterns) {
    for (Pattern pattern : patterns) {
      Optional<Matcher> found = text.map(pattern::matcher).filter(Matcher::find);
      if (found.isPresent()) {
        return OptionalInt.of(Integer.parseInt(found.get().group(1)));
      }
    }
    return OptionalInt.empty();
  }
}
