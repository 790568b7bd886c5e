package wheelbase.report;

import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.baseimage.BaseImage;

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
    analysis.bases().stream()
        .filter(base -> chosen.filter(base.image()::equals).isPresent())
        .map(SystemPackages::of)
        .forEach(needed -> put(page, needed));
  }

  private static void put(Page page, SystemPackages needed) {
    page.blank();
    int widest =
        needed.stages().stream()
            .flatMap(stage -> stage.packages().stream())
            .mapToInt(wanted -> TerminalText.columns(wanted.name()))
            .max()
            .orElse(0);
    needed.stages().forEach(stage -> put(page, stage, widest));
  }

  private static void put(Page page, SystemPackages.Stage stage, int widest) {
    boolean first = true;
    for (SystemPackages.Wanted wanted : stage.packages()) {
      List<String> why = wanted.reasons();
      String name =
          String.format("%-" + (NAMES - 2) + "s", first ? stage.title() : "") + wanted.name();
      String more = why.size() > 1 ? ", and " + (why.size() - 1) + " more" : "";
      page.paragraph(2, name, NAMES + widest + 2, Ink.PLAIN, why.get(0) + more);
      first = false;
    }
  }
}
