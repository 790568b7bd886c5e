package wheelbase.application;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The port that a project listens on, from what it says itself. */
final class PortSearch {
  /** What gunicorn and uvicorn take where nothing is said. */
  private static final int USUAL = 8000;

  private static final Pattern EXPOSED = Pattern.compile("(?im)^\\s*EXPOSE\\s+(\\d{2,5})\\b");
  private static final Pattern RUN =
      Pattern.compile("\\b(?:\\w+\\.)?(?:run|serve)\\s*\\(.*\\bport\\s*=\\s*(\\d{2,5})\\b");

  private final ProjectSources sources;

  PortSearch(ProjectSources sources) {
    this.sources = sources;
  }

  /** Privileged ports are not taken over: the image's user may not be allowed to bind them. */
  int find(Optional<Procfile> procfile, Optional<Candidate> candidate) {
    OptionalInt port = procfile.map(Procfile::port).orElse(OptionalInt.empty());
    if (port.isEmpty()) {
      port = inDockerfile();
    }
    if (port.isEmpty() && candidate.isPresent()) {
      port = inSource(candidate.get());
    }
    return port.isPresent() && port.getAsInt() >= 1024 && port.getAsInt() <= 65535
        ? port.getAsInt()
        : USUAL;
  }

  private OptionalInt inDockerfile() {
    return sources
        .text("Dockerfile")
        .map(EXPOSED::matcher)
        .filter(Matcher::find)
        .map(found -> OptionalInt.of(Integer.parseInt(found.group(1))))
        .orElse(OptionalInt.empty());
  }

  private OptionalInt inSource(Candidate candidate) {
    String path = candidate.foundIn().substring(0, candidate.foundIn().lastIndexOf(':'));
    return sources
        .python(path)
        .flatMap(source -> source.find(RUN))
        .map(found -> OptionalInt.of(Integer.parseInt(found.match().group(1))))
        .orElse(OptionalInt.empty());
  }
}
