package wheelbase.resolver;

import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.Requirement;

/** A requirement or constraint of the user's own, with the line it stands on. */
public record RootRequirement(Requirement requirement, SourceSpan place) {}
