package wheelbase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.Recommendation;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.survey.PackageAnalysis;
import wheelbase.survey.TargetAnalysis;
import wheelbase.wheels.Verdict;
import wheelbase.wheels.VerdictClass;

/**
 * What became of a project after something was changed, a cure taken for one. Where the Python was
 * changed, targets are held against each other that differ in nothing else.
 *
 * @param versions sorted by name
 * @param verdicts of packages that were there before and are there after, sorted by name
 * @param chosenBefore,chosenAfter the recommended images
 */
public record Changes(
    List<VersionChange> versions,
    List<VerdictChange> verdicts,
    Optional<Candidate> chosenBefore,
    Optional<Candidate> chosenAfter) {
  public Changes {
    versions = List.copyOf(versions);
    verdicts = List.copyOf(verdicts);
  }

  /**
   * A package in another version, or one that comes or goes.
   *
   * @param from,to empty where it was or is not there; of a package outside the index the version
   *     is not known
   * @param targets of the analysis after
   */
  public record VersionChange(
      PackageName name,
      Optional<Version> from,
      Optional<Version> to,
      Kind kind,
      List<TargetPlatform> targets) {
    /** What became of the package. */
    public enum Kind {
      COMES,
      GOES,
      CHANGES
    }

    public VersionChange {
      targets = List.copyOf(targets);
    }
  }

  /**
   * A package that comes to something else.
   *
   * @param targets of the analysis after
   */
  public record VerdictChange(
      PackageName name, VerdictClass from, VerdictClass to, List<TargetPlatform> targets) {
    public VerdictChange {
      targets = List.copyOf(targets);
    }
  }

  public static Changes between(Analysis before, Analysis after) {
    Map<TargetPlatform, TargetPlatform> pairs = pairs(before, after);
    List<VersionChange> versions = new ArrayList<>();
    List<VerdictChange> verdicts = new ArrayList<>();
    Map<PackageName, PackageAnalysis> old = byName(before);
    Map<PackageName, PackageAnalysis> now = byName(after);
    TreeSet<PackageName> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    for (PackageName name : names) {
      Row row =
          new Row(name, Optional.ofNullable(old.get(name)), Optional.ofNullable(now.get(name)));
      versions.addAll(row.versions(pairs));
      verdicts.addAll(row.verdicts(pairs));
    }
    return new Changes(
        versions,
        verdicts,
        before.recommendation().flatMap(Recommendation::chosen),
        after.recommendation().flatMap(Recommendation::chosen));
  }

  /** Whether a user would see no difference: same packages, same verdicts, same image and size. */
  public boolean isNone() {
    return versions.isEmpty()
        && verdicts.isEmpty()
        && chosenBefore.map(Candidate::image).equals(chosenAfter.map(Candidate::image))
        && chosenBefore.map(Candidate::size).equals(chosenAfter.map(Candidate::size));
  }

  private static Map<PackageName, PackageAnalysis> byName(Analysis analysis) {
    Map<PackageName, PackageAnalysis> rows = new LinkedHashMap<>();
    analysis.packages().forEach(row -> rows.put(row.name(), row));
    return rows;
  }

  /** A target after to the one that it is held against. */
  private static Map<TargetPlatform, TargetPlatform> pairs(Analysis before, Analysis after) {
    boolean onePython = pythons(before) == 1 && pythons(after) == 1;
    Map<TargetPlatform, TargetPlatform> pairs = new LinkedHashMap<>();
    for (TargetAnalysis now : after.targets()) {
      before.targets().stream()
          .map(TargetAnalysis::target)
          .filter(
              old ->
                  old.equals(now.target())
                      || onePython
                          && old.libc().equals(now.target().libc())
                          && old.architecture() == now.target().architecture())
          .findFirst()
          .ifPresent(old -> pairs.put(now.target(), old));
    }
    return pairs;
  }

  private static long pythons(Analysis analysis) {
    return analysis.targets().stream().map(each -> each.target().python()).distinct().count();
  }

  /** A package before and after. */
  private record Row(
      PackageName name, Optional<PackageAnalysis> before, Optional<PackageAnalysis> after) {

    List<VersionChange> versions(Map<TargetPlatform, TargetPlatform> pairs) {
      Map<VersionChange, List<TargetPlatform>> found = new LinkedHashMap<>();
      pairs.forEach(
          (now, old) -> {
            boolean was = before.map(row -> row.verdicts().containsKey(old)).orElse(false);
            boolean is = after.map(row -> row.verdicts().containsKey(now)).orElse(false);
            Optional<Version> from = before.map(row -> row.versions().get(old));
            Optional<Version> to = after.map(row -> row.versions().get(now));
            if (was != is || was && !from.equals(to)) {
              VersionChange.Kind kind =
                  was == is
                      ? VersionChange.Kind.CHANGES
                      : is ? VersionChange.Kind.COMES : VersionChange.Kind.GOES;
              found
                  .computeIfAbsent(
                      new VersionChange(name, from, to, kind, List.of()),
                      unused -> new ArrayList<>())
                  .add(now);
            }
          });
      List<VersionChange> changes = new ArrayList<>();
      found.forEach(
          (change, targets) ->
              changes.add(
                  new VersionChange(name, change.from(), change.to(), change.kind(), targets)));
      return changes;
    }

    List<VerdictChange> verdicts(Map<TargetPlatform, TargetPlatform> pairs) {
      Map<VerdictChange, List<TargetPlatform>> found = new LinkedHashMap<>();
      pairs.forEach(
          (now, old) -> {
            Optional<VerdictClass> from =
                before.map(row -> row.verdicts().get(old)).map(Verdict::kind);
            Optional<VerdictClass> to =
                after.map(row -> row.verdicts().get(now)).map(Verdict::kind);
            if (from.isPresent() && to.isPresent() && from.get() != to.get()) {
              found
                  .computeIfAbsent(
                      new VerdictChange(name, from.get(), to.get(), List.of()),
                      unused -> new ArrayList<>())
                  .add(now);
            }
          });
      List<VerdictChange> changes = new ArrayList<>();
      found.forEach(
          (change, targets) ->
              changes.add(new VerdictChange(name, change.from(), change.to(), targets)));
      return changes;
    }
  }
}
