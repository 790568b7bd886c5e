package wheelbase.findings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import wheelbase.diagnostic.Blame;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.index.CoreMetadata;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;

/**
 * Which Pythons the user's lines shut out by themselves, whatever else is chosen: a line of whose
 * releases each one's Requires-Python leaves a Python out, or the same of what an exactly pinned
 * release asks for. Only pages that are there already are looked at.
 */
final class PythonsAdmitted {
  private final Surveyed project;
  private final List<PythonRelease> pythons;
  private final TargetPlatform anywhere;
  private final Map<PackageName, Optional<ProjectPage>> pages = new HashMap<>();
  private final Map<SpecifierSet, Set<PythonRelease>> admitted = new HashMap<>();

  /**
   * Why a Python cannot be taken.
   *
   * @param asked what is asked for ({@code networkx==3.5})
   * @param exact whether one release alone is meant
   * @param release that which shuts out the fewest Pythons, the newest of several
   * @param wants its Requires-Python
   */
  record Culprit(
      SourceSpan place,
      List<Blame> way,
      Requirement asked,
      boolean exact,
      Version release,
      SpecifierSet wants) {
    /** The lower bound first: {@code >=3.8,<3.12}. */
    private String range() {
      return Arrays.stream(wants.toString().split(","))
          .sorted(Comparator.comparing(clause -> clause.startsWith("<")))
          .collect(Collectors.joining(","));
    }

    /** {@code networkx 3.5 wants Python >=3.11}; of a range what it wants at least. */
    String words() {
      return exact
          ? asked.name() + " " + release + " wants Python " + range()
          : "`"
              + asked.withoutMarker()
              + "` wants Python "
              + range()
              + " (its most lenient release, "
              + release
              + ")";
    }
  }

  PythonsAdmitted(Surveyed project, List<PythonRelease> pythons) {
    this.project = project;
    this.pythons = List.copyOf(pythons);
    this.anywhere = project.targets().keySet().iterator().next();
  }

  private record Step(SourceSpan place, List<Blame> way, Requirement asked) {}

  /** Of each Python that is shut out, the first to blame. */
  Map<PythonRelease, Culprit> shutOut() throws InterruptedException {
    Map<PythonRelease, Culprit> shut = new TreeMap<>();
    for (PythonRelease python : pythons) {
      TargetPlatform there = new TargetPlatform(python, anywhere.libc(), anywhere.architecture());
      Optional<Culprit> culprit = culprit(there);
      culprit.ifPresent(found -> shut.put(python, found));
    }
    return shut;
  }

  private Optional<Culprit> culprit(TargetPlatform there) throws InterruptedException {
    Deque<Step> open = new ArrayDeque<>();
    for (DeclaredRequirement line : project.requirements().requirements()) {
      if (line.requirement().isPresent() && !line.isOutsideTheIndex()) {
        Requirement asked = line.requirement().get();
        String by = line.place().file() + ":" + line.place().line();
        if (asked.appliesIn(there.markerEnvironment(), Set.of())) {
          open.add(new Step(line.place(), List.of(new Blame(by, asked.withoutMarker())), asked));
        }
      }
    }
    Set<PackageName> passed = new HashSet<>();
    while (!open.isEmpty()) {
      Step step = open.remove();
      Optional<ProjectPage> page = page(step.asked().name());
      if (page.isEmpty()) {
        continue;
      }
      List<ReleaseFile> files = files(page.get(), step.asked().specifier());
      if (!files.isEmpty() && files.stream().noneMatch(file -> admits(file, there.python()))) {
        return Optional.of(culprit(step, files));
      }
      Optional<Version> exact = step.asked().specifier().exactVersion();
      if (exact.isPresent() && passed.add(step.asked().name())) {
        pinOf(step.asked().name(), exact.get())
            .ifPresent(pin -> open.addAll(next(step, pin, there)));
      }
    }
    return Optional.empty();
  }

  private Culprit culprit(Step step, List<ReleaseFile> files) {
    ReleaseFile mostLenient =
        files.stream()
            .max(Comparator.comparing(this::pythonsAdmitted).thenComparing(ReleaseFile::version))
            .orElseThrow();
    boolean one = files.stream().map(ReleaseFile::version).distinct().count() == 1;
    return new Culprit(
        step.place(),
        step.way(),
        step.asked(),
        one,
        mostLenient.version(),
        mostLenient.requiresPython().orElse(SpecifierSet.any()));
  }

  private long pythonsAdmitted(ReleaseFile file) {
    return pythons.stream().filter(python -> admits(file, python)).count();
  }

  /** What a release asks for there, as far as the page of it was read. */
  private List<Step> next(Step step, Pin pin, TargetPlatform there) {
    List<Step> next = new ArrayList<>();
    for (Requirement asked : pin.metadata().map(CoreMetadata::requires).orElse(List.of())) {
      if (asked.url().isEmpty()
          && asked.appliesIn(there.markerEnvironment(), step.asked().extras())
          && isPinned(asked.name())) {
        List<Blame> way = new ArrayList<>(step.way());
        way.add(new Blame(pin.name() + " " + pin.version().get(), asked.withoutMarker()));
        next.add(new Step(step.place(), way, asked));
      }
    }
    return next;
  }

  private boolean isPinned(PackageName name) {
    return project.resolved().values().stream().anyMatch(each -> each.pins().containsKey(name));
  }

  private Optional<Pin> pinOf(PackageName name, Version version) {
    return project.resolved().values().stream()
        .map(Resolved::pins)
        .map(pins -> Optional.ofNullable(pins.get(name)))
        .flatMap(Optional::stream)
        .filter(pin -> pin.version().filter(version::equals).isPresent())
        .findFirst();
  }

  private static List<ReleaseFile> files(ProjectPage page, SpecifierSet specifier) {
    boolean pin = specifier.isPin();
    Map<Version, Boolean> judged = new LinkedHashMap<>();
    return page.files().stream()
        .filter(file -> pin || file.yanked().isEmpty())
        .filter(file -> judged.computeIfAbsent(file.version(), specifier::admits))
        .toList();
  }

  private boolean admits(ReleaseFile file, PythonRelease python) {
    return file.requiresPython()
        .map(range -> admitted.computeIfAbsent(range, this::pythonsIn).contains(python))
        .orElse(true);
  }

  private Set<PythonRelease> pythonsIn(SpecifierSet range) {
    Set<PythonRelease> in = new HashSet<>();
    for (PythonRelease python : pythons) {
      if (range.admits(Version.parse(python.toString()))) {
        in.add(python);
      }
    }
    return in;
  }

  private Optional<ProjectPage> page(PackageName name) throws InterruptedException {
    Optional<ProjectPage> known = pages.get(name);
    if (known == null) {
      known = project.page(name);
      pages.put(name, known);
    }
    return known;
  }
}
