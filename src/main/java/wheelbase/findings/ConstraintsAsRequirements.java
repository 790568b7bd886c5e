package wheelbase.findings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Wording;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;

/**
 * A file of constraints that is read as requirements: pip then installs all of it, instead of
 * holding to it what else is asked for.
 */
final class ConstraintsAsRequirements implements Finder {
  private static final Pattern NAME =
      Pattern.compile("(?:.*[/_.-])?constraints?(?:[_.-][^/]*)?\\.(?:txt|pip|in)");

  @Override
  public List<Diagnostic> in(Surveyed project) {
    Map<String, List<DeclaredRequirement>> files = new LinkedHashMap<>();
    for (DeclaredRequirement line : project.requirements().requirements()) {
      files.computeIfAbsent(line.place().file(), key -> new ArrayList<>()).add(line);
    }
    List<Diagnostic> found = new ArrayList<>();
    files.forEach(
        (file, lines) -> {
          if (NAME.matcher(file).matches() && lines.stream().allMatch(this::isPin)) {
            Set<PackageName> alone = askedForByNothingElse(project, file, lines);
            if (!alone.isEmpty()) {
              found.add(finding(file, lines, alone));
            }
          }
        });
    return found;
  }

  private boolean isPin(DeclaredRequirement line) {
    return line.requirement().map(Requirement::specifier).filter(each -> each.isPin()).isPresent();
  }

  private static Set<PackageName> askedForByNothingElse(
      Surveyed project, String file, List<DeclaredRequirement> lines) {
    Set<PackageName> asked = new HashSet<>();
    project.requirements().requirements().stream()
        .filter(line -> !line.place().file().equals(file))
        .flatMap(line -> line.requirement().stream())
        .forEach(requirement -> asked.add(requirement.name()));
    project.resolved().values().stream()
        .map(Resolved::pins)
        .flatMap(pins -> pins.values().stream())
        .map(Pin::dependencies)
        .forEach(asked::addAll);
    Set<PackageName> alone = new HashSet<>();
    lines.forEach(line -> alone.add(line.requirement().orElseThrow().name()));
    alone.removeAll(asked);
    return alone;
  }

  private static Diagnostic finding(
      String file, List<DeclaredRequirement> lines, Set<PackageName> alone) {
    return Diagnostic.warning(
            "constraints-as-requirements",
            file
                + " looks like constraints and is read as requirements: pip installs all "
                + Wording.count(lines.size(), "pin")
                + ", of which nothing else asks for "
                + alone.size())
        .withHint("give it with -c: `-c " + file + "`")
        .at(lines.get(0).place());
  }
}
