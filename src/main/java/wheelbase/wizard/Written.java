package wheelbase.wizard;

import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;

/**
 * What came of writing.
 *
 * @param ending where it was done
 * @param problem where it was not
 */
public record Written(Optional<Ending> ending, Optional<Diagnostic> problem) {}
