package wheelbase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.BaseAnalysis;
import wheelbase.baseimage.BaseImage;
import wheelbase.dockerfile.PackageReason;

/** The distribution packages that each stage of the recommended image needs, and what for. */
final class SystemPackagesText {
  private static final int NAMES = 24;
  private static final int REASONS = 38;

  private SystemPackagesText() {}

  static void put(Page page, Analysis analysis) {
    Optional<BaseImage> chosen =
        analysis
            .recommendation()
            .flatMap(recommendation -> recommendation.chosen())
            .map(candidate -> candidate.image());
    for (BaseAnalysis base : analysis.bases()) {
      if (chosen.filter(base.image()::equals).isPresent()) {
        page.blank();
        put(page, "In the build stage", base.buildPackages());
        put(page, "At run time", base.runtimePackages());
      }
    }
  }

  private static void put(Page page, String stage, List<PackageReason> packages) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    packages.forEach(
        wanted ->
            reasons
                .computeIfAbsent(wanted.distributionPackage(), name -> new ArrayList<>())
                .add(wanted.reason()));
    boolean first = true;
    for (Map.Entry<String, List<String>> entry : reasons.entrySet()) {
      List<String> why = entry.getValue();
      page.line(2)
          .put(Ink.STRONG, first ? stage : "")
          .to(NAMES)
          .put(entry.getKey())
          .to(REASONS)
          .put(why.get(0) + (why.size() > 1 ? ", and " + (why.size() - 1) + " more" : ""))
          .end();
      first = false;
    }
  }
}
