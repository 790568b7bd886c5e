package wheelbase.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.pep440.Version;
import wheelbase.pep508.Requirement;
import wheelbase.requirements.DeclaredRequirement;

/**
 * Exact versions that the index does not have, or no longer wants anybody to take, with what is
 * there instead. A name that is not there at all is another matter.
 */
final class GonePins implements Finder {
  @Override
  public List<Diagnostic> in(Surveyed project) throws InterruptedException {
    Map<String, Diagnostic> found = new LinkedHashMap<>();
    List<DeclaredRequirement> lines = new ArrayList<>(project.requirements().requirements());
    lines.addAll(project.requirements().constraints());
    for (DeclaredRequirement line : lines) {
      if (line.requirement().isPresent() && !line.isOutsideTheIndex() && applies(project, line)) {
        Requirement requirement = line.requirement().get();
        Optional<Version> pinned = requirement.specifier().exactVersion();
        if (pinned.isPresent() && isAsked(project, line)) {
          project
              .page(requirement.name())
              .flatMap(page -> finding(page, requirement, pinned.get()))
              .ifPresent(finding -> found.putIfAbsent(finding.message(), finding.at(line.place())));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static boolean applies(Surveyed project, DeclaredRequirement line) {
    return project.targets().keySet().stream()
        .anyMatch(
            target -> line.requirement().get().appliesIn(target.markerEnvironment(), Set.of()));
  }

  /** Of a constraint that nothing asks for, the page was never read. */
  private static boolean isAsked(Surveyed project, DeclaredRequirement line) {
    return project.requirements().requirements().contains(line)
        || project.matrix().cells().stream()
            .anyMatch(cell -> cell.name().equals(line.requirement().get().name()));
  }

  private static Optional<Diagnostic> finding(
      ProjectPage page, Requirement requirement, Version pinned) {
    List<ReleaseFile> files =
        page.files().stream()
            .filter(file -> requirement.specifier().admits(file.version()))
            .toList();
    if (files.isEmpty()) {
      return Optional.of(gone(page, requirement, pinned));
    }
    boolean yanked = files.stream().allMatch(file -> file.yanked().isPresent());
    return yanked ? Optional.of(yanked(page, requirement, pinned, files)) : Optional.empty();
  }

  private static Diagnostic gone(ProjectPage page, Requirement requirement, Version pinned) {
    Diagnostic gone =
        Diagnostic.warning(
            "pin-gone",
            "the index has no " + requirement.name() + " " + pinned + there(page, pinned));
    return nearest(page, pinned).map(near -> gone.withHint(hint(requirement, near))).orElse(gone);
  }

  private static Diagnostic yanked(
      ProjectPage page, Requirement requirement, Version pinned, List<ReleaseFile> files) {
    String reason = files.get(0).yanked().orElse("").lines().findFirst().orElse("").strip();
    Diagnostic yanked =
        Diagnostic.warning(
            "pin-yanked",
            requirement.name()
                + " "
                + pinned
                + " was yanked"
                + (reason.isEmpty() ? "" : " (" + reason + ")")
                + ", and pip takes it only because it is pinned"
                + there(page, pinned));
    return nearest(page, pinned)
        .map(near -> yanked.withHint(hint(requirement, near)))
        .orElse(yanked);
  }

  private static String hint(Requirement requirement, Version near) {
    return requirement.name() + "==" + near + " is the nearest";
  }

  /** {@code : before it there is 1.2, after it 1.4}. */
  private static String there(ProjectPage page, Version pinned) {
    List<String> sides = new ArrayList<>();
    before(page, pinned).ifPresent(version -> sides.add("before it there is " + version));
    after(page, pinned)
        .ifPresent(
            version ->
                sides.add(
                    sides.isEmpty() ? "after it there is " + version : "after it " + version));
    return sides.isEmpty() ? "" : ": " + String.join(", ", sides);
  }

  /** The next newer one, for that is likeliest to work; else the next older one. */
  private static Optional<Version> nearest(ProjectPage page, Version pinned) {
    return after(page, pinned)
        .filter(version -> version.release().get(0).equals(pinned.release().get(0)))
        .or(() -> before(page, pinned))
        .or(() -> after(page, pinned));
  }

  private static Optional<Version> before(ProjectPage page, Version pinned) {
    return good(page).stream()
        .filter(version -> version.compareTo(pinned) < 0)
        .max(Comparator.naturalOrder());
  }

  private static Optional<Version> after(ProjectPage page, Version pinned) {
    return good(page).stream()
        .filter(version -> version.compareTo(pinned) > 0)
        .min(Comparator.naturalOrder());
  }

  /** Final releases that were not yanked; where there are none, pre-releases. */
  private static List<Version> good(ProjectPage page) {
    Map<Version, Boolean> versions = new TreeMap<>();
    page.files().stream()
        .filter(file -> file.yanked().isEmpty())
        .forEach(file -> versions.put(file.version(), file.version().isPrerelease()));
    List<Version> finals =
        versions.keySet().stream().filter(version -> !version.isPrerelease()).toList();
    return finals.isEmpty() ? List.copyOf(versions.keySet()) : finals;
  }
}
