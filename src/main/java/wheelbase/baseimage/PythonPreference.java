package wheelbase.baseimage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which Python to take where the project names none. */
public final class PythonPreference {
  private PythonPreference() {}

  /**
   * Orders what one series after another would bring, the better first: possible at all, still
   * looked after, fewer compiles, newer.
   */
  public static Comparator<Candidate> on(LocalDate today) {
    return Comparator.comparing(Candidate::isPossible)
        .thenComparing(candidate -> !candidate.image().pythonEndOfLife().isBefore(today))
        .thenComparing(candidate -> -candidate.sourceBuilds().size())
        .thenComparing(candidate -> candidate.image().python())
        .reversed();
  }

  /**
   * The series on which everything installs with the fewest compiles, the newest of several; slim
   * images are compared, others only where nothing runs on slim ones. Empty where nothing runs
   * anywhere.
   */
  public static Optional<String> series(List<Candidate> candidates, LocalDate today) {
    List<Candidate> possible = candidates.stream().filter(Candidate::isPossible).toList();
    List<Candidate> slim =
        possible.stream().filter(candidate -> candidate.image().isSlim()).toList();
    return (slim.isEmpty() ? possible : slim)
        .stream().min(on(today)).map(candidate -> candidate.image().series());
  }
}
