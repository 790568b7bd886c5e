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
import java.util.regex.Pattern;
import wheelbase.pep440.Version;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;

/**
 * What came of a real build with exactly the packages of a rule. {@code scripts/prove-rules} makes
 * and writes them.
 *
 * @param version whose sdist was built
 * @param on the release, {@code debian:13}
 * @param python {@code 3.13}
 * @param seconds of processor time that the build took, where it came to its end
 * @param why it is not proven, where it is not
 */
record Proof(
    Outcome result,
    String version,
    String on,
    String python,
    Architecture architecture,
    LocalDate date,
    OptionalInt seconds,
    Optional<String> why) {
  private static final Pattern PYTHON = Pattern.compile("3\\.[0-9]+");

  /** How it ended. */
  enum Outcome {
    /** Built, imported, everything found that it is linked to, and nothing installed in vain. */
    PROVEN,
    /** Not built, or something was wrong with what came out. */
    FAILED,
    /** Not tried to the end. */
    LEFT_OUT
  }

  /** The proof that an object of a rules file holds; empty where it holds none that is whole. */
  static Optional<Proof> read(RuleObject object) {
    object.having(Set.of("result", "version", "on", "python", "arch", "date", "seconds", "why"));
    Optional<Outcome> result = object.word("result", Outcome.class);
    Optional<String> version = object.parsed("version", Proof::version);
    Optional<String> on = object.parsed("on", Proof::release);
    Optional<String> python = object.parsed("python", Proof::python);
    Optional<Architecture> architecture = object.word("arch", Architecture.class);
    Optional<LocalDate> date = object.parsed("date", Proof::date);
    Optional<String> why = object.optionalText("why");
    OptionalInt seconds = object.has("seconds") ? object.seconds("seconds") : OptionalInt.empty();
    for (String key : new String[] {"result", "version", "on", "python", "arch", "date"}) {
      if (!object.has(key)) {
        object.fault(key, "is missing");
      }
    }
    if (result.isEmpty()
        || version.isEmpty()
        || on.isEmpty()
        || python.isEmpty()
        || architecture.isEmpty()
        || date.isEmpty()) {
      return Optional.empty();
    }
    boolean proven = result.get() == Outcome.PROVEN;
    if (proven && seconds.isEmpty()) {
      object.fault("seconds", "is missing");
    }
    if (proven == why.isPresent()) {
      object.fault("why", "says why something is not proven, and stands only there");
    }
    return Optional.of(
        new Proof(
            result.get(),
            version.get(),
            on.get(),
            python.get(),
            architecture.get(),
            date.get(),
            seconds,
            why));
  }

  boolean holds() {
    return result == Outcome.PROVEN;
  }

  /** What is known by those that hold, one line for each version. */
  static List<Evidence> evidence(List<Proof> proofs) {
    Map<String, List<Proof>> byVersion =
        proofs.stream()
            .filter(Proof::holds)
            .collect(groupingBy(Proof::version, LinkedHashMap::new, toList()));
    return byVersion.entrySet().stream()
        .map(entry -> evidence(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Evidence evidence(String version, List<Proof> proofs) {
    String places = proofs.stream().map(Proof::place).collect(joining(" and "));
    LocalDate last = proofs.stream().map(Proof::date).max(naturalOrder()).orElseThrow();
    return new Evidence(
        Evidence.Kind.BUILD_TEST,
        version
            + " built with just these packages, imported, linked whole: "
            + places
            + ", "
            + last);
  }

  /** {@code debian:13 with Python 3.13 on amd64}. */
  private String place() {
    return on + " with Python " + python + " on " + architecture.engineName();
  }

  private static String version(String text) {
    Version.parse(text);
    return text;
  }

  private static String release(String text) {
    return DistributionRelease.ofId(text)
        .map(DistributionRelease::id)
        .orElseThrow(() -> new IllegalArgumentException("no such distribution release"));
  }

  private static String python(String text) {
    if (!PYTHON.matcher(text).matches()) {
      throw new IllegalArgumentException("a Python version looks like 3.13");
    }
    return text;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException malformed) {
      throw new IllegalArgumentException("a date looks like 2026-11-22", malformed);
    }
  }
}
