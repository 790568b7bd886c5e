package wheelbase.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.pep508.PackageName;
import wheelbase.report.PackageWords;
import wheelbase.requirements.RequirementEdit;
import wheelbase.wheels.Cure;

/**
 * A cure that can be taken, or one that can be taken back.
 *
 * @param words what it changes
 * @param effect what else is to be known of it; may be empty
 * @param taken whether it is among the answers already
 * @param revised the answers with it; without it where it is taken
 */
public record CureOffer(String words, String effect, boolean taken, Answers revised) {

  /** The cures of a package, then the edits of it that are taken already. */
  static List<CureOffer> of(PackageName name, Analysis analysis, Answers answers) {
    List<CureOffer> offers = new ArrayList<>();
    for (Cure cure : analysis.cures()) {
      Answers revised = Cures.take(cure, answers, analysis);
      if (cure.cures(name) && !revised.equals(answers)) {
        offers.add(new CureOffer(cure.edit(), PackageWords.effect(cure), false, revised));
      }
    }
    edits(answers).stream()
        .filter(edit -> edit.name().equals(name))
        .forEach(edit -> offers.add(takenBack(edit, answers)));
    return List.copyOf(offers);
  }

  /** Every edit that is taken. */
  static List<CureOffer> taken(Answers answers) {
    return edits(answers).stream().map(edit -> takenBack(edit, answers)).toList();
  }

  private static CureOffer takenBack(RequirementEdit edit, Answers answers) {
    return new CureOffer(
        edit.name() + " -> " + edit.replacement(),
        "",
        true,
        Cures.takeBack(edit.toString(), answers));
  }

  /** What is no edit was refused when it was said. */
  private static List<RequirementEdit> edits(Answers answers) {
    return answers.to(Topic.CURES).orElse(List.of()).stream()
        .flatMap(word -> AnswerCheck.cure(word).value().stream())
        .toList();
  }

  /** That it was taken, for the time until its effect is known. */
  String said(Answers before) {
    if (taken) {
      return "taken back: " + words;
    }
    return revised
        .one(Topic.BASE)
        .filter(base -> !before.one(Topic.BASE).equals(Optional.of(base)))
        .map(base -> "the base image will be python:" + base)
        .orElse("taken: " + words);
  }
}
