package wheelbase.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.buildsystem.BuildDependency;
import wheelbase.buildsystem.BuildEnvironment;
import wheelbase.buildsystem.BuildEnvironment.Link;
import wheelbase.diagnostic.Wording;
import wheelbase.platform.TargetPlatform;
import wheelbase.survey.PackageAnalysis;
import wheelbase.wheels.Verdict;

/** How that is spoken of which an sdist is built with. */
public final class BuildWords {
  /** The label of {@link #of}. */
  public static final String BUILT_WITH = "Built with";

  private BuildWords() {}

  /** Why there is no wheel of it, and what else is built for it. */
  public static String why(PackageAnalysis analysed, TargetPlatform target, Verdict verdict) {
    return Stream.of(verdict.why(), first(analysed, target))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** {@code builds numpy 1.23.2 first}; empty where no other source build comes before. */
  private static String first(PackageAnalysis analysed, TargetPlatform target) {
    List<BuildDependency> built =
        Optional.ofNullable(analysed.builds().get(target))
            .map(environment -> environment.compiled("").stream().map(Link::built).toList())
            .orElse(List.of());
    if (built.isEmpty()) {
      return "";
    }
    boolean unknown = built.stream().anyMatch(each -> !each.needs().known());
    return "builds "
        + Wording.some(built.stream().map(BuildDependency::title).toList())
        + " first"
        + (unknown ? ", of which no rule says what it needs" : "");
  }

  /** What pip installs to build it, a line for each way in which targets differ. */
  public static List<String> of(PackageAnalysis analysed) {
    return analysed.builds().values().stream()
        .map(BuildWords::of)
        .filter(line -> !line.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** What pip installs there; empty where it installs nothing, or cannot. */
  static String of(BuildEnvironment environment) {
    return environment.dependencies().stream()
        .map(BuildWords::of)
        .collect(Collectors.joining(", "));
  }

  private static String of(BuildDependency each) {
    return each.title() + (each.isBuilt() ? " (from its sdist)" : "");
  }
}
