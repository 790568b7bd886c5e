package wheelbase.report;

import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.SizePart;

/** What is said of a base image and of what the project would be on it. */
public final class CandidateWords {
  /** Where the project runs nowhere. */
  public static final String NONE = "None of these base images will do.";

  private CandidateWords() {}

  /** {@code nothing compiles}, {@code compiles 3 packages}. */
  public static String compiles(Candidate candidate) {
    int number = candidate.sourceBuilds().size();
    return number == 0 ? "nothing compiles" : "compiles " + CheckText.count(number, "package");
  }

  /** {@code 40 s}, {@code 4 min}: where there is no room for a whole word. */
  public static String time(int seconds) {
    return seconds < 90 ? Math.max(1, seconds) + " s" : Math.round(seconds / 60f) + " min";
  }

  /** {@code system libraries}. */
  public static String part(SizePart part) {
    return part.id().replace('-', ' ');
  }
}
