package wheelbase.resolver;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import wheelbase.pep508.PackageName;

/** A pin for every package that the requirements bring in. */
public record Resolved(SortedMap<PackageName, Pin> pins) implements Resolution {
  public Resolved {
    pins = Collections.unmodifiableSortedMap(new TreeMap<>(pins));
  }

  @Override
  public <T> T fold(Function<Resolved, T> resolved, Function<Conflict, T> conflict) {
    return resolved.apply(this);
  }
}
