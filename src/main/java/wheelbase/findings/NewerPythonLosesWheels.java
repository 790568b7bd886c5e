package wheelbase.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import wheelbase.baseimage.BaseImage;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Wording;
import wheelbase.index.Answers;
import wheelbase.index.ReleaseFile;
import wheelbase.pep440.Version;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;

/**
 * Pins that have a wheel for a Python that was looked at and none for the next one, on the same C
 * library and architecture. The pages are there already, so the next Python of the catalogue is
 * told of even where it was not asked for.
 */
final class NewerPythonLosesWheels implements Finder {
  private record Step(String older, PythonRelease newer) {}

  @Override
  public List<Diagnostic> in(Surveyed project) throws InterruptedException {
    Map<Step, Map<String, Set<TargetPlatform>>> lost = new LinkedHashMap<>();
    for (Map.Entry<TargetPlatform, Resolved> entry : project.resolved().entrySet()) {
      TargetPlatform target = entry.getKey();
      Optional<PythonRelease> next = next(project, target);
      if (next.isPresent()) {
        TargetPlatform newer = new TargetPlatform(next.get(), target.libc(), target.architecture());
        Step step = new Step(target.python().series(), next.get());
        for (Pin pin : entry.getValue().pins().values()) {
          if (pin.isWheel() && !hasWheel(project, pin, newer)) {
            lost.computeIfAbsent(step, key -> new TreeMap<>())
                .computeIfAbsent(
                    pin.name() + " " + pin.version().get(), key -> new LinkedHashSet<>())
                .add(target);
          }
        }
      }
    }
    List<Diagnostic> found = new ArrayList<>();
    lost.forEach((step, pins) -> found.add(finding(project, step, pins)));
    return found;
  }

  /** Of the Python that follows in the catalogue. */
  private static Optional<PythonRelease> next(Surveyed project, TargetPlatform target) {
    return project.catalogue().images().stream()
        .filter(image -> image.distribution().libc().equals(target.libc()))
        .map(BaseImage::python)
        .filter(python -> python.minor() == target.python().minor() + 1)
        .min(Comparator.naturalOrder());
  }

  private static boolean hasWheel(Surveyed project, Pin pin, TargetPlatform target)
      throws InterruptedException {
    // A wheel for every Python and platform needs no look at the page.
    Version python = Version.parse(target.python().toString());
    return fits(pin.file().get(), target, python)
        || Answers.await(project.index().page(pin.name())).files().stream()
            .filter(file -> file.isWheel() && file.version().equals(pin.version().get()))
            .anyMatch(file -> fits(file, target, python));
  }

  private static boolean fits(ReleaseFile file, TargetPlatform target, Version python) {
    return file.requiresPython().map(range -> range.admits(python)).orElse(true)
        && file.wheel().map(wheel -> target.rank(wheel).isPresent()).orElse(false);
  }

  private static Diagnostic finding(
      Surveyed project, Step step, Map<String, Set<TargetPlatform>> pins) {
    StringBuilder message =
        new StringBuilder()
            .append(Wording.count(pins.size(), "pin"))
            .append(pins.size() == 1 ? " has a wheel" : " have wheels")
            .append(" for Python " + step.older())
            .append(" and none for " + step.newer().series() + ": ")
            .append(Wording.some(pins.keySet()));
    pins.forEach(
        (pin, where) -> message.append("\n" + pin + " " + project.whereabouts().of(where)));
    return Diagnostic.note("newer-python-loses-wheels", message.toString());
  }
}
