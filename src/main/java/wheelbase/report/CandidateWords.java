package wheelbase.report;

import java.util.List;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.SizeEstimate;
import wheelbase.baseimage.SizePart;
import wheelbase.baseimage.Words;

/** What is said of a base image and of what the project would be on it. */
public final class CandidateWords {
  /** Where the project runs nowhere. */
  public static final String NONE = "None of these base images will do.";

  /** Bytes that would be shown as 0.0 MB. */
  public static final long NEXT_TO_NOTHING = 50_000;

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

  /** What a size on disk is made of: {@code base 125 MB}, without what is next to nothing. */
  public static List<String> parts(SizeEstimate size) {
    return size.parts().entrySet().stream()
        .filter(part -> part.getValue() >= NEXT_TO_NOTHING)
        .map(part -> part(part.getKey()) + " " + Bytes.megabytes(part.getValue()))
        .toList();
  }

  /** {@code system libraries}. */
  public static String part(SizePart part) {
    return part.id().replace('-', ' ');
  }
}
