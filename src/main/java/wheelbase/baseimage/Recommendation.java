package wheelbase.baseimage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which base image to take, and why.
 *
 * @param chosen empty where the project runs on none of them
 * @param slimOrAlpine empty unless both a slim and an Alpine image were asked about
 * @param candidates all, best first, each with its reasons; the chosen one, if any, is the first
 */
public record Recommendation(
    Optional<Candidate> chosen, Optional<SlimOrAlpine> slimOrAlpine, List<Candidate> candidates) {
  public Recommendation {
    candidates = List.copyOf(candidates);
  }

  /**
   * Never an image on which something is unusable or the requirements conflict. Of several Pythons
   * the one that {@link PythonPreference} takes. On it, slim Debian: fewer compiles first, then the
   * newer release; Alpine where {@link SlimOrAlpine} allows it; an image of the user's own,
   * distroless or a full image only where nothing else was asked about.
   *
   * @param today for what is past its end of life
   */
  public static Recommendation rank(List<Candidate> offered, LocalDate today) {
    if (offered.isEmpty()) {
      return new Recommendation(Optional.empty(), Optional.empty(), List.of());
    }
    String series =
        PythonPreference.series(offered, today).orElseGet(() -> newest(offered).series());
    List<Candidate> ranked = new ArrayList<>(offered);
    ranked.sort(order(series, today));
    Optional<Candidate> slim = first(ranked, series, BaseImage::isSlim);
    Optional<Candidate> alpine = first(ranked, series, BaseImage::isAlpine);
    Optional<SlimOrAlpine> answer =
        slim.flatMap(glibc -> alpine.map(musl -> SlimOrAlpine.judge(glibc, musl)));
    boolean alpineWins =
        answer.map(given -> given.answer() == SlimOrAlpine.Answer.ALPINE).orElse(false);
    if (alpineWins) {
      ranked.remove(alpine.orElseThrow());
      ranked.add(0, alpine.orElseThrow());
    }
    Candidate best = ranked.get(0);
    Optional<Candidate> chosen = Optional.of(best).filter(Candidate::isPossible);
    Reasons reasons = new Reasons(ranked, chosen, today);
    List<Candidate> explained = ranked.stream().map(reasons::explain).toList();
    return new Recommendation(chosen.map(candidate -> explained.get(0)), answer, explained);
  }

  private static BaseImage newest(List<Candidate> offered) {
    return offered.stream()
        .map(Candidate::image)
        .max(Comparator.comparing(BaseImage::python))
        .orElseThrow();
  }

  private static Comparator<Candidate> order(String series, LocalDate today) {
    return Comparator.comparing((Candidate candidate) -> !candidate.isPossible())
        .thenComparing(candidate -> !candidate.image().series().equals(series))
        .thenComparing(candidate -> family(candidate.image()))
        .thenComparing(candidate -> candidate.sourceBuilds().size())
        .thenComparing(
            candidate -> candidate.image().distributionEndOfLife(), Comparator.reverseOrder())
        .thenComparing(candidate -> candidate.image().python(), Comparator.reverseOrder())
        .thenComparing(candidate -> candidate.image().reference());
  }

  private static int family(BaseImage image) {
    return switch (image.kind()) {
      case SLIM -> 0;
      case OWN -> 1;
      case ALPINE -> 2;
      case DISTROLESS -> 3;
      case FULL -> 4;
    };
  }

  private static Optional<Candidate> first(
      List<Candidate> ranked, String series, Predicate<BaseImage> kind) {
    return ranked.stream()
        .filter(candidate -> candidate.image().series().equals(series))
        .filter(candidate -> kind.test(candidate.image()))
        .findFirst();
  }
}
