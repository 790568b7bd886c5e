package wheelbase.baseimage;

import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Wording;

/**
 * A base image and what the project would be on it: over all architectures that were asked for,
 * sizes for the first of them.
 *
 * @param sourceBuilds names of the packages that compile on any of the architectures
 * @param unusable packages that nothing fits, or whose needs the distribution cannot meet
 * @param conflict why the requirements cannot be met there; empty where they can
 * @param buildPackages distribution packages for the build stage
 * @param runtimePackages distribution packages for the runtime stage
 * @param buildSeconds of one build, downloads left aside
 * @param reasons for or against it, a sentence each without a full stop; filled by {@link
 *     Recommendation#rank}
 */
public record Candidate(
    BaseImage image,
    List<String> sourceBuilds,
    List<Unusable> unusable,
    Optional<String> conflict,
    List<String> buildPackages,
    List<String> runtimePackages,
    SizeEstimate size,
    int buildSeconds,
    List<String> reasons) {
  /** Stands for the conflict's own explanation, which takes many lines. */
  static final String CONFLICTING = "the requirements cannot be met there";

  public Candidate {
    sourceBuilds = sourceBuilds.stream().distinct().sorted().toList();
    unusable = List.copyOf(unusable);
    buildPackages = List.copyOf(buildPackages);
    runtimePackages = List.copyOf(runtimePackages);
    reasons = List.copyOf(reasons);
  }

  /** One that no reasons have been given for yet. */
  public Candidate(
      BaseImage image,
      List<String> sourceBuilds,
      List<Unusable> unusable,
      Optional<String> conflict,
      List<String> buildPackages,
      List<String> runtimePackages,
      SizeEstimate size,
      int buildSeconds) {
    this(
        image,
        sourceBuilds,
        unusable,
        conflict,
        buildPackages,
        runtimePackages,
        size,
        buildSeconds,
        List.of());
  }

  /** Whether the project can be installed and can run there, compiling or not. */
  public boolean isPossible() {
    return unusable.isEmpty() && conflict.isEmpty();
  }

  /** What keeps it from running there; empty where it can. */
  public Optional<String> obstacle() {
    return conflict.isPresent()
        ? Optional.of(CONFLICTING)
        : unusable.stream().findFirst().map(Unusable::toString).map(this::andOthers);
  }

  /** The packages that compile here and not there. */
  List<String> compilesBeside(Candidate other) {
    return sourceBuilds.stream().filter(name -> !other.sourceBuilds.contains(name)).toList();
  }

  private String andOthers(String first) {
    int others = unusable.size() - 1;
    return others == 0
        ? first
        : first + " (and " + Wording.count(others, "more package") + " cannot be had)";
  }

  Candidate because(List<String> given) {
    return new Candidate(
        image,
        sourceBuilds,
        unusable,
        conflict,
        buildPackages,
        runtimePackages,
        size,
        buildSeconds,
        given);
  }
}
