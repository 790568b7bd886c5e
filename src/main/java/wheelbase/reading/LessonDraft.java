package wheelbase.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.Libc;
import wheelbase.platform.PythonRelease;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.DraftCase;
import wheelbase.syslibs.DraftRule;
import wheelbase.syslibs.Evidence;
import wheelbase.syslibs.PackageKind;
import wheelbase.syslibs.RuleBook;

/**
 * The rule that follows from what was read: what is certain goes in, what is guessed stands in the
 * evidence for whoever looks it over.
 */
final class LessonDraft {
  private final PackageName name;
  private final Version version;
  private final PythonRelease python;
  private final List<Lesson.Wheel> wheels;
  private final Optional<Lesson.Sdist> sdist;
  private final RuleBook rules;

  LessonDraft(
      PackageName name,
      Version version,
      PythonRelease python,
      List<Lesson.Wheel> wheels,
      Optional<Lesson.Sdist> sdist,
      RuleBook rules) {
    this.name = name;
    this.version = version;
    this.python = python;
    this.wheels = wheels;
    this.sdist = sdist;
    this.rules = rules;
  }

  DraftRule rule() {
    List<DraftCase> cases = new ArrayList<>(ofWheels());
    sdist.ifPresent(read -> cases.add(ofSdist(read)));
    return DraftRule.of(name, kind(), cases, rules);
  }

  private PackageKind kind() {
    boolean machineCode = wheels.stream().anyMatch(wheel -> !wheel.isPure());
    boolean compiles = sdist.map(read -> !read.languages().isEmpty()).orElse(false);
    if (machineCode || compiles) {
      boolean linked =
          sdist
              .map(
                  read ->
                      read.needs().needed().entrySet().stream()
                          .anyMatch(
                              need -> need.getValue().certain() && rules.isLibrary(need.getKey())))
              .orElse(false);
      boolean carried =
          wheels.stream()
              .anyMatch(wheel -> wheel.reading().reached().stream().anyMatch(this::isCarried));
      return carried || machineCode && linked ? PackageKind.VENDORED : PackageKind.EXTENSION;
    }
    return loaded().isEmpty() ? PackageKind.PURE : PackageKind.LOADS_LIBRARY;
  }

  private boolean isCarried(String path) {
    return path.substring(0, Math.max(0, path.indexOf('/'))).endsWith(".libs");
  }

  /** One case for all wheels, or one for each libc where they differ. */
  private List<DraftCase> ofWheels() {
    Map<Libc.Kind, SortedSet<String>> byLibc = new TreeMap<>();
    for (Lesson.Wheel wheel : wheels) {
      SortedSet<String> run =
          byLibc.computeIfAbsent(wheel.target().libc().kind(), libc -> new TreeSet<>());
      wheel.needs().values().forEach(needs -> run.addAll(needs.libraries().keySet()));
      if (wheel.isPure()) {
        run.addAll(loaded().keySet());
      }
    }
    boolean same = byLibc.values().stream().distinct().count() <= 1;
    List<DraftCase> cases = new ArrayList<>();
    byLibc.forEach(
        (libc, run) -> {
          if (!same || cases.isEmpty()) {
            cases.add(ofWheels(same ? Optional.empty() : Optional.of(libc), run));
          }
        });
    return cases;
  }

  private DraftCase ofWheels(Optional<Libc.Kind> libc, SortedSet<String> run) {
    List<Evidence> evidence = new ArrayList<>();
    SortedSet<DistributionRelease> releases =
        new TreeSet<>((one, other) -> one.id().compareTo(other.id()));
    for (Lesson.Wheel wheel : wheels) {
      if (libc.map(wheel.target().libc().kind()::equals).orElse(true)) {
        evidence.add(new Evidence(Evidence.Kind.ELF, seen(wheel)));
        releases.addAll(wheel.needs().keySet());
        if (wheel.isPure()) {
          evidence.addAll(guessesOfLoading());
        }
      }
    }
    return new DraftCase(
        version,
        Artifact.WHEEL,
        libc,
        python,
        new TreeSet<>(),
        run,
        new TreeMap<>(),
        List.of(),
        evidence.stream().distinct().toList(),
        List.copyOf(releases));
  }

  private static String seen(Lesson.Wheel wheel) {
    if (wheel.isPure()) {
      return wheel.fileName() + ": has no machine code";
    }
    SortedSet<String> asked = new TreeSet<>();
    for (WheelNeeds needs : wheel.needs().values()) {
      needs.libraries().values().forEach(asked::addAll);
      asked.addAll(needs.unnamed());
    }
    String what =
        asked.isEmpty()
            ? "asks for nothing beyond the wheel and the image"
            : "asks for " + String.join(", ", asked);
    String limits = wheel.reading().isComplete() ? "" : "; not all of it was read";
    return wheel.fileName() + ": " + what + limits;
  }

  private DraftCase ofSdist(Lesson.Sdist read) {
    SourceNeeds needs = read.needs();
    boolean compiles = !read.languages().isEmpty();
    SortedSet<String> build = compiles ? needs.build(rules) : new TreeSet<>();
    SortedSet<String> run = compiles ? needs.run(rules) : new TreeSet<>();
    List<Evidence> evidence = new ArrayList<>();
    needs
        .needed()
        .forEach(
            (id, need) -> {
              String why = id + ": " + need.facts().get(0);
              if (!need.certain()) {
                String copy =
                    need.bundled().map(at -> "; a copy lies in " + at.place().file()).orElse("");
                evidence.add(
                    new Evidence(Evidence.Kind.GUESS, "left out, maybe needed: " + why + copy));
              } else if (compiles) {
                evidence.add(new Evidence(Evidence.Kind.SOURCE, why));
              }
            });
    if (!compiles) {
      evidence.add(0, new Evidence(Evidence.Kind.SOURCE, read.fileName() + ": compiles nothing"));
      run.addAll(needs.loaded().keySet());
      evidence.addAll(guessesOfLoading());
    }
    for (SourceFact fact : needs.unnamed()) {
      if (fact.certain()) {
        evidence.add(
            new Evidence(
                Evidence.Kind.GUESS,
                "no library of that name is known: " + fact.name() + ", " + fact));
      }
    }
    evidence.sort((one, other) -> one.kind().compareTo(other.kind()));
    SortedMap<String, String> requires = new TreeMap<>();
    if (build.contains("rust")) {
      needs.rustSpecifier().ifPresent(specifier -> requires.put("rust", specifier));
    }
    return new DraftCase(
        version,
        compiles ? Artifact.SDIST : Artifact.PURE_SDIST,
        Optional.empty(),
        python,
        build,
        run,
        requires,
        List.of(),
        evidence,
        DistributionRelease.SUPPORTED);
  }

  private SortedMap<String, List<SourceFact>> loaded() {
    return sdist.map(read -> read.needs().loaded()).orElseGet(TreeMap::new);
  }

  private List<Evidence> guessesOfLoading() {
    return loaded().entrySet().stream()
        .map(
            each ->
                new Evidence(
                    Evidence.Kind.GUESS,
                    each.getKey() + " is opened by name: " + each.getValue().get(0)))
        .toList();
  }
}
