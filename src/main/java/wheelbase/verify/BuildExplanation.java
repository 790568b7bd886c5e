package wheelbase.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Wording;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.DraftRule;
import wheelbase.syslibs.RuleBook;

/**
 * Why a build failed, for people: each cause with the act that helps, and rules to add.
 *
 * @param faults the causes as the log shows them
 * @param findings one for each
 * @param drafts rules that would have told beforehand
 */
public record BuildExplanation(
    List<BuildFault> faults, List<Diagnostic> findings, List<DraftRule> drafts) {
  /** Where the Dockerfile does not tell. */
  private static final PythonRelease SOME_PYTHON = new PythonRelease(3, 13, 0);

  public BuildExplanation {
    faults = List.copyOf(faults);
    findings = List.copyOf(findings);
    drafts = List.copyOf(drafts);
  }

  /**
   * @param release of the build stage; empty where it is not known, and then no package is named
   */
  public static BuildExplanation of(
      List<BuildFault> faults,
      RuleBook rules,
      Optional<DistributionRelease> release,
      Optional<PythonRelease> python) {
    List<Diagnostic> findings =
        faults.stream().map(fault -> finding(fault, rules, release)).distinct().toList();
    List<DraftRule> drafts =
        release
            .map(known -> drafts(faults, rules, known, python.orElse(SOME_PYTHON)))
            .orElse(List.of());
    return new BuildExplanation(faults, findings, drafts);
  }

  private static List<DraftRule> drafts(
      List<BuildFault> faults, RuleBook rules, DistributionRelease release, PythonRelease python) {
    Map<PackageName, List<BuildFault>> lacking = new TreeMap<>();
    faults.stream()
        .filter(fault -> fault.library().isPresent())
        .filter(fault -> fault.name().isPresent() && fault.version().isPresent())
        .forEach(
            fault ->
                lacking.computeIfAbsent(fault.name().get(), name -> new ArrayList<>()).add(fault));
    List<DraftRule> drafts = new ArrayList<>();
    lacking.forEach(
        (name, these) -> {
          SortedSet<String> build = new TreeSet<>();
          SortedSet<String> run = new TreeSet<>();
          for (BuildFault fault : these) {
            String id = fault.library().orElseThrow();
            build.add(id);
            if (!rules.runPackages(id, release).isEmpty()) {
              run.add(id);
            }
            if (fault.cause() != BuildFault.Cause.MISSING_TOOL) {
              build.add("c");
            }
          }
          new Lack(
                  name,
                  these.get(0).version().orElseThrow(),
                  Artifact.SDIST,
                  build,
                  run,
                  these.get(0).line())
              .draft(rules, release, python)
              .ifPresent(drafts::add);
        });
    return drafts;
  }

  private static Diagnostic finding(
      BuildFault fault, RuleBook rules, Optional<DistributionRelease> release) {
    String who =
        fault
            .name()
            .map(
                name ->
                    name
                        + fault.version().map(version -> " " + version).orElse("")
                        + " does not build: ")
            .orElse("the build fails: ");
    Diagnostic error =
        Diagnostic.error("build-" + fault.cause().id(), who + what(fault) + "\n" + fault.line());
    return hint(fault, rules, release).map(error::withHint).orElse(error);
  }

  private static String what(BuildFault fault) {
    String subject = fault.subject();
    return switch (fault.cause()) {
      case MISSING_HEADER -> "the header `" + subject + "` is not there";
      case MISSING_LINK -> "there is no library to link to for `-l" + subject + "`";
      case MISSING_MODULE -> "the library `" + subject + "` is not found";
      case MISSING_TOOL -> "there is no program `" + subject + "`";
      case MISSING_LIBRARY -> "the final stage has no `" + subject + "`";
      case UNKNOWN_SYSTEM_PACKAGE -> "the distribution has no package `" + subject + "`";
      case NO_MATCHING_DISTRIBUTION ->
          "the index has no file of " + subject + " for this Python and platform";
      case PYTHON_NOT_ADMITTED -> "this Python is not admitted";
      case HASH_MISMATCH -> "a file is not the one whose hash was written down";
      case HASH_MISSING -> "hashes are asked for, and a requirement has none";
      case MISSING_FILE -> "`" + subject + "` is not in the build context";
      case NO_BASE_IMAGE -> "an image that it names cannot be had";
      case EXTERNALLY_MANAGED -> "pip may not install into the distribution's own Python";
      case FOREIGN_MACHINE -> "a program is for another processor";
      case NO_SPACE -> "the disk is full";
      case OUT_OF_MEMORY -> "the memory was not enough";
      case NO_NETWORK -> "the network cannot be reached";
      case TIMED_OUT -> "it was not done in time";
      case UNKNOWN -> "its log shows no cause that is known here";
    };
  }

  private static Optional<String> hint(
      BuildFault fault, RuleBook rules, Optional<DistributionRelease> release) {
    return switch (fault.cause()) {
      case MISSING_HEADER, MISSING_LINK, MISSING_MODULE, MISSING_TOOL, MISSING_LIBRARY ->
          Optional.of(lack(fault, rules, release));
      case UNKNOWN_SYSTEM_PACKAGE ->
          Optional.of(
              "names differ between releases; or the package lists were not fetched before");
      case NO_MATCHING_DISTRIBUTION, PYTHON_NOT_ADMITTED ->
          Optional.of("`wheelbase wheels` shows which files there are for which platform");
      case HASH_MISMATCH ->
          Optional.of("if the change is meant, write the lock anew: `wheelbase generate --lock`");
      case HASH_MISSING -> Optional.of("lock everything: `wheelbase generate --lock`");
      case MISSING_FILE -> Optional.of("see whether .dockerignore leaves it out");
      case NO_BASE_IMAGE -> Optional.of("see the name and the tag, or log in to the registry");
      case EXTERNALLY_MANAGED -> Optional.of("install into a virtual environment");
      case FOREIGN_MACHINE ->
          Optional.of("building for another platform needs its emulator (qemu, binfmt_misc)");
      case NO_SPACE -> Optional.of("make room: images and build cache of the engine take the most");
      case OUT_OF_MEMORY -> Optional.of("give the engine more memory, or compile with fewer jobs");
      case NO_NETWORK ->
          Optional.of("a proxy goes in by the engine's configuration, or by --engine-build-arg");
      case TIMED_OUT -> Optional.of("--time-limit gives it more");
      case UNKNOWN -> Optional.empty();
    };
  }

  private static String lack(
      BuildFault fault, RuleBook rules, Optional<DistributionRelease> release) {
    Optional<String> library = fault.library();
    if (library.isEmpty()) {
      return fault.cause() == BuildFault.Cause.MISSING_TOOL
          ? "no package is known here that has `" + fault.subject() + "`"
          : "no package is known here that has it; `apt-file search` in the build stage names it";
    }
    boolean runs = fault.cause() == BuildFault.Cause.MISSING_LIBRARY;
    List<String> packages =
        release
            .map(
                known ->
                    runs
                        ? rules.runPackages(library.get(), known)
                        : rules.buildPackages(library.get(), known))
            .orElse(List.of());
    return packages.isEmpty()
        ? "`" + library.get() + "` is the library that has it"
        : "install "
            + Wording.list(packages)
            + (runs ? " in the runtime stage" : " in the build stage");
  }
}
