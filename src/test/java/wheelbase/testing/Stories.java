package wheelbase.testing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.ReleaseGroup;
import wheelbase.resolver.RootRequirement;
import wheelbase.resolver.Step;

/** Steps of conflicts, in a few words. */
public final class Stories {
  private Stories() {}

  /** Of a line in a file of the user's. */
  public static Step wants(String file, int line, String requirement) {
    return new Step.Line(
        new RootRequirement(
            Requirement.parse(requirement), SourceSpan.line(file, line, requirement)),
        false);
  }

  public static Step needs(String name, String version, String requirement) {
    return new Step.Needs(
        releases(name, name + " " + version, version), List.of(Requirement.parse(requirement)));
  }

  /** None of the releases has a file for the target. */
  public static Step hasNoFile(
      TargetPlatform target, String name, String words, String... versions) {
    return new Step.Unfit(
        releases(name, words, versions), new Step.Why.NoFileFits(target), Optional.empty());
  }

  private static ReleaseGroup releases(String name, String words, String... versions) {
    return new ReleaseGroup(
        new PackageName(name),
        Set.of(),
        List.of(versions).stream().map(Version::parse).toList(),
        words);
  }
}
