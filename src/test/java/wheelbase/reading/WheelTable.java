package wheelbase.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wheelbase.index.IndexException;
import wheelbase.index.PackageIndex;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SharedObjects;
import wheelbase.index.pypi.IndexOptions;
import wheelbase.index.pypi.KeyringUse;
import wheelbase.index.pypi.PypiIndex;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.FileSources;
import wheelbase.resolver.Candidate;
import wheelbase.resolver.Candidates;
import wheelbase.resolver.ResolutionRequest.Formats;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.syslibs.RuleBook;

/**
 * Holds what the newest wheels of packages ask for against what the rules say. {@code
 * scripts/read-wheels} runs it.
 */
public final class WheelTable {
  private static final RuleBook RULES = RuleBook.shipped(Optional.empty());

  private final PackageIndex index;
  private final DistributionRelease release;
  private final TargetPlatform target;

  WheelTable(PackageIndex index, DistributionRelease release, TargetPlatform target) {
    this.index = index;
    this.release = release;
    this.target = target;
  }

  /**
   * One package.
   *
   * @param read library ids and unnamed sonames that an import needs, as they were read
   * @param ruled library ids and programs that the rules have
   * @param note what else there is to say
   */
  record Row(String wheel, Set<String> read, Set<String> ruled, boolean complete, String note) {
    /** What stands in the way of an image that the rules make. */
    Set<String> lacking() {
      Set<String> lacking = new TreeSet<>(read);
      lacking.removeAll(ruled);
      return lacking;
    }

    /** What the rules have and no import is linked to. */
    Set<String> beyond() {
      Set<String> beyond = new TreeSet<>(ruled);
      beyond.removeAll(read);
      return beyond;
    }

    String verdict() {
      if (!lacking().isEmpty()) {
        return "DIFFERS";
      }
      if (!complete) {
        return "not read whole";
      }
      return beyond().isEmpty() ? "same" : "rule says more";
    }

    @Override
    public String toString() {
      return "| "
          + String.join(
              " | ", wheel, words(read), words(ruled), verdict(), note.isEmpty() ? " " : note)
          + " |";
    }

    private static String words(Set<String> names) {
      return names.isEmpty() ? "nothing" : String.join(", ", names);
    }
  }

  /** Empty where no version has a wheel for the target. */
  Optional<Row> row(PackageName name) {
    return newest(name).map(this::row);
  }

  private Optional<ReleaseFile> newest(PackageName name) {
    return Candidates.of(index.page(name).join(), target, Formats.ANY).all().stream()
        .filter(candidate -> !candidate.version().isPrerelease())
        .filter(candidate -> candidate.file().isWheel())
        .max(Comparator.comparing(Candidate::version))
        .map(Candidate::file);
  }

  private Row row(ReleaseFile wheel) {
    LibraryNeeds ruled =
        RULES.needs(
            wheel.project(),
            wheel.version(),
            Artifact.WHEEL,
            target,
            release,
            Set.of(wheel.project()));
    Set<String> rule = new TreeSet<>(ruled.runLibraries());
    rule.addAll(ruled.executables());
    rule.removeIf(id -> RULES.runPackages(id, release).isEmpty());
    SharedObjects objects;
    try {
      objects = index.sharedObjects(wheel, SharedObjects.Depth.ALL).join();
    } catch (RuntimeException failed) {
      return new Row(
          wheel.fileName(),
          Set.of(),
          rule,
          false,
          String.valueOf(
              failed.getCause() instanceof IndexException why ? why.getMessage() : failed));
    }
    WheelReading reading = WheelReading.of(wheel.fileName(), objects, ruled.optionalFiles());
    WheelNeeds needs = WheelNeeds.of(reading, release, BaseLibraries.shipped(), RULES);
    Set<String> read = new TreeSet<>(needs.libraries().keySet());
    read.addAll(needs.unnamed());
    List<String> notes = new ArrayList<>();
    if (ruled.evidence().stream().allMatch(line -> line.startsWith("policy: no rule"))) {
      notes.add("no rule");
    }
    notes.addAll(needs.tooOld());
    if (!needs.elsewhere().isEmpty()) {
      notes.add("other packages have " + String.join(", ", needs.elsewhere()));
    }
    WheelNeeds optional = WheelNeeds.ofOptional(reading, release, BaseLibraries.shipped(), RULES);
    Set<String> plugins = new TreeSet<>(optional.libraries().keySet());
    plugins.addAll(optional.unnamed());
    plugins.removeAll(rule);
    if (!plugins.isEmpty()) {
      notes.add("optional: " + String.join(", ", plugins));
    }
    reading.unread().forEach((path, why) -> notes.add(path + ": " + why));
    return new Row(wheel.fileName(), read, rule, reading.isComplete(), String.join("; ", notes));
  }

  /** Arguments: a file of names, a release, an architecture, a directory for the cache. */
  public static void main(String[] arguments) throws Exception {
    List<String> lines =
        Files.readAllLines(Path.of(arguments[0])).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    DistributionRelease release = DistributionRelease.ofId(arguments[1]).orElseThrow();
    Architecture architecture = Architecture.valueOf(arguments[2].toUpperCase());
    IndexOptions options =
        new IndexOptions(
            FileSources.UNTOLD,
            KeyringUse.NEVER,
            false,
            false,
            Optional.empty(),
            Path.of(arguments[3]),
            System.getenv());
    TargetPlatform target =
        new TargetPlatform(new PythonRelease(3, 13, 5), release.libc(), architecture);
    System.out.println("| wheel | read | rule | | |\n|---|---|---|---|---|");
    List<String> without = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    boolean unexplained = false;
    for (String line : lines) {
      PackageName name = new PackageName(line.replaceFirst("#.*", "").strip());
      // Pages are kept as long as their index is open.
      try (PypiIndex index = new PypiIndex(options)) {
        Optional<Row> row = new WheelTable(index, release, target).row(name);
        row.ifPresentOrElse(rows::add, () -> without.add(name.value()));
        row.ifPresent(System.out::println);
        unexplained |=
            row.filter(each -> !each.lacking().isEmpty()).isPresent() && !line.contains("#");
      }
    }
    Map<String, Long> counts =
        rows.stream().collect(Collectors.groupingBy(Row::verdict, Collectors.counting()));
    System.out.println("\n" + rows.size() + " wheels: " + new TreeMap<>(counts));
    System.out.println("without a wheel there: " + without);
    System.exit(unexplained ? 1 : 0);
  }
}
