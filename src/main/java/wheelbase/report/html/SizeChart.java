package wheelbase.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wheelbase.Analysis;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.Recommendation;
import wheelbase.baseimage.SizeEstimate;
import wheelbase.baseimage.SizePart;
import wheelbase.baseimage.Words;
import wheelbase.report.Bytes;
import wheelbase.report.CandidateWords;

/**
 * The candidates side by side: how large each image would be, of what, and what it takes to build.
 *
 * @param parts what a size is made of, without what is next to nothing in every image
 */
record SizeChart(List<Part> parts, List<Row> rows) {
  /** How long the longest bar is; the lengths of all others are thousandths of it. */
  private static final int FULL = 1000;

  /** A part of a size, by its colour in the style and in words. */
  record Part(String id, String words) {
    static Part of(SizePart part) {
      return new Part(part.id(), CandidateWords.part(part));
    }
  }

  /** A piece of the bar, in thousandths of the longest. */
  record Segment(Part part, long start, long length, String size) {}

  /**
   * A candidate.
   *
   * @param obstacle why the project cannot run there, in place of all sizes; empty where it can
   * @param pull the length of the second bar, in thousandths of the longest
   * @param builds {@code compiles psycopg2, about 3 minutes a build}, and whether sizes are
   *     estimates
   * @param cells the size of each part, empty where it has none of it
   */
  record Row(
      String reference,
      boolean chosen,
      String obstacle,
      String onDisk,
      String toPull,
      List<Segment> segments,
      long pull,
      String builds,
      List<String> reasons,
      List<String> cells,
      String pythonEnd,
      String distribution,
      String distributionEnd) {
    public boolean possible() {
      return obstacle.isEmpty();
    }
  }

  static Optional<SizeChart> of(Analysis analysis) {
    return analysis
        .recommendation()
        .filter(recommendation -> !recommendation.candidates().isEmpty())
        .map(SizeChart::of);
  }

  private static SizeChart of(Recommendation recommendation) {
    List<Candidate> candidates = recommendation.candidates();
    List<SizePart> parts =
        Arrays.stream(SizePart.values())
            .filter(
                part ->
                    candidates.stream()
                        .filter(Candidate::isPossible)
                        .anyMatch(
                            candidate ->
                                bytes(candidate.size(), part) >= CandidateWords.NEXT_TO_NOTHING))
            .toList();
    long longest =
        candidates.stream()
            .filter(Candidate::isPossible)
            .mapToLong(candidate -> candidate.size().onDisk())
            .max()
            .orElse(1);
    return new SizeChart(
        parts.stream().map(Part::of).toList(),
        candidates.stream()
            .map(candidate -> row(candidate, recommendation, parts, Math.max(1, longest)))
            .toList());
  }

  private static Row row(
      Candidate candidate, Recommendation recommendation, List<SizePart> parts, long longest) {
    SizeEstimate size = candidate.size();
    return new Row(
        candidate.image().reference(),
        recommendation.chosen().filter(candidate::equals).isPresent(),
        candidate.obstacle().orElse(""),
        Bytes.megabytes(size.onDisk()),
        Bytes.megabytes(size.toPull()),
        segments(size, parts, longest),
        FULL * size.toPull() / longest,
        builds(candidate),
        furtherReasons(candidate),
        parts.stream().map(part -> cell(size, part)).toList(),
        candidate.image().pythonEndOfLife().toString(),
        candidate.image().distribution().id(),
        candidate.image().distributionEndOfLife().toString());
  }

  private static List<Segment> segments(SizeEstimate size, List<SizePart> parts, long longest) {
    List<Segment> segments = new ArrayList<>();
    long before = 0;
    for (SizePart part : parts) {
      long start = FULL * before / longest;
      before += bytes(size, part);
      long end = FULL * before / longest;
      if (end > start) {
        segments.add(new Segment(Part.of(part), start, end - start, cell(size, part)));
      }
    }
    return segments;
  }

  private static String builds(Candidate candidate) {
    return CandidateWords.compiles(candidate)
        + ", about "
        + Words.time(candidate.buildSeconds())
        + " a build"
        + (candidate.size().method() == SizeEstimate.Method.ESTIMATED ? "; sizes estimated" : "");
  }

  /** Those that say more than the row does. */
  private static List<String> furtherReasons(Candidate candidate) {
    Set<String> said = new HashSet<>(Set.of(CandidateWords.compiles(candidate)));
    candidate.obstacle().ifPresent(said::add);
    candidate.unusable().forEach(unusable -> said.add(unusable.toString()));
    return candidate.reasons().stream().filter(reason -> !said.contains(reason)).toList();
  }

  private static String cell(SizeEstimate size, SizePart part) {
    long bytes = bytes(size, part);
    return bytes == 0 ? "" : Bytes.megabytes(bytes);
  }

  private static long bytes(SizeEstimate size, SizePart part) {
    return size.parts().getOrDefault(part, 0L);
  }
}
