package wheelbase.wizard;

import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.ProjectOutline;
import wheelbase.diagnostic.Diagnostic;

/**
 * What is known when a question is asked.
 *
 * @param outline what the project is, with the answers reckoned in
 * @param analysis empty until the index was asked
 * @param cannotWrite why nothing can be written where the files would go; empty where it can
 */
public record Situation(
    Answers answers,
    ProjectOutline outline,
    Optional<Analysis> analysis,
    Optional<Diagnostic> cannotWrite) {}
