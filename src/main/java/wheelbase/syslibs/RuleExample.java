package wheelbase.syslibs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import wheelbase.diagnostic.Wording;
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
public record RuleExample(
    Version version,
    Artifact artifact,
    DistributionRelease distribution,
    PythonRelease python,
    Architecture architecture,
    Optional<List<String>> build,
    Optional<List<String>> run,
    Set<PackageName> installed,
    Set<String> extras,
    boolean impossible) {
  private static final String USUAL_PYTHON = "3.13";

  public RuleExample {
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
            "arch",
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
            test.word("arch", Architecture.class).orElse(Architecture.AMD64),
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

  /** The installation that the example is about. */
  InstallCase asked() {
    TargetPlatform target = new TargetPlatform(python, distribution.libc(), architecture);
    return new InstallCase(version, artifact, target, distribution, installed, extras);
  }

  /** What the book says otherwise than the example, a line each; none where they agree. */
  List<String> disagreements(PackageName name, RuleBook book) {
    LibraryNeeds needs = book.needs(name, asked());
    if (impossible && needs.impossible().isEmpty()) {
      return List.of("the test has it impossible, and by the rules it is not");
    }
    if (!impossible && !needs.impossible().isEmpty()) {
      return List.of("by the rules it is impossible: " + Wording.list(needs.impossible()));
    }
    Set<String> toBuild = new TreeSet<>();
    Stream.concat(needs.buildTools().stream(), needs.buildLibraries().stream())
        .forEach(id -> toBuild.addAll(book.buildPackages(id, distribution)));
    Set<String> toRun = new TreeSet<>();
    Stream.concat(needs.runLibraries().stream(), needs.executables().stream())
        .forEach(id -> toRun.addAll(book.runPackages(id, distribution)));
    List<String> lines = new ArrayList<>();
    if (!needs.unnamed().isEmpty()) {
      lines.add("what the release calls " + Wording.list(needs.unnamed()) + " is not known");
    }
    lines.addAll(differences("build", build, toBuild));
    lines.addAll(differences("run", run, toRun));
    return lines;
  }

  private static List<String> differences(
      String what, Optional<List<String>> expected, Set<String> actual) {
    Set<String> wanted = new TreeSet<>(expected.orElse(List.copyOf(actual)));
    if (wanted.equals(actual)) {
      return List.of();
    }
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(actual);
    Set<String> surplus = new TreeSet<>(actual);
    surplus.removeAll(wanted);
    List<String> lines = new ArrayList<>();
    if (!missing.isEmpty()) {
      lines.add("`" + what + "` by the rules is without " + Wording.list(missing));
    }
    if (!surplus.isEmpty()) {
      lines.add("`" + what + "` by the rules has " + Wording.list(surplus) + " too");
    }
    return lines;
  }

  /** {@code sdist on debian:13, Python 3.12, beside psycopg-binary}. */
  String circumstances() {
    StringBuilder words = new StringBuilder(RuleObject.word(artifact)).append(" on ");
    words.append(distribution.id());
    if (architecture != Architecture.AMD64) {
      words.append(" ").append(architecture.engineName());
    }
    if (!python.series().equals(USUAL_PYTHON)) {
      words.append(", Python ").append(python.series());
    }
    if (!installed.isEmpty()) {
      words.append(", beside ");
      words.append(Wording.list(installed.stream().map(PackageName::value).sorted().toList()));
    }
    if (!extras.isEmpty()) {
      words.append(", with the extra ").append(Wording.list(extras.stream().sorted().toList()));
    }
    return words.toString();
  }
}
