package wheelbase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.EndOfLife;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.index.Answers;
import wheelbase.index.CoreMetadata.Provenance;
import wheelbase.index.PackageIndex;
import wheelbase.index.ReleaseFile;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.resolver.Conflict;
import wheelbase.resolver.Pin;

/** What the user should know beside the verdicts. */
final class Findings {
  private final PackageIndex index;
  private final ProjectRequirements requirements;
  private final Map<TargetPlatform, TargetAnalysis> targets;
  private final Matrix matrix;

  Findings(
      PackageIndex index,
      ProjectRequirements requirements,
      Map<TargetPlatform, TargetAnalysis> targets,
      Matrix matrix) {
    this.index = index;
    this.requirements = requirements;
    this.targets = targets;
    this.matrix = matrix;
  }

  /** In the order in which they matter. */
  List<Diagnostic> all(List<BaseImage> images, LocalDate today) throws InterruptedException {
    List<Diagnostic> all = new ArrayList<>(unresolvable());
    all.addAll(requirements.diagnostics());
    all.addAll(outsideTheIndex());
    all.addAll(ofPages());
    all.addAll(new IndexFindings(index).severalIndexes(taken()));
    all.addAll(unknownDependencies());
    all.addAll(endOfLife(images, today));
    return all;
  }

  /**
   * Requirements that can be met nowhere are an error; on some targets only, the candidates say it.
   */
  private List<Diagnostic> unresolvable() throws InterruptedException {
    List<Conflict> conflicts =
        targets.values().stream()
            .flatMap(target -> target.resolution().conflict().stream())
            .toList();
    if (conflicts.size() < targets.size()) {
      return List.of();
    }
    TargetPlatform first = targets.keySet().iterator().next();
    Conflict conflict = conflicts.get(0);
    Diagnostic error =
        Diagnostic.error(
            "conflict",
            "the requirements cannot be met on "
                + first.id()
                + "\n"
                + String.join("\n", conflict.explanation()));
    Diagnostic advised = withNearNames(error, conflict);
    return List.of(conflict.lines().isEmpty() ? advised : advised.at(conflict.lines().get(0)));
  }

  /** Where a name in the conflict is on no index, what it was probably meant to be. */
  private Diagnostic withNearNames(Diagnostic error, Conflict conflict)
      throws InterruptedException {
    List<PackageName> others =
        requirements.requirements().stream()
            .flatMap(declared -> declared.requirement().stream())
            .map(Requirement::name)
            .toList();
    List<String> questions = new ArrayList<>();
    for (PackageName name : new TreeSet<>(conflict.packages())) {
      if (!Answers.await(index.page(name)).found()) {
        List<PackageName> near = new NearNames(index).of(name, others);
        if (!near.isEmpty()) {
          questions.add(
              "no index knows `"
                  + name
                  + "`: did you mean "
                  + near.stream().map(each -> "`" + each + "`").collect(Collectors.joining(" or "))
                  + "?");
        }
      }
    }
    return questions.isEmpty() ? error : error.withHint(String.join("; ", questions));
  }

  private Map<PackageName, Set<ReleaseFile>> taken() {
    Map<PackageName, Set<ReleaseFile>> taken = new LinkedHashMap<>();
    for (Cell cell : matrix.cells()) {
      cell.pin()
          .flatMap(Pin::file)
          .ifPresent(
              file -> taken.computeIfAbsent(cell.name(), name -> new LinkedHashSet<>()).add(file));
    }
    return taken;
  }

  private List<Diagnostic> outsideTheIndex() {
    return requirements.requirements().stream()
        .filter(DeclaredRequirement::isOutsideTheIndex)
        .map(
            requirement ->
                Diagnostic.note(
                        "outside-the-index",
                        "`"
                            + requirement.shownText()
                            + "` is outside the index: which libraries it needs is not known")
                    .at(requirement.place()))
        .toList();
  }

  /**
   * That files on a page were left out, said once. That a page is an old copy is no part of an
   * analysis: the same pages give the same bytes, however old they are.
   */
  private List<Diagnostic> ofPages() throws InterruptedException {
    Set<Diagnostic> found = new LinkedHashSet<>();
    for (Cell cell : matrix.cells()) {
      Answers.await(index.page(cell.name())).diagnostics().stream()
          .filter(diagnostic -> !diagnostic.id().equals("old-copy-of-page"))
          .forEach(found::add);
    }
    return List.copyOf(found);
  }

  private List<Diagnostic> unknownDependencies() {
    Set<String> titles = new LinkedHashSet<>();
    for (Cell cell : matrix.cells()) {
      cell.pin()
          .flatMap(pin -> pin.metadata())
          .filter(metadata -> metadata.provenance() == Provenance.UNKNOWN)
          .ifPresent(metadata -> titles.add(cell.title()));
    }
    return titles.stream()
        .map(
            title ->
                Diagnostic.warning(
                    "dependencies-unknown",
                    "what "
                        + title
                        + " depends on is not known: only running its build would tell"))
        .toList();
  }

  /**
   * Warnings only: that a release lives on long-term support is said of its image, among the
   * reasons.
   */
  private static List<Diagnostic> endOfLife(List<BaseImage> images, LocalDate today) {
    return images.stream()
        .flatMap(image -> EndOfLife.of(image, today).stream())
        .filter(found -> found.severity() == Severity.WARNING)
        .distinct()
        .toList();
  }
}
