package wheelbase;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.BaseImageKind;
import wheelbase.baseimage.Distroless;
import wheelbase.baseimage.PackageWeight;
import wheelbase.buildsystem.BuildEnvironment;
import wheelbase.dockerfile.PackageReason;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.survey.Cell;
import wheelbase.syslibs.BuildDuration;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.syslibs.RuleBook;
import wheelbase.wheels.VerdictClass;

/**
 * Turns what the packages need on a base image into distribution packages, each with the reason for
 * it.
 */
final class DistributionPackages {
  private static final String PYTHON =
      "The Python of the distroless image, and what installs into its environments";

  private final RuleBook rules;
  private final BaseImage image;
  private final Map<String, TreeSet<String>> build = new TreeMap<>();
  private final Map<String, TreeSet<String>> runtime = new TreeMap<>();
  private final SortedMap<String, String> environment = new TreeMap<>();
  private final Map<Architecture, Map<PackageName, CellNeeds>> needs =
      new EnumMap<>(Architecture.class);

  DistributionPackages(RuleBook rules, BaseImage image) {
    this.rules = rules;
    this.image = image;
    if (image.kind() == BaseImageKind.DISTROLESS) {
      Distroless.buildPackages().forEach(name -> build.put(name, new TreeSet<>(Set.of(PYTHON))));
    }
  }

  /**
   * @param time how long the package's source build takes; empty where it is not compiled
   */
  void add(Cell cell, Optional<BuildDuration> time) {
    if (cell.verdict().kind() == VerdictClass.UNUSABLE) {
      return;
    }
    boolean compiles = cell.verdict().kind().compiles();
    boolean read = cell.read().isPresent();
    String known = howKnown(cell);
    cell.needs().buildTools().forEach(tool -> toBuild(tool, cell.title() + " is compiled" + known));
    cell.needs()
        .buildLibraries()
        .forEach(
            library -> toBuild(library, cell.title() + " is built against " + library + known));
    String verb = compiles || read ? " is linked to " : " loads ";
    cell.needs()
        .runLibraries()
        .forEach(library -> toRun(library, cell.title() + verb + library + known));
    cell.needs()
        .executables()
        .forEach(program -> toRun(program, cell.title() + " runs " + program));
    if (compiles && image.kind() == BaseImageKind.DISTROLESS) {
      // Debian's Python knows its compilers; what the official one must be told would be wrong.
      build
          .computeIfAbsent(Distroless.headers(), unused -> new TreeSet<>())
          .add(cell.title() + " is compiled");
    } else if (compiles) {
      environment.putAll(cell.needs().environment());
    }
    List<BuildEnvironment.Link> chain = cell.chain();
    needs
        .computeIfAbsent(cell.target().architecture(), unused -> new TreeMap<>())
        .put(cell.name(), needs(cell.needs(), chain, time));
    chain.forEach(this::toBuildWith);
  }

  /** Empty where a rule says it. */
  private static String howKnown(Cell cell) {
    boolean unruled = cell.verdict().reason("no-rule").isPresent();
    return cell.read()
        .map(each -> " (read from its " + each.artifact() + ")")
        .orElse(unruled ? " (no rule)" : "");
  }

  /** The build runs where its environment is: what that needs to run is for the build stage too. */
  private void toBuildWith(BuildEnvironment.Link link) {
    LibraryNeeds needed = link.built().needs();
    String what = link.title() + ", ";
    needed.buildTools().forEach(tool -> toBuild(tool, what + "is compiled"));
    needed
        .buildLibraries()
        .forEach(library -> toBuild(library, what + "is built against " + library));
    for (String name : toRunInBuild(link)) {
      build
          .computeIfAbsent(name, unused -> new TreeSet<>())
          .add(what + "needs it while the build runs");
    }
    if (link.built().compiles() && image.kind() != BaseImageKind.DISTROLESS) {
      environment.putAll(needed.environment());
    }
  }

  /** What is linked to a library has its package already, which came with the headers. */
  private SortedSet<String> toRunInBuild(BuildEnvironment.Link link) {
    SortedSet<String> names = new TreeSet<>();
    link.built()
        .needs()
        .executables()
        .forEach(program -> names.addAll(rules.runPackages(program, image.distribution())));
    link.built().needs().runLibraries().stream()
        .filter(library -> !link.built().isBuilt() || !rules.isLinkedTo(library))
        .forEach(library -> names.addAll(rules.runPackages(library, image.distribution())));
    return names;
  }

  private CellNeeds needs(
      LibraryNeeds libraries, List<BuildEnvironment.Link> chain, Optional<BuildDuration> time) {
    SortedSet<String> toBuild = new TreeSet<>();
    SortedSet<String> toRun = new TreeSet<>();
    Map<String, BuildDuration> builtFirst = new LinkedHashMap<>();
    for (BuildEnvironment.Link link : chain) {
      link.built().time().ifPresent(each -> builtFirst.put(link.built().title(), each));
      link.built().needs().buildTools().forEach(tool -> toBuild.addAll(buildPackages(tool)));
      link.built()
          .needs()
          .buildLibraries()
          .forEach(library -> toBuild.addAll(buildPackages(library)));
      toBuild.addAll(toRunInBuild(link));
    }
    libraries.buildTools().forEach(tool -> toBuild.addAll(buildPackages(tool)));
    libraries.buildLibraries().forEach(library -> toBuild.addAll(buildPackages(library)));
    libraries.runLibraries().forEach(library -> toRun.addAll(runPackages(library)));
    libraries.executables().forEach(program -> toRun.addAll(runPackages(program)));
    return new CellNeeds(libraries, toBuild, toRun, time, builtFirst);
  }

  /** A tool or library of the build stage that no package's rule asks for. */
  void toBuild(String library, String reason) {
    for (String name : buildPackages(library)) {
      build.computeIfAbsent(name, unused -> new TreeSet<>()).add(reason);
    }
  }

  private void toRun(String library, String reason) {
    for (String name : runPackages(library)) {
      runtime.computeIfAbsent(name, unused -> new TreeSet<>()).add(reason);
    }
  }

  private List<String> buildPackages(String library) {
    return rules.buildPackages(library, image.distribution());
  }

  private List<String> runPackages(String library) {
    List<String> packages = rules.runPackages(library, image.distribution());
    return image.kind().hasShell()
        ? packages
        : packages.stream().filter(name -> PackageWeight.lacks(image, name)).toList();
  }

  BaseAnalysis analysis() {
    return new BaseAnalysis(image, reasons(build), reasons(runtime), environment, needs);
  }

  private static List<PackageReason> reasons(Map<String, TreeSet<String>> wanted) {
    List<PackageReason> reasons = new ArrayList<>();
    new LinkedHashMap<>(wanted)
        .forEach(
            (name, why) -> why.forEach(reason -> reasons.add(new PackageReason(name, reason))));
    return reasons;
  }
}
