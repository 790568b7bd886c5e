package wheelbase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wheelbase.Analysis;
import wheelbase.BaseAnalysis;
import wheelbase.baseimage.BaseImage;
import wheelbase.dockerfile.PackageReason;

/** The distribution packages that each stage of the recommended image needs, and what for. */
final class SystemPackagesText {
  private static final int NAMES = 24;

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
        int widest =
            Stream.concat(base.buildPackages().stream(), base.runtimePackages().stream())
                .mapToInt(wanted -> TerminalText.columns(wanted.distributionPackage()))
                .max()
                .orElse(0);
        put(page, "In the build stage", base.buildPackages(), widest);
        put(page, "At run time", base.runtimePackages(), widest);
      }
    }
  }

  private static void put(Page page, String stage, List<PackageReason> packages, int widest) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    packages.forEach(
        wanted ->
            reasons
                .computeIfAbsent(wanted.distributionPackage(), name -> new ArrayList<>())
                .add(wanted.reason()));
    boolean first = true;
    for (Map.Entry<String, List<String>> entry : reasons.entrySet()) {
      List<String> why = entry.getValue();
      String name = String.format("%-" + (NAMES - 2) + "s", first ? stage : "") + entry.getKey();
      String more = why.size() > 1 ? ", and " + (why.size() - 1) + " more" : "";
      page.paragraph(2, name, NAMES + widest + 2, Ink.PLAIN, why.get(0) + more);
      first = false;
    }
  }
}
