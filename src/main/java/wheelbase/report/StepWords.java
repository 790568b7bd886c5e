package wheelbase.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.Requirement;
import wheelbase.resolver.Step;

/**
 * A step of a conflict's story for other programs.
 *
 * @param kind words joined by hyphens; once published it keeps its meaning
 * @param by the releases that it is about; empty where it is a line of the user's
 * @param requirement what is asked for
 * @param place of a line of the user's
 */
record StepWords(
    String kind, Optional<String> by, Optional<String> requirement, Optional<SourceSpan> place) {

  static StepWords of(Step step) {
    if (step instanceof Step.Line line) {
      return new StepWords(
          line.constraint() ? "allows-only" : "wants",
          Optional.empty(),
          Optional.of(line.line().requirement().toString()),
          Optional.of(line.line().place()));
    }
    if (step instanceof Step.Needs needs) {
      return of("needs", needs.releases().words(), Optional.of(alternatives(needs.anyOf())));
    }
    if (step instanceof Step.Unfit unfit) {
      Optional<String> wanted =
          unfit.why() instanceof Step.Why.OtherPython python
              ? Optional.of("Python " + python.needed())
              : Optional.empty();
      return of(kind(unfit.why()), unfit.releases().words(), wanted);
    }
    if (step instanceof Step.Likewise likewise) {
      return of("likewise", likewise.releases().words(), Optional.empty());
    }
    if (step instanceof Step.PipGivesUp) {
      return new StepWords("pip-gives-up", Optional.empty(), Optional.empty(), Optional.empty());
    }
    if (step instanceof Step.NotLocked lock) {
      return new StepWords("not-locked", Optional.empty(), Optional.empty(), lock.fault().place());
    }
    String kind = step instanceof Step.NoProject ? "no-project" : "no-release";
    return new StepWords(kind, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static StepWords of(String kind, String by, Optional<String> requirement) {
    return new StepWords(kind, Optional.of(by), requirement, Optional.empty());
  }

  private static String alternatives(List<Requirement> anyOf) {
    return anyOf.stream().map(Requirement::toString).collect(Collectors.joining(" or "));
  }

  private static String kind(Step.Why why) {
    if (why instanceof Step.Why.OtherPython) {
      return "requires-python";
    }
    if (why instanceof Step.Why.NoWheel) {
      return "no-wheel";
    }
    if (why instanceof Step.Why.NoFileFits) {
      return "no-file";
    }
    if (why instanceof Step.Why.OnlyWheels) {
      return "only-wheels";
    }
    if (why instanceof Step.Why.Yanked) {
      return "yanked";
    }
    return why instanceof Step.Why.Prerelease ? "pre-release" : "other-hash";
  }
}
