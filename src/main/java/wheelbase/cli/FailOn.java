package wheelbase.cli;

import java.util.stream.Stream;
import wheelbase.Analysis;
import wheelbase.diagnostic.Severity;
import wheelbase.wheels.VerdictClass;

/** A condition on which the user wants a run to fail. */
enum FailOn {
  COMPILE {
    @Override
    boolean holds(Analysis analysis) {
      return verdicts(analysis).anyMatch(VerdictClass::compiles);
    }
  },
  UNUSABLE {
    @Override
    boolean holds(Analysis analysis) {
      return verdicts(analysis).anyMatch(kind -> kind == VerdictClass.UNUSABLE)
          || analysis.targets().stream()
              .anyMatch(target -> target.resolution().fold(pins -> false, conflict -> true));
    }
  },
  WARNING {
    @Override
    boolean holds(Analysis analysis) {
      return analysis.diagnostics().stream()
          .anyMatch(diagnostic -> diagnostic.severity() == Severity.WARNING);
    }
  };

  /** Whether it is so on any target that was looked at. */
  abstract boolean holds(Analysis analysis);

  private static Stream<VerdictClass> verdicts(Analysis analysis) {
    return analysis.packages().stream()
        .flatMap(analysed -> analysed.verdicts().values().stream())
        .map(verdict -> verdict.kind());
  }
}
