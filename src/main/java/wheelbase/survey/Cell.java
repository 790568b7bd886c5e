package wheelbase.survey;

import java.util.List;
import java.util.Optional;
import wheelbase.buildsystem.BuildEnvironment;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.reading.ReadNeeds;
import wheelbase.resolver.Pin;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.wheels.Verdict;

/**
 * One package on one base image and architecture: the verdict with the libraries reckoned in.
 *
 * @param pin empty where the target has no resolution and the release is that of a neighbouring
 *     target
 * @param version empty for a package outside the index
 * @param read what was read of its file, where no rule speaks
 * @param build what its sdist is built in, where pip takes one
 */
public record Cell(
    PackageName name,
    TargetPlatform target,
    Optional<Version> version,
    Optional<Pin> pin,
    Verdict verdict,
    LibraryNeeds needs,
    Optional<ReadNeeds> read,
    Optional<BuildEnvironment> build) {
  /** What is installed to build it, in the order in which it is built; empty for a wheel. */
  public List<BuildEnvironment.Link> chain() {
    return build.map(environment -> environment.chain(title())).orElse(List.of());
  }

  /** The same, judged otherwise. */
  Cell as(Verdict other) {
    return new Cell(name, target, version, pin, other, needs, read, build);
  }

  /** {@code psycopg2 2.9.11}. */
  public String title() {
    return name + version.map(each -> " " + each).orElse("");
  }
}
