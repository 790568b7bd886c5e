package wheelbase.baseimage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;

/** Says for each candidate what speaks for or against it beside the others. */
final class Reasons {
  private final List<Candidate> ranked;
  private final Optional<Candidate> chosen;
  private final LocalDate today;

  /**
   * @param ranked all, best first
   */
  Reasons(List<Candidate> ranked, Optional<Candidate> chosen, LocalDate today) {
    this.ranked = List.copyOf(ranked);
    this.chosen = chosen;
    this.today = today;
  }

  Candidate explain(Candidate candidate) {
    List<String> reasons = new ArrayList<>();
    candidate.conflict().ifPresent(conflict -> reasons.add(Candidate.CONFLICTING));
    candidate.unusable().forEach(unusable -> reasons.add(unusable.toString()));
    if (candidate.isPossible()) {
      chosen.ifPresent(
          best ->
              reasons.addAll(
                  best == candidate ? ofChosen(candidate) : besideChosen(candidate, best)));
    }
    EndOfLife.of(candidate.image(), today).stream().map(Diagnostic::message).forEach(reasons::add);
    return candidate.because(reasons);
  }

  /** What compiles, and why nothing newer of the same kind was taken. */
  private List<String> ofChosen(Candidate best) {
    List<String> reasons = new ArrayList<>();
    reasons.add(
        best.sourceBuilds().isEmpty()
            ? "nothing compiles"
            : "compiles " + Words.names(best.sourceBuilds()));
    for (Candidate other : ranked) {
      boolean newerPython = isNewerPython(other.image(), best.image());
      if (newerPython || isNewerRelease(other.image(), best.image())) {
        String name = newerPython ? "Python " + other.image().series() : other.image().variant();
        refusal(other, best).ifPresent(refusal -> reasons.add(name + " " + refusal));
      }
    }
    return reasons;
  }

  private static boolean isNewerPython(BaseImage other, BaseImage best) {
    return other.variant().equals(best.variant()) && other.python().compareTo(best.python()) > 0;
  }

  private static boolean isNewerRelease(BaseImage other, BaseImage best) {
    return other.python().equals(best.python())
        && other.kind() == best.kind()
        && other.distributionEndOfLife().isAfter(best.distributionEndOfLife());
  }

  private static Optional<String> refusal(Candidate other, Candidate best) {
    if (!other.isPossible()) {
      return other.obstacle().map(obstacle -> "cannot run it: " + obstacle);
    }
    return Optional.of(other.compilesBeside(best))
        .filter(more -> !more.isEmpty())
        .map(more -> "would compile " + Words.names(more) + " besides");
  }

  private static List<String> besideChosen(Candidate candidate, Candidate best) {
    List<String> reasons = new ArrayList<>();
    if (candidate.image().isFull()) {
      reasons.add("carries compilers and headers that only a build stage needs");
    }
    if (!candidate.image().kind().hasShell()) {
      reasons.add("has no shell and no package manager");
    }
    List<String> more = candidate.compilesBeside(best);
    int fewer = best.sourceBuilds().size() - candidate.sourceBuilds().size();
    if (!more.isEmpty()) {
      reasons.add("compiles " + Words.names(more) + " besides");
    } else if (fewer > 0) {
      reasons.add("compiles " + fewer + " fewer");
    }
    long saved = best.size().onDisk() - candidate.size().onDisk();
    if (Math.abs(saved) >= 1_000_000) {
      reasons.add(Words.megabytes(Math.abs(saved)) + (saved > 0 ? " smaller" : " larger"));
    }
    return reasons;
  }
}
