package wheelbase.wizard;

import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.WriteOutcome;

/**
 * What came of writing.
 *
 * @param ending where it was done
 * @param problem where it was not
 * @param outcome of each file; empty where it did not come to that
 */
public record Written(
    Optional<Ending> ending, Optional<Diagnostic> problem, Optional<WriteOutcome> outcome) {
  static Written not(Diagnostic why) {
    return new Written(Optional.empty(), Optional.of(why), Optional.empty());
  }
}
