package wheelbase.report;

import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.SizePart;
import wheelbase.baseimage.Words;

/** What is said of a base image and of what the project would be on it. */
public final class CandidateWords {
  /** Where the project runs nowhere. */
  public static final String NONE = "None of these base images will do.";

  private CandidateWords() {}

  /** {@code nothing compiles}, {@code compiles fastavro, psycopg2 and 2 others}. */
  public static String compiles(Candidate candidate) {
    return candidate.sourceBuilds().isEmpty()
        ? "nothing compiles"
        : "compiles " + Words.names(candidate.sourceBuilds());
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
