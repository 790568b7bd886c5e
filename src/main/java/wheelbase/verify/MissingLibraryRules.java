package wheelbase.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.DraftRule;
import wheelbase.syslibs.RuleBook;

/** Rules that would have told which libraries an image lacks. */
final class MissingLibraryRules {
  private MissingLibraryRules() {}

  static List<DraftRule> drafts(ProbeReport report, RuleBook rules) {
    Optional<DistributionRelease> release = Verifier.release(report.release());
    Optional<PythonRelease> python = python(report.python());
    if (release.isEmpty() || python.isEmpty()) {
      return List.of();
    }
    Map<String, SortedSet<String>> lacking = new TreeMap<>();
    Map<String, String> seen = new TreeMap<>();
    OptionalLinks optional = new OptionalLinks(rules);
    for (ProbeReport.MissingLibrary each : report.missing()) {
      Optional<String> library = rules.provided().bySoname(each.library());
      if (each.beside().isEmpty()
          && each.distribution().isPresent()
          && library.isPresent()
          && !optional.covers(each, report)) {
        lacking
            .computeIfAbsent(each.distribution().get(), name -> new TreeSet<>())
            .add(library.get());
        seen.putIfAbsent(
            each.distribution().get(),
            each.file().replaceFirst("^.*/(?:site|dist)-packages/", "")
                + " is linked to "
                + each.library());
      }
    }
    return report.distributions().stream()
        .filter(each -> lacking.containsKey(each.name()))
        .flatMap(
            each ->
                Version.tryParse(each.version())
                    .flatMap(
                        version ->
                            lack(
                                    each,
                                    version,
                                    lacking.get(each.name()),
                                    seen.get(each.name()),
                                    rules,
                                    release.get())
                                .draft(rules, release.get(), python.get()))
                    .stream())
        .toList();
  }

  /** What was compiled in the build was linked to headers then: they are needed as well. */
  private static Lack lack(
      ProbeReport.Distribution distribution,
      Version version,
      SortedSet<String> run,
      String seen,
      RuleBook rules,
      DistributionRelease release) {
    boolean compiled = compiled(distribution);
    SortedSet<String> build = new TreeSet<>();
    if (compiled) {
      build.add("c");
      run.stream().filter(id -> !rules.buildPackages(id, release).isEmpty()).forEach(build::add);
    }
    return new Lack(
        new PackageName(distribution.name()),
        version,
        compiled ? Artifact.SDIST : Artifact.WHEEL,
        build,
        run,
        seen);
  }

  /** Whether it was compiled in the build: no index has a wheel with such a tag. */
  static boolean compiled(ProbeReport.Distribution distribution) {
    return distribution.tags().stream().anyMatch(tag -> tag.matches(".*-linux_[a-z0-9_]+"));
  }

  static Optional<PythonRelease> python(String version) {
    return Version.tryParse(version)
        .filter(parsed -> parsed.release().size() > 2)
        .map(
            parsed ->
                new PythonRelease(
                    parsed.release().get(0), parsed.release().get(1), parsed.release().get(2)));
  }
}
