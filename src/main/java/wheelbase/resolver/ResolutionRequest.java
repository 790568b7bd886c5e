package wheelbase.resolver;

import java.util.List;
import java.util.Set;
import wheelbase.platform.TargetPlatform;

/**
 * What is to be resolved, for one target.
 *
 * @param formats which kinds of file may be taken
 * @param allowPrereleases pip's {@code --pre}
 * @param hashMode whether every package must have a hash
 * @param followsDependencies not so with pip's {@code --no-deps}: the requirements are all that is
 *     wanted, as where a lock pins everything
 */
public record ResolutionRequest(
    TargetPlatform target,
    List<RootRequirement> requirements,
    List<RootRequirement> constraints,
    Formats formats,
    boolean allowPrereleases,
    HashMode hashMode,
    boolean followsDependencies) {
  /** Whether every package must have a hash. */
  public enum HashMode {
    /** As soon as one line has one. */
    AS_GIVEN,
    /** {@code --require-hashes}. */
    REQUIRED,
    /** {@code --no-require-hashes}: those that are given are checked. */
    NOT_REQUIRED
  }

  public ResolutionRequest {
    requirements = List.copyOf(requirements);
    constraints = List.copyOf(constraints);
  }

  /** With dependencies, as usual. */
  public ResolutionRequest(
      TargetPlatform target,
      List<RootRequirement> requirements,
      List<RootRequirement> constraints,
      Formats formats,
      boolean allowPrereleases,
      HashMode hashMode) {
    this(target, requirements, constraints, formats, allowPrereleases, hashMode, true);
  }

  public ResolutionRequest withFormats(Formats other) {
    return new ResolutionRequest(
        target, requirements, constraints, other, allowPrereleases, hashMode, followsDependencies);
  }

  /** The same with other requirements and constraints. */
  public ResolutionRequest with(List<RootRequirement> others, List<RootRequirement> bounds) {
    return new ResolutionRequest(
        target, others, bounds, formats, allowPrereleases, hashMode, followsDependencies);
  }

  /** pip's {@code --no-deps}; a hash is checked where there is one. */
  public ResolutionRequest withoutDependencies() {
    return new ResolutionRequest(
        target, requirements, constraints, formats, allowPrereleases, HashMode.NOT_REQUIRED, false);
  }

  /** With these lines of the user's and no others. */
  ResolutionRequest withLines(List<Step.Line> lines) {
    return with(lines(lines, false), lines(lines, true));
  }

  private static List<RootRequirement> lines(List<Step.Line> lines, boolean constraints) {
    return lines.stream()
        .filter(line -> line.constraint() == constraints)
        .map(Step.Line::line)
        .toList();
  }

  /**
   * pip's format control. The sets hold normalised names, or {@code :all:}.
   *
   * @param preferBinary a wheel of an older version before an sdist of a newer one
   * @param sdistsToo normalised names whose sdists may be taken even where only wheels may
   *     otherwise; pip has no such option, it serves to look past the first package without a wheel
   */
  public record Formats(
      Set<String> noBinary, Set<String> onlyBinary, boolean preferBinary, Set<String> sdistsToo) {
    public static final Formats ANY = new Formats(Set.of(), Set.of(), false);
    public static final Formats WHEELS_ONLY = new Formats(Set.of(), Set.of(":all:"), false);

    public Formats {
      noBinary = Set.copyOf(noBinary);
      onlyBinary = Set.copyOf(onlyBinary);
      sdistsToo = Set.copyOf(sdistsToo);
    }

    public Formats(Set<String> noBinary, Set<String> onlyBinary, boolean preferBinary) {
      this(noBinary, onlyBinary, preferBinary, Set.of());
    }

    public Formats withSdistsOf(Set<String> names) {
      return new Formats(noBinary, onlyBinary, preferBinary, names);
    }
  }
}
