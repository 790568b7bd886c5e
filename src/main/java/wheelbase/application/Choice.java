package wheelbase.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was decided on of all that could be served, and what else it could have been.
 *
 * @param named the user's own word
 */
record Choice(Optional<Candidate> candidate, Optional<String> named, List<String> alternatives) {
  /** Files that say which of several applications is meant. */
  private static final List<String> DECIDING =
      List.of("Dockerfile", "docker-compose.yml", "compose.yaml", "compose.yml", ".flaskenv");

  Choice {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * @param web the command of the Procfile
   * @param chosen by the user
   */
  static Choice of(
      List<Candidate> candidates,
      Optional<ProcfileLine> web,
      ProjectSources sources,
      Optional<String> chosen) {
    if (chosen.isPresent()) {
      String named = withoutCall(chosen.get());
      return new Choice(
          candidates.stream().filter(one -> one.entryPoint().equals(named)).findFirst(),
          chosen,
          List.of());
    }
    List<String> texts = new ArrayList<>();
    web.ifPresent(found -> texts.add(found.command()));
    DECIDING.forEach(name -> sources.text(name).ifPresent(texts::add));
    for (String text : texts) {
      List<Candidate> named = candidates.stream().filter(one -> one.isNamedIn(text)).toList();
      if (named.size() == 1) {
        return new Choice(Optional.of(named.get(0)), Optional.empty(), List.of());
      }
    }
    List<Candidate> ranked =
        candidates.stream()
            .sorted((one, other) -> Boolean.compare(one.factory(), other.factory()))
            .toList();
    return new Choice(
        ranked.stream().findFirst(),
        Optional.empty(),
        ranked.stream().skip(1).map(Candidate::entryPoint).distinct().toList());
  }

  Optional<String> entryPoint() {
    return named.map(Choice::withoutCall).or(() -> candidate.map(Candidate::entryPoint));
  }

  boolean isFactory() {
    return named.map(text -> text.endsWith("()")).orElse(false)
        || candidate.map(Candidate::factory).orElse(false);
  }

  /** Whether the user named a variable of a module, whether it was found or not. */
  boolean isWebAddress() {
    return named.map(text -> text.contains(":")).orElse(false);
  }

  private static String withoutCall(String text) {
    return text.replaceFirst("\\(\\)$", "");
  }
}
