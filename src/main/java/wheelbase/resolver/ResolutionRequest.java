package wheelbase.resolver;

import java.util.List;
import java.util.Set;
import wheelbase.platform.TargetPlatform;

/**
 * What is to be resolved, for one target.
 *
 * @param formats which kinds of file may be taken
 * @param allowPrereleases pip's {@code --pre}
 */
public record ResolutionRequest(
    TargetPlatform target,
    List<RootRequirement> requirements,
    List<RootRequirement> constraints,
    Formats formats,
    boolean allowPrereleases) {
  public ResolutionRequest {
    requirements = List.copyOf(requirements);
    constraints = List.copyOf(constraints);
  }

  /**
   * pip's format control. The sets hold normalised names, or {@code :all:}.
   *
   * @param preferBinary a wheel of an older version before an sdist of a newer one
   */
  public record Formats(Set<String> noBinary, Set<String> onlyBinary, boolean preferBinary) {
    public static final Formats ANY = new Formats(Set.of(), Set.of(), false);
    public static final Formats WHEELS_ONLY = new Formats(Set.of(), Set.of(":all:"), false);

    public Formats {
      noBinary = Set.copyOf(noBinary);
      onlyBinary = Set.copyOf(onlyBinary);
    }
  }
}
