package wheelbase.resolver;

import java.util.Collections;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import wheelbase.pep508.PackageName;

/**
 * A pin for every package that the requirements bring in.
 *
 * @param leftAfter after how many rounds pip's own search was left, because it goes on for too
 *     long; the pins then meet all requirements, but pip might end at others. Empty where the pins
 *     are pip's
 */
public record Resolved(SortedMap<PackageName, Pin> pins, OptionalInt leftAfter)
    implements Resolution {
  public Resolved {
    pins = Collections.unmodifiableSortedMap(new TreeMap<>(pins));
  }

  public Resolved(SortedMap<PackageName, Pin> pins) {
    this(pins, OptionalInt.empty());
  }

  @Override
  public <T> T fold(Function<Resolved, T> resolved, Function<Conflict, T> conflict) {
    return resolved.apply(this);
  }
}
