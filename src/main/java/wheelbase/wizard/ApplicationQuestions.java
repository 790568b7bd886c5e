package wheelbase.wizard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.application.Application;
import wheelbase.dockerfile.DockerfilePlan;

/** What the container starts, and what follows from it; only what makes sense of it is asked. */
final class ApplicationQuestions {
  private final Answers answers;
  private final Application found;
  private final Application chosen;

  ApplicationQuestions(Situation situation) {
    this.answers = situation.answers();
    this.found = situation.application(answers.without(Topic.APPLICATION).without(Topic.PORT));
    this.chosen =
        answers.to(Topic.APPLICATION).isPresent()
            ? situation.application(answers.without(Topic.PORT))
            : found;
  }

  List<Question> all() {
    List<Question> questions = new ArrayList<>();
    questions.add(application());
    if (listens()) {
      questions.add(port());
      questions.add(health());
    }
    if (DockerfilePlan.takesWorkers(chosen)) {
      questions.add(workers());
    }
    return questions;
  }

  /**
   * A script is not known to listen, unless the user says so; nor is what nobody knows how to
   * start.
   */
  private boolean listens() {
    boolean starts = chosen.entryPoint().isPresent() || !chosen.command().isEmpty();
    return starts && chosen.port().isPresent() || answers.one(Topic.PORT).isPresent();
  }

  private Question application() {
    return new Question(
        Topic.APPLICATION,
        Question.Kind.TEXT,
        "Application",
        "What the container starts: package.module:variable, or a script (app.main:app, main.py).",
        entryPoints(),
        found.entryPoint().stream().toList(),
        because(),
        AnswerCheck.of(Topic.APPLICATION));
  }

  private List<Option> entryPoints() {
    Set<String> values = new LinkedHashSet<>(found.entryPoint().stream().toList());
    values.addAll(found.alternatives());
    return values.stream()
        .map(
            value ->
                found.entryPoint().equals(Optional.of(value))
                    ? Option.of(value).because(place())
                    : Option.of(value))
        .toList();
  }

  private String place() {
    return found.foundIn().map(place -> "found in " + place).orElse("");
  }

  private String because() {
    List<String> reasons = new ArrayList<>();
    boolean starts = found.entryPoint().isPresent() || !found.command().isEmpty();
    if (starts) {
      reasons.add(found.framework().title());
    }
    found.server().map(server -> "served by " + server).ifPresent(reasons::add);
    found.foundIn().map(place -> "found in " + place).ifPresent(reasons::add);
    int others = found.alternatives().size();
    if (others > 0) {
      reasons.add(others == 1 ? "1 other was found" : others + " others were found");
    }
    if (starts) {
      return Stream.concat(Stream.of(joined(reasons)), lack().stream())
          .collect(Collectors.joining("; "));
    }
    if (others > 0) {
      return joined(reasons);
    }
    return "nothing was found that starts this project: say what does; left empty, the image only"
        + " starts Python";
  }

  /** What would be missing, and what would be right. */
  private List<String> lack() {
    return DockerfilePlan.wantsServer(found).stream()
        .map(lack -> lack.message() + lack.hint().map(hint -> "; " + hint).orElse(""))
        .toList();
  }

  private static String joined(List<String> reasons) {
    return String.join(", ", reasons);
  }

  private Question port() {
    return new Question(
        Topic.PORT,
        Question.Kind.TEXT,
        "Port",
        "Where it listens, inside the container.",
        List.of(),
        chosen.port().stream().mapToObj(Integer::toString).toList(),
        "",
        AnswerCheck.of(Topic.PORT));
  }

  private Question health() {
    Optional<String> path = chosen.healthPath();
    List<Option> options = new ArrayList<>();
    path.ifPresent(found -> options.add(Option.of(found).because("found in the source")));
    options.add(Option.of("port").because("only whether the port is open"));
    options.add(Option.of("none").because("nobody asks"));
    return new Question(
        Topic.HEALTH,
        Question.Kind.TEXT,
        "Health check",
        "How the engine finds out that it is well: a path to ask for, port, or none.",
        options,
        List.of(path.orElse("port")),
        path.isPresent() ? "found in the source" : "the source names no path for it",
        AnswerCheck.of(Topic.HEALTH));
  }

  private Question workers() {
    return new Question(
        Topic.WORKERS,
        Question.Kind.TEXT,
        "Workers",
        "How many workers the server starts; empty leaves it to the server.",
        List.of(),
        List.of(),
        "as the server does by itself",
        AnswerCheck.of(Topic.WORKERS));
  }
}
