package wheelbase.findings;

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
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Conflict;

/**
 * Requirements that can be met nowhere are an error; on some targets only, the candidates say it.
 */
final class MetNowhere implements Finder {
  @Override
  public List<Diagnostic> in(Surveyed project) throws InterruptedException {
    List<Conflict> conflicts =
        project.targets().values().stream()
            .flatMap(target -> target.resolution().conflict().stream())
            .toList();
    if (conflicts.size() < project.targets().size()) {
      return List.of();
    }
    TargetPlatform first = project.targets().keySet().iterator().next();
    Conflict conflict = conflicts.get(0);
    Diagnostic error =
        Diagnostic.error(
            "conflict",
            "the requirements cannot be met on "
                + first.id()
                + "\n"
                + String.join("\n", conflict.explanation()));
    Diagnostic advised =
        meant(project, conflict).map(question -> error.withHint(question)).orElse(error);
    return List.of(conflict.lines().isEmpty() ? advised : advised.at(conflict.lines().get(0)));
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
