package wheelbase.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.wheels.Downgrade;

/** Packages that wheels only take back to an older version without a word. */
final class QuietDowngrades implements Finder {
  static final String ID = "quiet-downgrade";

  private record Step(PackageName name, Version from, Version to) {}

  @Override
  public List<Diagnostic> in(Surveyed project) {
    Map<Step, List<Downgrade>> steps = new LinkedHashMap<>();
    for (Downgrade downgrade : project.downgrades()) {
      steps
          .computeIfAbsent(
              new Step(downgrade.name(), downgrade.from(), downgrade.to()),
              key -> new ArrayList<>())
          .add(downgrade);
    }
    return steps.values().stream()
        .sorted(
            Comparator.comparing(QuietDowngrades::goesWithAnother)
                .thenComparing(Comparator.comparing(QuietDowngrades::releases).reversed()))
        .map(downgrades -> finding(project, downgrades))
        .toList();
  }

  private static boolean goesWithAnother(List<Downgrade> downgrades) {
    return downgrades.stream().allMatch(Downgrade::goesWithAnother);
  }

  private static int releases(List<Downgrade> downgrades) {
    return downgrades.get(0).releases();
  }

  private static Diagnostic finding(Surveyed project, List<Downgrade> downgrades) {
    Downgrade first = downgrades.get(0);
    String message =
        "with wheels only "
            + first.name()
            + " goes back from "
            + first.from()
            + " to "
            + first.to()
            + project
                .whereabouts()
                .unlessEverywhere(downgrades.stream().map(Downgrade::target).toList())
            + ": "
            + first.distance();
    return Diagnostic.note(ID, message + "\n" + first.reason())
        .because(project.paths().blame(first.name(), first.target()));
  }
}
