package wheelbase.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;

/**
 * What {@code pip check} asks, from the metadata alone, since many an image has no pip: whether
 * each requirement of what is installed is installed too, in a version that it admits. Like pip, it
 * follows no extras.
 */
final class DependencyJudge {
  private DependencyJudge() {}

  static List<Diagnostic> judge(ProbeReport report) {
    Map<PackageName, String> installed = new TreeMap<>();
    report
        .distributions()
        .forEach(each -> installed.put(new PackageName(each.name()), each.version()));
    List<Diagnostic> findings = new ArrayList<>();
    for (ProbeReport.Distribution each : report.distributions()) {
      each.requires().stream()
          .map(Requirement::tryParse)
          .flatMap(Optional::stream)
          .filter(requirement -> requirement.appliesIn(report.markers(), Set.of()))
          .flatMap(requirement -> unmet(each, requirement, installed).stream())
          .distinct()
          .forEach(findings::add);
      python(each, report.python()).ifPresent(findings::add);
    }
    return findings;
  }

  private static Optional<Diagnostic> unmet(
      ProbeReport.Distribution asker, Requirement wanted, Map<PackageName, String> installed) {
    String version = installed.get(wanted.name());
    String who = asker.name() + " " + asker.version() + " requires " + wanted.withoutMarker();
    if (version == null) {
      return Optional.of(
          Diagnostic.error("requirement-not-installed", who + ", which is not installed"));
    }
    // As pip has it, an installed pre-release will do where its number does.
    return wanted.specifier().containsText(version, Optional.of(true))
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                "requirement-not-met", who + ", and " + wanted.name() + " is " + version));
  }

  private static Optional<Diagnostic> python(ProbeReport.Distribution asker, String python) {
    Optional<SpecifierSet> admitted = asker.requiresPython().flatMap(SpecifierSet::tryParse);
    Optional<Version> here = Version.tryParse(python);
    return admitted.isPresent()
            && here.isPresent()
            && !admitted.get().contains(here.get(), Optional.of(true))
        ? Optional.of(
            Diagnostic.error(
                "python-not-admitted",
                "%s %s requires Python %s, and the image has %s"
                    .formatted(asker.name(), asker.version(), admitted.get(), python)))
        : Optional.empty();
  }
}
