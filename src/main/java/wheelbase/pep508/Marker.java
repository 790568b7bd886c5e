package wheelbase.pep508;

import java.util.Set;

public final class Marker {
  private Marker() {}

  public static Marker parse(String text) {
    throw new UnsupportedOperationException();
  }

  /**
   * Whether it holds for a requirement of core metadata.
   *
   * @param extras the extras asked for, normalised; it holds if it holds for one of them, or for
   *     none ("") where there are none. Like pip: {@code any(marker.evaluate({"extra": e}) for e in
   *     extras or [""])}
   */
  public boolean holds(MarkerEnvironment environment, Set<String> extras) {
    throw new UnsupportedOperationException();
  }
}
