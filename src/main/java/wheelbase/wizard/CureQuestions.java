package wheelbase.wizard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.report.PackageWords;
import wheelbase.wheels.Cure;

/** Which edits of the requirements are taken; not asked where there is none to take. */
final class CureQuestions {
  private final Situation situation;

  CureQuestions(Situation situation) {
    this.situation = situation;
  }

  List<Question> all() {
    List<Option> options = options();
    return options.isEmpty()
        ? List.of()
        : List.of(
            new Question(
                Topic.CURES,
                Question.Kind.SOME_OF,
                "Cures",
                "Edits of the requirements that give wheels; each was tried by resolving again.",
                options,
                List.of(),
                "",
                this::problem));
  }

  /** Why an edit that stands cannot be made: the files that are read now do not allow it. */
  Optional<Diagnostic> refused() {
    return situation.outline().diagnostics().stream().filter(CureQuestions::isRefusal).findFirst();
  }

  /** The editor of requirements files calls all its refusals so. */
  static boolean isRefusal(Diagnostic diagnostic) {
    return diagnostic.severity() == Severity.ERROR && diagnostic.id().startsWith("edit-");
  }

  private Optional<Diagnostic> problem(List<String> words) {
    Optional<Diagnostic> wrong = AnswerCheck.of(Topic.CURES, words);
    boolean standing = words.equals(situation.answers().to(Topic.CURES).orElse(List.of()));
    return wrong.isPresent() || !standing ? wrong : refused();
  }

  /** Those taken first: once taken, the analysis has nothing to propose there any more. */
  private List<Option> options() {
    Map<String, Option> options = new LinkedHashMap<>();
    for (String word : situation.answers().to(Topic.CURES).orElse(List.of())) {
      AnswerCheck.cure(word)
          .value()
          .ifPresent(
              edit ->
                  options.put(
                      word, new Option(word, edit.name() + " -> " + edit.replacement(), "taken")));
    }
    for (Cure cure : situation.analysis().map(Analysis::cures).orElse(List.of())) {
      Cures.word(cure)
          .ifPresent(word -> options.putIfAbsent(word, new Option(word, cure.edit(), note(cure))));
    }
    return List.copyOf(options.values());
  }

  private static String note(Cure cure) {
    List<String> notes = new ArrayList<>();
    notes.add("a wheel of " + Cures.cured(cure));
    String effect = PackageWords.effect(cure);
    if (!effect.isEmpty()) {
      notes.add(effect);
    }
    return String.join("; ", notes);
  }
}
