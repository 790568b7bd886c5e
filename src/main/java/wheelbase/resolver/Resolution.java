package wheelbase.resolver;

import java.util.Optional;
import java.util.function.Function;

/** What comes out of resolving: a pin for every package, or why there can be none. */
public sealed interface Resolution permits Resolved, Conflict {
  <T> T fold(Function<Resolved, T> resolved, Function<Conflict, T> conflict);

  /** The pins; empty where there can be none. */
  default Optional<Resolved> resolved() {
    return fold(Optional::of, conflict -> Optional.empty());
  }

  /** Why there can be no pins; empty where there are. */
  default Optional<Conflict> conflict() {
    return fold(resolved -> Optional.empty(), Optional::of);
  }
}
