package wheelbase.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Wording;
import wheelbase.pep508.PackageName;
import wheelbase.reading.ReadFromSdist;
import wheelbase.survey.Cell;

/** Packages that compile and that no rule speaks of: what their builds need is not known. */
final class BuildsWithoutRule implements Finder {
  @Override
  public List<Diagnostic> in(Surveyed project) {
    SortedMap<PackageName, Cell> unknown = new TreeMap<>();
    for (Cell cell : project.matrix().cells()) {
      if (cell.pin().isPresent() && isWithoutRule(cell)) {
        unknown.putIfAbsent(cell.name(), cell);
      }
    }
    if (unknown.isEmpty()) {
      return List.of();
    }
    List<String> names = unknown.keySet().stream().map(PackageName::value).toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        "no rule says what the "
            + (names.size() == 1 ? "build of " : "builds of ")
            + Wording.some(names)
            + (names.size() == 1 ? " needs" : " need"));
    unknown.values().forEach(cell -> lines.add(cell.title() + ": " + known(cell)));
    return List.of(
        Diagnostic.warning(Findings.BUILDS_WITHOUT_RULE, String.join("\n", lines))
            .withHint(
                "wheelbase rules learn "
                    + names.get(0)
                    + " drafts a rule from its files, running nothing"));
  }

  private static boolean isWithoutRule(Cell cell) {
    return cell.verdict().reason("no-rule").isPresent();
  }

  private static String known(Cell cell) {
    return cell.read()
        .filter(ReadFromSdist.class::isInstance)
        .map(ReadFromSdist.class::cast)
        .map(ReadFromSdist::briefly)
        .orElse("a C and C++ tool chain is installed, as a guess");
  }
}
