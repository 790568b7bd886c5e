package wheelbase.baseimage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says for each candidate what speaks for or against it beside the chosen one. */
final class Reasons {
  private Reasons() {}

  static List<String> of(Candidate candidate, Optional<Candidate> chosen, LocalDate today) {
    List<String> reasons = new ArrayList<>();
    candidate.conflict().ifPresent(reasons::add);
    candidate.unusable().forEach(unusable -> reasons.add(unusable.toString()));
    boolean isChosen = chosen.map(best -> best.image().equals(candidate.image())).orElse(false);
    if (isChosen) {
      reasons.add(compiles(candidate));
    } else if (candidate.isPossible()) {
      chosen.ifPresent(best -> compare(candidate, best, reasons));
    }
    endOfLife(candidate.image(), today, reasons);
    return reasons;
  }

  private static String compiles(Candidate candidate) {
    return candidate.sourceBuilds().isEmpty()
        ? "nothing compiles"
        : "compiles " + Words.names(candidate.sourceBuilds());
  }

  private static void compare(Candidate candidate, Candidate best, List<String> reasons) {
    if (candidate.image().isFull()) {
      reasons.add("carries compilers and headers that only a build stage needs");
    }
    int more = candidate.sourceBuilds().size() - best.sourceBuilds().size();
    List<String> added =
        candidate.sourceBuilds().stream()
            .filter(name -> !best.sourceBuilds().contains(name))
            .toList();
    if (!added.isEmpty()) {
      reasons.add("compiles " + Words.names(added) + " besides");
    } else if (more < 0) {
      reasons.add("compiles " + -more + " fewer");
    }
    long saved = best.size().onDisk() - candidate.size().onDisk();
    if (Math.abs(saved) >= 1_000_000) {
      reasons.add(Words.megabytes(Math.abs(saved)) + (saved > 0 ? " smaller" : " larger"));
    }
  }

  private static void endOfLife(BaseImage image, LocalDate today, List<String> reasons) {
    if (image.pythonEndOfLife().isBefore(today)) {
      reasons.add(
          "Python " + image.series() + " has had no fixes since " + image.pythonEndOfLife());
    }
    if (image.distributionEndOfLife().isBefore(today)) {
      String longer =
          Catalogue.shipped()
              .longTermSupportEnd(image.distribution())
              .filter(end -> !end.isBefore(today))
              .map(end -> ", long-term support lasts until " + end)
              .orElse("");
      reasons.add(
          "full support of "
              + image.distribution().suffix()
              + " ended on "
              + image.distributionEndOfLife()
              + longer);
    }
  }
}
