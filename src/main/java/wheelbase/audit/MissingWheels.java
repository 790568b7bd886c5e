package wheelbase.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wheelbase.Analysis;
import wheelbase.BaseAnalysis;
import wheelbase.baseimage.BaseImage;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.dockerfile.syntax.Extent;
import wheelbase.platform.Architecture;
import wheelbase.platform.TargetPlatform;
import wheelbase.survey.PackageAnalysis;
import wheelbase.wheels.Verdict;
import wheelbase.wheels.VerdictClass;

/** Packages that have no wheel on the base that they are installed on, and what that leads to. */
final class MissingWheels implements Finder {
  @Override
  public List<Finding> find(Audited audited) {
    List<Finding> found = new ArrayList<>();
    for (StageFacts stage : audited.stages()) {
      Optional<BaseAnalysis> base = audited.on(stage);
      if (base.isPresent() && !stage.pipInstalls().isEmpty()) {
        Analysis analysis = audited.analysis().orElseThrow();
        unusable(audited, stage, base.get(), analysis, found);
        withoutTools(audited, stage, base.get(), analysis, found);
        elsewhere(audited, stage, base.get().image(), analysis).ifPresent(found::add);
      }
    }
    return found;
  }

  private static void unusable(
      Audited audited,
      StageFacts stage,
      BaseAnalysis base,
      Analysis analysis,
      List<Finding> found) {
    for (PackageAnalysis row : analysis.packages()) {
      List<TargetPlatform> where =
          targets(analysis, base.image(), row, kind -> kind == VerdictClass.UNUSABLE);
      if (!where.isEmpty()) {
        String why = row.verdicts().get(where.get(0)).why();
        found.add(
            new Finding(
                Diagnostic.error(
                        "unusable-package",
                        title(row, where.get(0))
                            + " cannot be installed on "
                            + base.image().reference()
                            + " for "
                            + architectures(where))
                    .withHint("`wheelbase why " + row.name() + "` shows what fits where")
                    .at(place(audited, stage, row)),
                why.isEmpty() ? "nothing that it publishes fits there" : why));
      }
    }
  }

  private static void withoutTools(
      Audited audited,
      StageFacts stage,
      BaseAnalysis base,
      Analysis analysis,
      List<Finding> found) {
    List<SystemInstall> installs = stage.allSystemInstalls();
    if (!installs.stream().allMatch(SystemInstall::complete)) {
      return;
    }
    List<String> installed = SystemPackages.installed(installs);
    for (PackageAnalysis row : analysis.packages()) {
      List<TargetPlatform> where =
          targets(analysis, base.image(), row, kind -> kind == VerdictClass.SOURCE_BUILD);
      Set<String> wanted = new TreeSet<>();
      where.forEach(
          target ->
              base.needs(row.name(), target.architecture())
                  .ifPresent(needs -> wanted.addAll(needs.buildPackages())));
      List<String> missing = SystemPackages.missing(base.image(), wanted, installed);
      if (!missing.isEmpty()) {
        found.add(
            new Finding(
                    Diagnostic.error(
                            "missing-build-package",
                            title(row, where.get(0))
                                + " has no wheel on "
                                + base.image().reference()
                                + " for "
                                + architectures(where)
                                + ", and what compiling it takes is not installed: "
                                + String.join(", ", missing))
                        .withHint(
                            "install "
                                + String.join(" ", missing)
                                + " in a build stage, and copy the environment from there")
                        .at(place(audited, stage, row)),
                    Optional.of(row.verdicts().get(where.get(0)).why())
                        .filter(text -> !text.isEmpty())
                        .orElse("only its sdist fits"))
                .unlessBroughtBy(base.image()));
      }
    }
  }

  /** What compiles on Alpine, and has wheels on the slim image of the same Python. */
  private static Optional<Finding> elsewhere(
      Audited audited, StageFacts stage, BaseImage image, Analysis analysis) {
    Optional<BaseImage> slim =
        analysis.bases().stream()
            .map(BaseAnalysis::image)
            .filter(each -> each.isSlim() && each.series().equals(image.series()))
            .findFirst();
    if (!image.isAlpine() || slim.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> compiled = new TreeMap<>();
    for (PackageAnalysis row : analysis.packages()) {
      List<TargetPlatform> here = targets(analysis, image, row, VerdictClass::compiles);
      boolean there = targets(analysis, slim.get(), row, VerdictClass::compiles).isEmpty();
      if (!here.isEmpty() && there) {
        compiled.put(title(row, here.get(0)), architectures(here));
      }
    }
    return compiled.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                Diagnostic.warning(
                        "no-wheel-on-base",
                        compiled.entrySet().stream()
                                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                                .collect(Collectors.joining(", "))
                            + (compiled.size() == 1 ? " has" : " have")
                            + " no wheel for musl and must be compiled")
                    .withHint("on `" + slim.get().reference() + "` a wheel is installed")
                    .at(audited.place(root(stage).stage().base().extent())),
                "compiling takes minutes and a tool chain, on every change of the requirements"));
  }

  private static StageFacts root(StageFacts stage) {
    return stage.chain().get(0);
  }

  /** The targets of an image where the package is of a kind. */
  private static List<TargetPlatform> targets(
      Analysis analysis,
      BaseImage image,
      PackageAnalysis row,
      java.util.function.Predicate<VerdictClass> kind) {
    List<TargetPlatform> found = new ArrayList<>();
    for (Architecture architecture : Architecture.values()) {
      TargetPlatform target = image.target(architecture);
      Verdict verdict = row.verdicts().get(target);
      if (verdict != null && kind.test(verdict.kind())) {
        found.add(target);
      }
    }
    return found;
  }

  private static String title(PackageAnalysis row, TargetPlatform target) {
    return row.name()
        + Optional.ofNullable(row.versions().get(target)).map(version -> " " + version).orElse("");
  }

  private static String architectures(List<TargetPlatform> targets) {
    return targets.stream()
        .map(target -> target.architecture().engineName())
        .collect(Collectors.joining(" and "));
  }

  /** The word that names the package, else the file that may, else the command. */
  private static SourceSpan place(Audited audited, StageFacts stage, PackageAnalysis row) {
    Map<Integer, Extent> byRank = new LinkedHashMap<>();
    for (PipInstall install : stage.pipInstalls()) {
      install.packages().stream()
          .filter(
              word ->
                  word.value()
                      .replaceFirst("[=<>!~\\[;@ ].*", "")
                      .equalsIgnoreCase(row.name().value()))
          .forEach(word -> byRank.putIfAbsent(0, word.extent()));
      install.requirementsFiles().forEach(word -> byRank.putIfAbsent(1, word.extent()));
      byRank.putIfAbsent(2, install.subcommand().extent());
    }
    return audited.place(new TreeMap<>(byRank).firstEntry().getValue());
  }
}
