package wheelbase.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Wording;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.Libc;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.survey.Cell;
import wheelbase.survey.Whereabouts;

/**
 * What two architectures do differently on the same Python and C library: another version, another
 * verdict, a package on one of them only.
 */
final class ArchitecturesDiffer implements Finder {
  private record Base(PythonRelease python, Libc libc) {}

  /** The same difference, of whatever package, where it holds. */
  private record Difference(String one, String other, Set<TargetPlatform> where) {}

  @Override
  public List<Diagnostic> in(Surveyed project) {
    Map<Base, Map<Architecture, Map<PackageName, Cell>>> bases = new LinkedHashMap<>();
    for (Cell cell : project.matrix().cells()) {
      TargetPlatform target = cell.target();
      if (cell.pin().isPresent()) {
        bases
            .computeIfAbsent(new Base(target.python(), target.libc()), key -> new LinkedHashMap<>())
            .computeIfAbsent(target.architecture(), key -> new TreeMap<>())
            .put(cell.name(), cell);
      }
    }
    Map<PackageName, Map<List<String>, Set<TargetPlatform>>> differing = new TreeMap<>();
    bases.values().stream()
        .filter(base -> base.size() == Architecture.values().length)
        .forEach(base -> compare(base, differing));
    Map<Difference, List<PackageName>> together = new LinkedHashMap<>();
    differing.forEach(
        (name, differences) ->
            differences.forEach(
                (words, where) ->
                    together
                        .computeIfAbsent(
                            new Difference(words.get(0), words.get(1), where),
                            key -> new ArrayList<>())
                        .add(name)));
    List<Diagnostic> found = new ArrayList<>();
    together.forEach((difference, names) -> found.add(finding(project, difference, names)));
    return found;
  }

  private static void compare(
      Map<Architecture, Map<PackageName, Cell>> base,
      Map<PackageName, Map<List<String>, Set<TargetPlatform>>> differing) {
    Map<PackageName, Cell> one = base.get(Architecture.AMD64);
    Map<PackageName, Cell> other = base.get(Architecture.ARM64);
    Set<PackageName> names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    for (PackageName name : names) {
      Optional<Cell> here = Optional.ofNullable(one.get(name));
      Optional<Cell> there = Optional.ofNullable(other.get(name));
      List<String> words = words(here, there);
      if (!words.isEmpty()) {
        differing
            .computeIfAbsent(name, key -> new LinkedHashMap<>())
            .computeIfAbsent(words, key -> new LinkedHashSet<>())
            .addAll(both(here.or(() -> there).get().target()));
      }
    }
  }

  private static List<TargetPlatform> both(TargetPlatform target) {
    return Arrays.stream(Architecture.values())
        .map(each -> new TargetPlatform(target.python(), target.libc(), each))
        .toList();
  }

  /** What it is on each of the two; nothing where that is the same. */
  private static List<String> words(Optional<Cell> amd64, Optional<Cell> arm64) {
    if (amd64.isEmpty() || arm64.isEmpty()) {
      return List.of(amd64.isEmpty() ? "" : "is installed", arm64.isEmpty() ? "" : "is installed");
    }
    Cell one = amd64.get();
    Cell other = arm64.get();
    if (!one.version().equals(other.version())) {
      return List.of("is " + version(one), version(other));
    }
    String here = verdict(one);
    String there = verdict(other);
    return here.equals(there) ? List.of() : List.of(here, there);
  }

  private static String version(Cell cell) {
    return cell.version().map(Version::toString).orElse("from outside the index");
  }

  private static String verdict(Cell cell) {
    return switch (cell.verdict().kind()) {
      case WHEEL, WHEEL_NEEDS_LIBRARIES -> "has a wheel";
      case PURE_SDIST -> "has only an sdist, of Python alone";
      case SOURCE_BUILD, UNKNOWN -> "compiles";
      case UNUSABLE -> "cannot be had";
    };
  }

  private static Diagnostic finding(
      Surveyed project, Difference difference, List<PackageName> names) {
    List<String> all = names.stream().map(PackageName::value).toList();
    boolean several = all.size() > 1;
    String subject = several ? all.size() + " packages" : title(project, difference, names.get(0));
    String message =
        (difference.one().isEmpty() || difference.other().isEmpty()
                ? subject
                    + (several ? " are" : " is")
                    + " installed on "
                    + (difference.one().isEmpty() ? "arm64" : "amd64")
                    + " only"
                : subject
                    + " "
                    + (several ? plural(difference.one()) : difference.one())
                    + " on amd64 and "
                    + (several ? plural(difference.other()) : difference.other())
                    + " on arm64")
            + where(project, difference)
            + (several ? ": " + Wording.some(all) : "")
            + (Wording.namesAll(all.size()) ? "" : "\n" + String.join(", ", all));
    Diagnostic plain = Diagnostic.note("architectures-differ", message);
    return several
        ? plain
        : plain.because(project.paths().blame(names.get(0), difference.where().iterator().next()));
  }

  private static String where(Surveyed project, Difference difference) {
    Whereabouts whereabouts = project.whereabouts();
    String words = whereabouts.unlessEverywhere(difference.where());
    return words.isEmpty() ? "" : "," + words;
  }

  private static String title(Surveyed project, Difference difference, PackageName name) {
    return project.matrix().cells().stream()
        .filter(cell -> cell.name().equals(name) && difference.where().contains(cell.target()))
        .filter(cell -> !difference.one().startsWith("is "))
        .findFirst()
        .map(Cell::title)
        .orElse(name.value());
  }

  private static String plural(String words) {
    return words.startsWith("has ")
        ? "have " + words.substring(4)
        : words.startsWith("is ")
            ? "are " + words.substring(3)
            : words.replace("compiles", "compile");
  }
}
