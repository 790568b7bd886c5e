package wheelbase.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import wheelbase.baseimage.BaseImage;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep440.Version;
import wheelbase.platform.PythonRelease;
import wheelbase.requirements.PythonDeclaration;

/**
 * The oldest and the newest Python that the lines themselves leave, and the line to blame, instead
 * of a list of all versions that do not fit; and where the project says another Python.
 */
final class NeedsPython implements Finder {
  /** Nobody declares an older one any more. */
  private static final int OLDEST_MINOR = 7;

  @Override
  public List<Diagnostic> in(Surveyed project) throws InterruptedException {
    SortedSet<PythonRelease> pythons = pythons(project);
    Map<PythonRelease, PythonsAdmitted.Culprit> shut =
        new PythonsAdmitted(project, List.copyOf(pythons)).shutOut();
    if (shut.isEmpty()) {
      return List.of();
    }
    SortedSet<PythonRelease> left = new TreeSet<>(pythons);
    left.removeAll(shut.keySet());
    List<Diagnostic> found = new ArrayList<>();
    if (left.isEmpty()) {
      found.add(none(shut.get(pythons.first()), shut.get(pythons.last())));
      return found;
    }
    // Whoever is shut out of a Python that nobody looks after any more misses nothing.
    SortedSet<PythonRelease> older = pythons.headSet(left.first());
    Optional<PythonsAdmitted.Culprit> floor =
        older.stream().anyMatch(python -> isLookedAfter(project, python))
            ? Optional.of(shut.get(older.last()))
            : Optional.empty();
    Optional<PythonsAdmitted.Culprit> ceiling =
        pythons.tailSet(left.last()).stream()
            .skip(1)
            .filter(python -> isLookedAfter(project, python))
            .findFirst()
            .map(shut::get);
    if (floor.isPresent() || ceiling.isPresent()) {
      found.add(finding(left, floor, ceiling));
    }
    for (PythonDeclaration declared : project.pythons()) {
      contradiction(declared, shut).ifPresent(found::add);
    }
    return found;
  }

  /** The newest patch release of each that there is an image of; of older ones some late one. */
  private static SortedSet<PythonRelease> pythons(Surveyed project) {
    SortedSet<PythonRelease> pythons = new TreeSet<>();
    project.catalogue().images().stream().map(BaseImage::python).forEach(pythons::add);
    int oldest = pythons.first().minor();
    for (int minor = OLDEST_MINOR; minor < oldest; minor++) {
      pythons.add(new PythonRelease(3, minor, 99));
    }
    return pythons;
  }

  private static boolean isLookedAfter(Surveyed project, PythonRelease python) {
    return project.catalogue().images().stream()
        .anyMatch(
            image ->
                image.python().equals(python)
                    && !image.pythonEndOfLife().isBefore(project.today()));
  }

  private static Diagnostic finding(
      SortedSet<PythonRelease> left,
      Optional<PythonsAdmitted.Culprit> floor,
      Optional<PythonsAdmitted.Culprit> ceiling) {
    String oldest = left.first().series();
    String newest = left.last().series();
    String span =
        ceiling.isEmpty()
            ? oldest + " or later"
            : floor.isEmpty()
                ? newest + " or older"
                : oldest.equals(newest)
                    ? oldest
                    : oldest + (left.size() == 2 ? " or " : " to ") + newest;
    List<PythonsAdmitted.Culprit> culprits = new ArrayList<>();
    floor.ifPresent(culprits::add);
    ceiling.filter(each -> !culprits.contains(each)).ifPresent(culprits::add);
    String because =
        String.join(", ", culprits.stream().map(PythonsAdmitted.Culprit::words).toList());
    PythonsAdmitted.Culprit first = culprits.get(0);
    return Diagnostic.note("needs-python", "this needs Python " + span + ": " + because)
        .at(first.place())
        .because(first.way());
  }

  private static Diagnostic none(PythonsAdmitted.Culprit old, PythonsAdmitted.Culprit young) {
    return Diagnostic.warning(
            "needs-python",
            "no Python goes with these lines: "
                + old.words()
                + (old.equals(young) ? "" : ", and " + young.words()))
        .at(old.place())
        .because(old.way());
  }

  /** Of a range the oldest that it admits in vain, since a project means at least that one. */
  private static Optional<Diagnostic> contradiction(
      PythonDeclaration declared, Map<PythonRelease, PythonsAdmitted.Culprit> shut) {
    return shut.keySet().stream()
        .filter(python -> admits(declared, python))
        .findFirst()
        .map(
            python -> {
              String message =
                  (declared.isPin() ? "this says Python " : "this admits Python ")
                      + python.series()
                      + ", and "
                      + shut.get(python).words();
              Diagnostic finding =
                  declared.isPin()
                      ? Diagnostic.warning("python-contradicts", message)
                      : Diagnostic.note("python-contradicts", message);
              return finding.at(declared.place()).because(shut.get(python).way());
            });
  }

  private static boolean admits(PythonDeclaration declared, PythonRelease python) {
    return declared
        .series()
        .map(python.series()::equals)
        .orElseGet(() -> declared.admitted().admits(Version.parse(python.toString())));
  }
}
