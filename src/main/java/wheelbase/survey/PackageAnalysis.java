package wheelbase.survey;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import wheelbase.buildsystem.BuildEnvironment;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.reading.ReadNeeds;
import wheelbase.wheels.Verdict;

/**
 * One package over all targets.
 *
 * @param versions the pinned version, for the targets that pin it; empty for a package outside the
 *     index
 * @param paths the shortest from each of the user's lines that bring it in, shortest first, a few
 * @param verdicts for the targets that need it
 * @param buildLibraries,runLibraries library ids, over all targets
 * @param evidence how the needs are known, one line each
 * @param hints for the user, one line each
 * @param read what was read of its file, for the targets for which no rule speaks
 * @param builds what its sdist is built in, for the targets for which pip takes one
 */
public record PackageAnalysis(
    PackageName name,
    Map<TargetPlatform, Version> versions,
    List<RequirementPath> paths,
    Map<TargetPlatform, Verdict> verdicts,
    SortedSet<String> buildLibraries,
    SortedSet<String> runLibraries,
    List<String> evidence,
    List<String> hints,
    Map<TargetPlatform, ReadNeeds> read,
    Map<TargetPlatform, BuildEnvironment> builds) {
  public PackageAnalysis {
    versions = Map.copyOf(versions);
    paths = List.copyOf(paths);
    verdicts = Map.copyOf(verdicts);
    evidence = List.copyOf(evidence);
    hints = List.copyOf(hints);
    read = Map.copyOf(read);
    builds = Map.copyOf(builds);
  }
}
