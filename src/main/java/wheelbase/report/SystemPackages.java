package wheelbase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wheelbase.BaseAnalysis;
import wheelbase.dockerfile.PackageReason;

/**
 * The distribution packages that the project needs on a base image.
 *
 * @param none whether it needs none at all
 */
public record SystemPackages(String image, String distribution, boolean none, List<Stage> stages) {

  /** Those of one stage. */
  public record Stage(String title, List<Wanted> packages) {}

  /** One of them, and what wants it. */
  public record Wanted(String name, List<String> reasons) {}

  /** Stages that need none are left out. */
  public static SystemPackages of(BaseAnalysis base) {
    List<Stage> stages = new ArrayList<>();
    stages.add(new Stage("In the build stage", wanted(base.buildPackages())));
    stages.add(new Stage("At run time", wanted(base.runtimePackages())));
    stages.removeIf(stage -> stage.packages().isEmpty());
    return new SystemPackages(
        base.image().reference(), base.image().distribution().id(), stages.isEmpty(), stages);
  }

  private static List<Wanted> wanted(List<PackageReason> packages) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    packages.forEach(
        wanted ->
            reasons
                .computeIfAbsent(wanted.distributionPackage(), name -> new ArrayList<>())
                .add(wanted.reason()));
    return reasons.entrySet().stream()
        .map(entry -> new Wanted(entry.getKey(), entry.getValue()))
        .toList();
  }
}
