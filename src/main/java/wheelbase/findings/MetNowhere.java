package wheelbase.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.Answers;
import wheelbase.index.IndexException;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.resolver.Conflict;
import wheelbase.survey.SharedConflict;
import wheelbase.survey.Whereabouts;

/**
 * Requirements that can be met nowhere are an error, one for each story of why; on some targets
 * only, the candidates say it.
 */
final class MetNowhere implements Finder {
  @Override
  public List<Diagnostic> in(Surveyed project) throws InterruptedException {
    if (!project.resolved().isEmpty()) {
      return List.of();
    }
    Whereabouts whereabouts = new Whereabouts(project.images(), project.targets().keySet());
    List<Diagnostic> errors = new ArrayList<>();
    for (SharedConflict shared : SharedConflict.among(project.targets().values())) {
      String where = whereabouts.unlessEverywhere(shared.targets());
      errors.add(error(project, shared.conflict(), where));
    }
    return errors;
  }

  private static Diagnostic error(Surveyed project, Conflict conflict, String where)
      throws InterruptedException {
    Diagnostic error =
        Diagnostic.error(
            "conflict",
            "the requirements cannot be met"
                + where
                + "\n"
                + String.join("\n", conflict.explanation()));
    Diagnostic advised =
        meant(project, conflict).map(question -> error.withHint(question)).orElse(error);
    return conflict.lines().isEmpty() ? advised : advised.at(conflict.lines().get(0));
  }

  /** Where a name in the conflict is on no index, what it was probably meant to be. */
  private static Optional<String> meant(Surveyed project, Conflict conflict)
      throws InterruptedException {
    List<PackageName> others =
        project.requirements().requirements().stream()
            .flatMap(declared -> declared.requirement().stream())
            .map(Requirement::name)
            .toList();
    NearNames nearNames = new NearNames(project.index());
    Map<PackageName, String> questions = new TreeMap<>();
    for (PackageName name : new TreeSet<>(conflict.packages())) {
      if (isUnknown(project, name)) {
        nearNames.question(name, others).ifPresent(question -> questions.put(name, question));
      }
    }
    if (questions.size() == 1) {
      return questions.values().stream().findFirst();
    }
    return questions.entrySet().stream()
        .map(question -> "`" + question.getKey() + "`: " + question.getValue())
        .reduce((one, other) -> one + " " + other);
  }

  private static boolean isUnknown(Surveyed project, PackageName name) throws InterruptedException {
    try {
      return !Answers.await(project.index().page(name)).found();
    } catch (IndexException unreadable) {
      return false;
    }
  }
}
