package wheelbase.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Blame;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.requirements.Credentials;
import wheelbase.resolver.RootRequirement;

/**
 * The way on which a package came in, with the requirement of every step.
 *
 * @param line the user's own, with which it begins
 * @param steps what the releases in between ask for, down to the package; none where the line asks
 *     for the package itself
 */
public record RequirementPath(RootRequirement line, List<Step> steps) {
  public RequirementPath {
    steps = List.copyOf(steps);
  }

  /**
   * What one release asks for.
   *
   * @param extra the extra without which it would not ask
   * @param version empty for a package outside the index
   * @param requirement as its metadata have it
   */
  public record Step(
      PackageName release,
      Optional<String> extra,
      Optional<Version> version,
      Requirement requirement) {
    /** {@code cohere 5.15.0}, {@code requests[socks] 2.32.3}. */
    public String by() {
      return release
          + extra.map(each -> "[" + each + "]").orElse("")
          + version.map(each -> " " + each).orElse("");
    }

    /**
     * With its marker where it decides: {@code tomli>=2; python_version < "3.11"}. That an extra is
     * asked for is said of the release.
     */
    public String asks() {
      return shown(requirement)
          + requirement
              .marker()
              .filter(marker -> extra.isEmpty())
              .map(each -> "; " + each)
              .orElse("");
    }

    private Blame blame() {
      return new Blame(by(), shown(requirement));
    }
  }

  /** {@code requirements.txt:17}. */
  public String place() {
    return line.place().file() + ":" + line.place().line();
  }

  /** {@code cohere==5.15.0}: what the user's line asks for, without its marker. */
  public String asked() {
    return shown(line.requirement());
  }

  /** Of every step, and of the user's line. */
  public List<Requirement> requirements() {
    List<Requirement> all = new ArrayList<>(List.of(line.requirement()));
    steps.forEach(step -> all.add(step.requirement()));
    return List.copyOf(all);
  }

  /** The packages on the way, the last one included; extras of one package count once. */
  public List<PackageName> names() {
    return requirements().stream().map(Requirement::name).distinct().toList();
  }

  /** In the small form that a diagnostic carries. */
  public List<Blame> blame() {
    List<Blame> blame = new ArrayList<>(List.of(new Blame(place(), asked())));
    steps.forEach(step -> blame.add(step.blame()));
    return List.copyOf(blame);
  }

  private static String shown(Requirement requirement) {
    return Credentials.hidden(requirement.withoutMarker());
  }
}
