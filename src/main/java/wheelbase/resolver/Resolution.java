package wheelbase.resolver;

import java.util.function.Function;

/** What comes out of resolving: a pin for every package, or why there can be none. */
public sealed interface Resolution permits Resolved, Conflict {
  <T> T fold(Function<Resolved, T> resolved, Function<Conflict, T> conflict);
}
