package wheelbase.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wheelbase.Analysis;
import wheelbase.BaseAnalysis;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.PackageWeight;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.PackageReason;
import wheelbase.dockerfile.syntax.Word;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.survey.PackageAnalysis;
import wheelbase.wheels.VerdictClass;

/**
 * System packages that are installed for the sake of a Python package that brings what it needs in
 * its wheel. A package that no Python package would want even from source may be there for the
 * application itself, and is left alone.
 */
final class NeedlessPackages implements Finder {
  private static final int SHOWN = 3;

  @Override
  public List<Finding> find(Audited audited) {
    List<Finding> found = new ArrayList<>();
    for (StageFacts stage : audited.stages()) {
      for (SystemInstall install : stage.systemInstalls()) {
        Map<Word, List<String>> needless = needless(audited, stage, install);
        if (!needless.isEmpty()) {
          found.add(finding(audited, stage, needless));
        }
      }
    }
    return found;
  }

  /**
   * The words of an install that stay and that nothing needs, each with the wheels that made it
   * needless.
   */
  static Map<Word, List<String>> needless(
      Audited audited, StageFacts stage, SystemInstall install) {
    Optional<BaseAnalysis> base = audited.on(stage);
    Map<Word, List<String>> found = new LinkedHashMap<>();
    if (base.isEmpty() || !coversAll(audited)) {
      return found;
    }
    Analysis analysis = audited.analysis().orElseThrow();
    BaseImage image = base.get().image();
    Set<String> needed = needed(audited, analysis, image);
    boolean compiles =
        analysis.packages().stream()
            .flatMap(row -> row.verdicts().entrySet().stream())
            .anyMatch(each -> isSame(each.getKey(), image) && each.getValue().kind().compiles());
    for (Word word : install.kept()) {
      String name = word.value();
      if (!needed.contains(name)
          && !(compiles && SystemPackages.isForBuilding(name) && !isLibrary(name))) {
        List<String> wheels = wheels(audited, analysis, image, name);
        if (!wheels.isEmpty()) {
          found.put(word, wheels);
        }
      }
    }
    return found;
  }

  private static boolean isLibrary(String name) {
    return name.startsWith("lib") && name.endsWith("-dev") && !name.startsWith("libc6-");
  }

  /** What some package needs there, on whichever architecture, and what comes with that. */
  private static Set<String> needed(Audited audited, Analysis analysis, BaseImage image) {
    Set<String> needed = new HashSet<>();
    for (BaseAnalysis each : analysis.bases()) {
      if (each.image().distribution().equals(image.distribution())) {
        each.buildPackages().stream().map(PackageReason::distributionPackage).forEach(needed::add);
        each.runtimePackages().stream()
            .map(PackageReason::distributionPackage)
            .forEach(needed::add);
      }
    }
    if (needed.stream().anyMatch(SystemPackages::isCompiler)) {
      needed.addAll(
          List.of("gcc", "g++", "build-essential", "build-base", "make", "libc6-dev", "musl-dev"));
    }
    needed.addAll(PackageWeight.of(image, List.copyOf(needed)).added());
    return needed;
  }

  /** Packages that are installed as wheels and would want it if they were compiled. */
  private static List<String> wheels(
      Audited audited, Analysis analysis, BaseImage image, String name) {
    boolean compiler = SystemPackages.isCompiler(name) || name.equals("python3-dev");
    Set<String> wheels = new LinkedHashSet<>();
    for (PackageAnalysis row : analysis.packages()) {
      for (Map.Entry<TargetPlatform, Version> each : row.versions().entrySet()) {
        VerdictClass kind = row.verdicts().get(each.getKey()).kind();
        boolean wheel = kind == VerdictClass.WHEEL || kind == VerdictClass.WHEEL_NEEDS_LIBRARIES;
        if (wheel && isSame(each.getKey(), image)) {
          Set<String> wanted =
              audited
                  .ruleNeeds()
                  .packages(row.name(), each.getValue(), each.getKey(), image.distribution());
          if (wanted.contains(name)
              || compiler && wanted.stream().anyMatch(SystemPackages::isCompiler)) {
            wheels.add(row.name() + " " + each.getValue());
          }
        }
      }
    }
    return List.copyOf(wheels);
  }

  private static boolean isSame(TargetPlatform target, BaseImage image) {
    return image.target(target.architecture()).equals(target);
  }

  /** Whether the analysis knows all that is installed: nothing is named on a command line alone. */
  private static boolean coversAll(Audited audited) {
    Set<String> known =
        audited.analysis().stream()
            .flatMap(found -> found.packages().stream())
            .map(row -> row.name().value())
            .collect(Collectors.toSet());
    return audited.pipInstalls().findAny().isPresent()
        && audited
            .pipInstalls()
            .flatMap(install -> install.packages().stream())
            .map(word -> word.value().replaceFirst("[=<>!~\\[;@ ].*", ""))
            .allMatch(
                name -> PackageName.isValid(name) && known.contains(new PackageName(name).value()));
  }

  private static Finding finding(
      Audited audited, StageFacts stage, Map<Word, List<String>> needless) {
    String names = needless.keySet().stream().map(Word::value).collect(Collectors.joining(", "));
    Set<String> wheels = new LinkedHashSet<>();
    needless.values().forEach(wheels::addAll);
    BaseImage image = audited.on(stage).orElseThrow().image();
    long bytes =
        PackageWeight.of(image, needless.keySet().stream().map(Word::value).toList()).onDisk();
    boolean one = needless.size() == 1;
    boolean inImage = audited.imageStages().contains(stage);
    return new Finding(
        Diagnostic.warning(
                "needless-package",
                names + (one ? " is needed by" : " are needed by") + " no Python package here")
            .withHint(
                (one ? "leave it out" : "leave them out")
                    + (bytes > 1_000_000
                        ? (inImage ? "; the image is " : "; the build installs ")
                            + bytes / 1_000_000
                            + (inImage ? " MB smaller" : " MB less")
                        : ""))
            .at(audited.place(needless.keySet().iterator().next().extent())),
        shown(wheels) + (wheels.size() == 1 ? " comes as a wheel" : " come as wheels"));
  }

  private static String shown(Set<String> wheels) {
    List<String> sorted = wheels.stream().sorted().toList();
    int more = sorted.size() - SHOWN;
    return String.join(", ", sorted.subList(0, Math.min(SHOWN, sorted.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
