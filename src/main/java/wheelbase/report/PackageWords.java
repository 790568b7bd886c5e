package wheelbase.report;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.Analysis;
import wheelbase.survey.PackageAnalysis;
import wheelbase.wheels.Cure;
import wheelbase.wheels.Reason;
import wheelbase.wheels.Verdict;

/** How a package is spoken of, the same in every report. */
public final class PackageWords {
  private PackageWords() {}

  /** The version, or all of them where targets differ; "-" outside the index. */
  public static String versions(PackageAnalysis analysed) {
    Set<Object> versions = new TreeSet<>(analysed.versions().values());
    return versions.isEmpty()
        ? "-"
        : versions.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  /** {@code cohere > fastavro}; empty where the user asked for it himself. */
  public static String path(PackageAnalysis analysed) {
    return analysed.paths().stream()
        .findFirst()
        .filter(path -> !path.steps().isEmpty())
        .map(BlameWords::names)
        .orElse("");
  }

  /** Why the nearest wheel does not fit; else what is said of the package itself. */
  public static String why(Verdict verdict) {
    return verdict.reasons().stream()
        .filter(reason -> reason.file().endsWith(".whl") && !reason.id().equals("other-version"))
        .findFirst()
        .map(reason -> "closest wheel: " + reason.message())
        .or(() -> verdict.reasons().stream().findFirst().map(Reason::message))
        .orElse("");
  }

  /** The user's own line at a place, which says more than the name in it. */
  public static Optional<String> asWritten(Analysis analysis, String place) {
    return Stream.concat(
            analysis.requirements().requirements().stream(),
            analysis.requirements().constraints().stream())
        .filter(declared -> (declared.place().file() + ":" + declared.place().line()).equals(place))
        .map(declared -> declared.shownText().strip())
        .findFirst();
  }

  /** {@code grpcio==1.76.0 -> grpcio==1.78.1, in range}. */
  public static String cure(Cure cure) {
    return cure.edit() + (cure.effect().isEmpty() ? "" : ", " + cure.effect());
  }
}
