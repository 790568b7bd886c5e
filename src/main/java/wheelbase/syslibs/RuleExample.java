package wheelbase.syslibs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;

/**
 * A test that stands in the rules file itself: a release that the rules match, with the
 * distribution packages that must follow, or one that they ignore, so that nothing may follow.
 */
record RuleExample(
    Version version,
    Artifact artifact,
    DistributionRelease distribution,
    PythonRelease python,
    Optional<List<String>> build,
    Optional<List<String>> run,
    Set<PackageName> installed,
    Set<String> extras,
    boolean impossible) {
  private static final String USUAL_PYTHON = "3.13";

  RuleExample {
    build = build.map(List::copyOf);
    run = run.map(List::copyOf);
    installed = Set.copyOf(installed);
    extras = Set.copyOf(extras);
  }

  static Optional<RuleExample> read(RuleObject test, Releases releases) {
    test.having(
        Set.of(
            "matches",
            "ignores",
            "artifact",
            "on",
            "python",
            "build",
            "run",
            "installed",
            "extras",
            "impossible"));
    if (test.has("matches") == test.has("ignores")) {
      test.fault("matches", "either `matches` or `ignores` names a version");
      return Optional.empty();
    }
    boolean matches = test.has("matches");
    Optional<Version> version = test.parsed(matches ? "matches" : "ignores", Version::parse);
    Optional<Artifact> artifact = test.requiredWord("artifact", Artifact.class);
    Optional<DistributionRelease> distribution =
        test.requiredParsed(
            "on", id -> releases.find(RuleObject.oneOf(releases.ids(), id)).orElseThrow());
    if (version.isEmpty() || artifact.isEmpty() || distribution.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RuleExample(
            version.get(),
            artifact.get(),
            distribution.get(),
            test.parsed("python", RuleExample::python).orElseGet(() -> python(USUAL_PYTHON)),
            matches ? test.optionalTexts("build") : Optional.of(List.of()),
            matches ? test.optionalTexts("run") : Optional.of(List.of()),
            Set.copyOf(test.parsedTexts("installed", PackageName::new)),
            Set.copyOf(test.texts("extras")),
            test.has("impossible")));
  }

  static PythonRelease python(String series) {
    List<Integer> release = Version.parse(series).release();
    if (release.size() != 2) {
      throw new IllegalArgumentException("not a series of Python releases, such as 3.13");
    }
    return new PythonRelease(release.get(0), release.get(1), 0);
  }

  /** The installation that the example is about, on amd64. */
  InstallCase asked() {
    TargetPlatform target = new TargetPlatform(python, distribution.libc(), Architecture.AMD64);
    return new InstallCase(version, artifact, target, distribution, installed, extras);
  }

  /** What the book says otherwise than the example; empty where they agree. */
  Optional<String> disagreement(PackageName name, RuleBook book) {
    LibraryNeeds needs = book.needs(name, asked());
    String what = name + " " + version + " " + artifact + " on " + distribution.id();
    if (needs.impossible().isEmpty() == impossible) {
      return Optional.of(what + ": impossible because of " + needs.impossible());
    }
    Set<String> toBuild = new TreeSet<>();
    Stream.concat(needs.buildTools().stream(), needs.buildLibraries().stream())
        .forEach(id -> toBuild.addAll(book.buildPackages(id, distribution)));
    Set<String> toRun = new TreeSet<>();
    Stream.concat(needs.runLibraries().stream(), needs.executables().stream())
        .forEach(id -> toRun.addAll(book.runPackages(id, distribution)));
    return differs(what + " to build", build, toBuild)
        .or(() -> differs(what + " to run", run, toRun));
  }

  private static Optional<String> differs(
      String what, Optional<List<String>> expected, Set<String> actual) {
    return expected
        .filter(packages -> !new TreeSet<>(packages).equals(actual))
        .map(packages -> what + ": " + actual + " instead of " + packages);
  }
}
