package wheelbase.findings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;
import wheelbase.survey.Cell;
import wheelbase.survey.Whereabouts;
import wheelbase.wheels.Reason;
import wheelbase.wheels.VerdictClass;

/**
 * Packages that cannot be installed at all on some target: neither a wheel nor an sdist fits, or
 * they cannot work there. What comes only with such a package is counted, not named.
 */
final class NothingFits implements Finder {
  static final String ID = "nothing-fits";

  @Override
  public List<Diagnostic> in(Surveyed project) {
    Map<TargetPlatform, Map<PackageName, Cell>> unusable = new LinkedHashMap<>();
    for (Cell cell : project.matrix().cells()) {
      if (cell.verdict().kind() == VerdictClass.UNUSABLE) {
        unusable.computeIfAbsent(cell.target(), target -> new TreeMap<>()).put(cell.name(), cell);
      }
    }
    Map<List<String>, List<TargetPlatform>> same = new LinkedHashMap<>();
    unusable.forEach(
        (target, cells) ->
            same.computeIfAbsent(lines(project, target, cells), key -> new ArrayList<>())
                .add(target));
    boolean everywhere = unusable.keySet().containsAll(project.targets().keySet());
    Whereabouts whereabouts = new Whereabouts(project.images(), project.targets().keySet());
    List<Diagnostic> found = new ArrayList<>();
    same.forEach(
        (lines, targets) -> {
          Map<PackageName, Cell> cells = unusable.get(targets.get(0));
          PackageName first = culprits(project, cells.keySet()).iterator().next();
          String message =
              "nothing fits " + whereabouts.of(targets) + ": " + String.join("\n", lines);
          found.add(
              Diagnostic.warning(ID, message)
                  .because(project.paths().blame(first, targets.get(0))));
        });
    return found;
  }

  /** What is wrong in a line, then a line for every further package. */
  private static List<String> lines(
      Surveyed project, TargetPlatform target, Map<PackageName, Cell> unusable) {
    Set<PackageName> culprits = culprits(project, unusable.keySet());
    List<String> names = culprits.stream().map(name -> unusable.get(name).title()).toList();
    int company = unusable.size() - culprits.size();
    List<String> lines = new ArrayList<>();
    lines.add(
        Wording.some(names)
            + (names.size() == 1 ? " has" : " have")
            + why(unusable.get(culprits.iterator().next()))
            + (company == 0
                ? ""
                : ", nor "
                    + (company == 1 ? "has 1 package" : "have " + company + " packages")
                    + " that "
                    + (company == 1 ? "comes" : "come")
                    + " with "
                    + (names.size() == 1 ? "it" : "them")));
    for (Cell cell : unusable.values()) {
      lines.add(cell.title() + ": " + reason(cell));
    }
    return lines;
  }

  private static String why(Cell cell) {
    boolean noFile =
        cell.verdict().reasons().stream().noneMatch(each -> each.id().equals("impossible-there"));
    return noFile ? " neither a wheel nor an sdist there" : " no way to work there";
  }

  private static String reason(Cell cell) {
    List<Reason> reasons = cell.verdict().reasons();
    return reasons.stream()
        .filter(each -> each.id().equals("impossible-there"))
        .findFirst()
        .map(Reason::message)
        .orElseGet(
            () ->
                reasons.stream()
                    .filter(each -> each.file().endsWith(".whl"))
                    .findFirst()
                    .map(each -> "the closest wheel is " + each.message())
                    .orElseGet(() -> reasons.isEmpty() ? "" : reasons.get(0).message()));
  }

  /**
   * Those that something usable asks for, or a line of the user's: the others come with them. The
   * way there is that of any target that has pins, for this one may have none.
   */
  private static Set<PackageName> culprits(Surveyed project, Set<PackageName> unusable) {
    Set<PackageName> culprits = new LinkedHashSet<>();
    for (Resolved resolved : project.resolved().values()) {
      Set<PackageName> seen = new HashSet<>();
      Deque<PackageName> open = new ArrayDeque<>();
      project.requirements().requirements().stream()
          .flatMap(line -> line.requirement().stream())
          .forEach(requirement -> open.add(requirement.name()));
      while (!open.isEmpty()) {
        PackageName name = open.remove();
        Pin pin = resolved.pins().get(name);
        if (pin == null || !seen.add(name)) {
          continue;
        }
        if (unusable.contains(name)) {
          culprits.add(name);
        } else {
          open.addAll(pin.dependencies());
        }
      }
    }
    return culprits.isEmpty()
        ? Set.copyOf(unusable.stream().sorted(Comparator.naturalOrder()).toList())
        : culprits;
  }
}
