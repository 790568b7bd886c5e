package wheelbase.resolver;

import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.Requirement;

/**
 * A requirement or constraint of the user's own, with the line it stands on.
 *
 * @param hashes those given with it ({@code --hash})
 */
public record RootRequirement(Requirement requirement, SourceSpan place, Hashes hashes) {
  public RootRequirement(Requirement requirement, SourceSpan place) {
    this(requirement, place, Hashes.NONE);
  }
}
