package wheelbase.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.Analysis;
import wheelbase.pep508.PackageName;
import wheelbase.reading.ReadFromSdist;
import wheelbase.survey.PackageAnalysis;
import wheelbase.wheels.Cure;
import wheelbase.wheels.SideEffects;

/** How a package is spoken of, the same in every report. */
public final class PackageWords {
  private static final int NAMED = 3;

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

  /** {@code its sdist names libpq and zlib}, where no rule speaks and it was read; else empty. */
  public static String readFromSdist(PackageAnalysis analysed) {
    return analysed.read().values().stream()
        .filter(ReadFromSdist.class::isInstance)
        .map(ReadFromSdist.class::cast)
        .map(ReadFromSdist::briefly)
        .findFirst()
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

  /** Each that gives a wheel of a package by itself, the least change first. */
  public static List<Cure> cures(Analysis analysis, PackageName name) {
    return analysis.cures().stream()
        .filter(cure -> cure.cures(name) && !cure.endsConflict())
        .filter(cure -> cure.treatment().edits().size() < 2)
        .toList();
  }

  /** {@code grpcio==1.76.0 -> grpcio==1.78.1, in range}. */
  public static String cure(Cure cure, PackageName about) {
    String effect = effect(cure, about);
    return cure.edit() + (effect.isEmpty() ? "" : ", " + effect);
  }

  /** {@code in range; moves 2 other pins: botocore, s3transfer}; may be empty. */
  public static String effect(Cure cure) {
    return effect(cure, cure.name());
  }

  private static String effect(Cure cure, PackageName about) {
    SideEffects changes = cure.sideEffects();
    List<String> parts = new ArrayList<>();
    parts.add(cure.effect());
    List<PackageName> others = cure.names().stream().filter(name -> !name.equals(about)).toList();
    parts.add(others.isEmpty() ? "" : "cures " + few(others) + " too");
    parts.add(changes.moved().isEmpty() ? "" : "moves " + few(changes.moved().keySet()));
    parts.add(changes.added().isEmpty() ? "" : "brings in " + few(changes.added()));
    parts.add(changes.removed().isEmpty() ? "" : "drops " + few(changes.removed()));
    parts.removeIf(String::isEmpty);
    return String.join("; ", parts);
  }

  /** {@code lxml, numpy, pillow and 3 more}. */
  static String few(Collection<PackageName> names) {
    String first =
        names.stream().limit(NAMED).map(PackageName::value).collect(Collectors.joining(", "));
    return first + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
  }
}
