package wheelbase.resolver;

import java.util.List;
import java.util.Set;

/** Turns the tree of causes into sentences that name the user's own lines. */
final class ConflictExplainer {
  ConflictExplainer(ResolutionRequest request) {}

  Conflict explain(Incompatibility conclusion) {
    return new Conflict(List.of(conclusion.toString()), List.of(), Set.of());
  }
}
