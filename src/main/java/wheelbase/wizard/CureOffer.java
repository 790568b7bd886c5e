package wheelbase.wizard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.BaseAnalysis;
import wheelbase.baseimage.BaseImage;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.report.Column;
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
  static List<CureOffer> of(PackageName name, Column column, Analysis analysis, Answers answers) {
    List<CureOffer> offers = new ArrayList<>();
    for (Cure cure : analysis.cures()) {
      if (cure.name().equals(name)) {
        revised(cure, column, analysis, answers)
            .filter(revised -> !revised.equals(answers))
            .ifPresent(
                revised -> offers.add(new CureOffer(cure.edit(), cure.effect(), false, revised)));
      }
    }
    edits(answers).stream()
        .filter(edit -> edit.startsWith(name + ":"))
        .forEach(edit -> offers.add(takenBack(edit, answers)));
    return List.copyOf(offers);
  }

  /** Every edit that is taken. */
  static List<CureOffer> taken(Answers answers) {
    return edits(answers).stream().map(edit -> takenBack(edit, answers)).toList();
  }

  private static CureOffer takenBack(String edit, Answers answers) {
    List<String> others = new ArrayList<>(edits(answers));
    others.remove(edit);
    Answers without =
        others.isEmpty() ? answers.without(Topic.CURES) : answers.with(Topic.CURES, others);
    return new CureOffer(edit.replaceFirst(":", " -> "), "", true, without);
  }

  private static List<String> edits(Answers answers) {
    return answers.to(Topic.CURES).orElse(List.of());
  }

  private static Optional<Answers> revised(
      Cure cure, Column column, Analysis analysis, Answers answers) {
    return cure.treatment()
        .fold(
            treatment -> Optional.of(with(treatment.edit(), answers)),
            treatment -> Optional.of(answers.with(Topic.PYTHON, treatment.series())),
            treatment ->
                image(treatment.distribution(), column, analysis)
                    .map(image -> answers.with(Topic.BASE, image.tag())));
  }

  /** One edit for a package: another takes its place. */
  private static Answers with(RequirementEdit edit, Answers answers) {
    List<String> edits = new ArrayList<>(edits(answers));
    edits.removeIf(other -> other.startsWith(edit.name() + ":"));
    edits.add(edit.toString());
    return answers.with(Topic.CURES, edits);
  }

  /** The image of that distribution among those looked at, slim where there is one. */
  private static Optional<BaseImage> image(
      DistributionRelease distribution, Column column, Analysis analysis) {
    return analysis.bases().stream()
        .map(BaseAnalysis::image)
        .filter(image -> image.distribution().equals(distribution))
        .filter(image -> image.python().equals(column.base().python()))
        .min(Comparator.comparing(BaseImage::isFull));
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
