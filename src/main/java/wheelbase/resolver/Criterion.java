package wheelbase.resolver;

import java.util.List;

/**
 * What {@link Backtracking} knows of one node.
 *
 * @param demands what the user and the pins ask of it
 * @param ruledOut the releases that were found not to work
 * @param candidates those to try, as of the time when a demand came in or a release was ruled out
 */
record Criterion(List<Demand> demands, CandidateSet ruledOut, CandidateSet candidates) {
  Criterion {
    demands = List.copyOf(demands);
  }

  /**
   * @param place a release; null where there is none
   */
  boolean isMetBy(Integer place) {
    if (place == null) {
      return false;
    }
    for (Demand demand : demands) {
      if (!demand.admitted().contains(place)) {
        return false;
      }
    }
    return true;
  }
}
