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
import wheelbase.diagnostic.Wording;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Libc;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;
import wheelbase.survey.Cell;
import wheelbase.survey.ChainVerdict;
import wheelbase.survey.Whereabouts;
import wheelbase.wheels.Reason;
import wheelbase.wheels.VerdictClass;

/**
 * Packages that cannot be installed at all on some target: neither a wheel nor an sdist fits, or
 * they cannot work there. What comes only with such a package is counted, not named.
 */
final class NothingFits implements Finder {
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
              (everywhere
                      ? Diagnostic.warning(Findings.NOTHING_FITS, message)
                      : Diagnostic.note(Findings.NOTHING_FITS, message))
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
            + why(culprits.stream().map(unusable::get).toList())
            + (company == 0
                ? ""
                : ", nor "
                    + (company == 1 ? "has 1 package" : "have " + company + " packages")
                    + " that "
                    + (company == 1 ? "comes" : "come")
                    + " with "
                    + (names.size() == 1 ? "it" : "them")));
    for (Cell cell : unusable.size() == 1 ? List.<Cell>of() : unusable.values()) {
      lines.add(cell.title() + ": " + reason(cell));
    }
    return lines;
  }

  /** What goes on after the names: the same of all of them, else what holds of each. */
  private static String why(List<Cell> culprits) {
    List<String> reasons = culprits.stream().map(NothingFits::why).distinct().toList();
    return reasons.size() == 1 ? reasons.get(0) : " neither a wheel nor an sdist there";
  }

  private static String why(Cell cell) {
    List<Reason> reasons = cell.verdict().reasons();
    if (reasons.stream().anyMatch(each -> each.id().equals("impossible-there"))) {
      return " no way to work there";
    }
    if (reasons.stream().anyMatch(each -> each.id().equals(ChainVerdict.FAILS))) {
      return " no wheel that fits, and no build that can succeed there";
    }
    TargetPlatform target = cell.target();
    String wheel =
        switch (reasons.isEmpty() ? "" : reasons.get(0).id()) {
          case "libc-kind" ->
              " no "
                  + (target.libc().kind() == Libc.Kind.MUSL ? "musllinux" : "manylinux")
                  + " wheel";
          case "libc-too-old" -> " no wheel for " + target.libc();
          case "python", "abi", "requires-python" ->
              " no wheel for Python " + target.python().series();
          case "architecture" -> " no " + target.architecture().engineName() + " wheel";
          default -> " no wheel that fits";
        };
    boolean sdist = reasons.stream().noneMatch(each -> each.message().endsWith("no sdist"));
    return wheel + (sdist ? " and no sdist that fits" : " and no sdist");
  }

  private static String reason(Cell cell) {
    return cell.verdict().reasons().stream()
        .filter(
            each -> each.id().equals("impossible-there") || each.id().equals(ChainVerdict.FAILS))
        .findFirst()
        .map(Reason::message)
        .orElseGet(cell.verdict()::why);
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
