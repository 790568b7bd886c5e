package wheelbase.syslibs;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;

/**
 * One real build of an sdist with exactly the distribution packages that a rule names, imported in
 * a runtime stage of its own; {@code scripts/prove-rules} writes them.
 *
 * @param version that was built; absent where there was nothing to build
 * @param python the series that it was built for
 * @param seconds that the build took
 * @param why it did not hold, was left out, or could not be tried
 */
public record Proof(
    Optional<Version> version,
    DistributionRelease on,
    PythonRelease python,
    Architecture architecture,
    LocalDate date,
    Result result,
    OptionalInt seconds,
    Optional<String> why) {
  /** What came of it. */
  public enum Result {
    /** It was built and imported, nothing was missing and nothing superfluous. */
    PROVEN,
    /** It could not be built or imported, or something was missing or superfluous. */
    FAILED,
    /** It was not built, being too large for the machine. */
    LEFT_OUT,
    /** No sdist meets the rule there, or the rule itself says that it cannot be built there. */
    NOTHING_TO_BUILD
  }

  static Optional<Proof> read(RuleObject object, Releases releases) {
    object.having(Set.of("version", "on", "python", "arch", "date", "result", "seconds", "why"));
    Optional<DistributionRelease> on =
        object.requiredParsed(
            "on", id -> releases.find(RuleObject.oneOf(releases.ids(), id)).orElseThrow());
    Optional<PythonRelease> python = object.requiredParsed("python", RuleExample::python);
    Optional<Architecture> architecture = object.requiredWord("arch", Architecture.class);
    Optional<LocalDate> date = object.requiredParsed("date", Proof::date);
    Optional<Result> result = object.requiredWord("result", Result.class);
    Optional<Version> version =
        result.filter(Result.NOTHING_TO_BUILD::equals).isPresent()
            ? object.parsed("version", Version::parse)
            : object.requiredParsed("version", Version::parse);
    OptionalInt seconds = object.has("seconds") ? object.seconds("seconds") : OptionalInt.empty();
    Optional<String> why = object.optionalText("why");
    if (on.isEmpty()
        || python.isEmpty()
        || architecture.isEmpty()
        || date.isEmpty()
        || result.isEmpty()
        || (version.isEmpty() && result.get() != Result.NOTHING_TO_BUILD)) {
      return Optional.empty();
    }
    return Optional.of(
        new Proof(
            version,
            on.get(),
            python.get(),
            architecture.get(),
            date.get(),
            result.get(),
            seconds,
            why));
  }

  boolean holds() {
    return result == Result.PROVEN;
  }

  /** What is known by those that hold, one line for each version. */
  static List<Evidence> evidence(List<Proof> proofs) {
    Map<Version, List<Proof>> byVersion =
        proofs.stream()
            .filter(Proof::holds)
            .collect(
                groupingBy(proof -> proof.version().orElseThrow(), LinkedHashMap::new, toList()));
    return byVersion.entrySet().stream()
        .map(entry -> evidence(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Evidence evidence(Version version, List<Proof> proofs) {
    String places = proofs.stream().map(Proof::place).collect(joining(" and "));
    LocalDate last = proofs.stream().map(Proof::date).max(naturalOrder()).orElseThrow();
    String what = " built with just these packages, imported, linked whole: ";
    return new Evidence(Evidence.Kind.BUILD_TEST, version + what + places + ", " + last);
  }

  /** {@code debian:13 with Python 3.13 on amd64}. */
  private String place() {
    return on.id() + " with Python " + python.series() + " on " + architecture.engineName();
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException malformed) {
      throw new IllegalArgumentException("is not a day, such as 2026-11-22", malformed);
    }
  }

  /** The installation that was tried, where one was. */
  Optional<InstallCase> asked(PackageName name) {
    TargetPlatform target = new TargetPlatform(python, on.libc(), architecture);
    return version.map(
        tried -> new InstallCase(tried, Artifact.SDIST, target, on, Set.of(name), Set.of()));
  }
}
