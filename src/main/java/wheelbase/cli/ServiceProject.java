package wheelbase.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.application.Application;
import wheelbase.bake.Service;
import wheelbase.bake.ServiceOutcome;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.ProjectWriter;
import wheelbase.dockerfile.Templates;
import wheelbase.dockerfile.WriteOutcome;
import wheelbase.report.BakeText;
import wheelbase.report.FailureText;
import wheelbase.report.Style;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Outside;
import wheelbase.wizard.PlannedImage;
import wheelbase.wizard.Road;
import wheelbase.wizard.Topic;

/**
 * One service of several: what {@code generate} does of a project, in steps.
 *
 * @param name of its target
 * @param directory relative to the repository
 * @param path relative to where the user stands
 */
record ServiceProject(
    String name,
    String directory,
    Path path,
    ProjectOptions options,
    Surroundings surroundings,
    Pipeline pipeline,
    Templates templates) {
  private static final String OUTSIDE = "outside-build-context";

  /** Where its application was found; empty where it has none. */
  Optional<String> application() {
    Application found =
        outside(pipeline)
            .outline(road().request(answers().without(Topic.APPLICATION)))
            .application();
    return found.entryPoint().isPresent() || !found.command().isEmpty()
        ? Optional.of(found.foundIn().orElse(""))
        : Optional.empty();
  }

  /**
   * @throws UsageException where {@code --answers} names a file that no service has
   */
  static void checkAnswers(
      ProjectOptions options, List<ServiceProject> projects, Surroundings surroundings) {
    options
        .answersFile()
        .filter(file -> projects.stream().allMatch(each -> each.answersFile().isEmpty()))
        .ifPresent(
            file -> {
              throw MissingPath.explain(file, surroundings.directory().resolve(file));
            });
  }

  /** The platforms that were asked for, where that is the same for all. */
  static List<String> platforms(List<Planned> planned) {
    List<List<String>> asked =
        planned.stream()
            .map(each -> each.answers().to(Topic.ARCHITECTURES).orElse(List.of()))
            .distinct()
            .toList();
    return asked.size() == 1
        ? asked.get(0).stream().map(architecture -> "linux/" + architecture).toList()
        : List.of();
  }

  /** Looks at the service. */
  Planned plan(Pipeline shared, boolean quiet) throws InterruptedException {
    Answers answers = answers();
    Road road = road();
    Outside outside = outside(shared);
    Analysis analysis =
        WatchedAnalysis.of(road.request(answers), outside, surroundings.streams(), quiet);
    if (analysis.failed()) {
      return new Planned(this, analysis, answers, Optional.empty(), errors(analysis));
    }
    Checked<PlannedImage> image = road.image(answers, analysis, outside);
    if (image.value().filter(ServiceProject::looksOutside).isPresent()) {
      Answers locking = answers.with(Topic.LOCK, Answers.YES);
      Optional<PlannedImage> locked =
          road.image(locking, analysis, outside).value().filter(one -> !looksOutside(one));
      if (locked.isPresent()) {
        return new Planned(this, analysis, locking, locked, List.of(lockedInstead()));
      }
    }
    return image.fold(
        one ->
            hasError(one.plan().diagnostics())
                ? new Planned(this, analysis, answers, Optional.empty(), one.plan().diagnostics())
                : new Planned(this, analysis, answers, Optional.of(one), List.of()),
        why -> new Planned(this, analysis, answers, Optional.empty(), List.of(why)));
  }

  private Diagnostic lockedInstead() {
    return Diagnostic.note(
        "shared-requirements-locked",
        "its requirements lie outside `"
            + directory
            + "` in part, where its build sees nothing: a lock file holds them all");
  }

  private static List<Diagnostic> errors(Analysis analysis) {
    return analysis.diagnostics().stream()
        .filter(each -> each.severity() == Severity.ERROR)
        .toList();
  }

  private static boolean looksOutside(PlannedImage image) {
    return image.plan().diagnostics().stream().anyMatch(each -> each.id().equals(OUTSIDE));
  }

  private static boolean hasError(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }

  private Road road() {
    return new Road(options.given(path, surroundings).writtenWith(templates));
  }

  /** Where its files go is settled, whatever an answers file says. */
  private Answers answers() {
    return options.answers(path, answersFile(), surroundings).without(Topic.OUTPUT);
  }

  private Path place() {
    return surroundings.directory().resolve(path);
  }

  /** The service's own, else the one that the user stands at. */
  private Optional<Path> answersFile() {
    Path here = surroundings.directory();
    return options
        .answersFile()
        .flatMap(
            file ->
                List.of(path.resolve(file), file).stream()
                    .filter(one -> Files.exists(here.resolve(one)))
                    .findFirst());
  }

  private Outside outside(Pipeline over) {
    return new DiskAndIndex(surroundings, over, options.index(surroundings));
  }

  /**
   * A service that was looked at.
   *
   * @param answers what its image was planned by
   * @param image empty where there can be none
   * @param diagnostics of looking and planning
   */
  record Planned(
      ServiceProject project,
      Analysis analysis,
      Answers answers,
      Optional<PlannedImage> image,
      List<Diagnostic> diagnostics) {

    /** Writes its files, all or none. */
    ServiceOutcome write(boolean force) {
      if (image.isEmpty()) {
        return outcome(List.of(), Optional.empty(), List.of());
      }
      WriteOutcome written =
          new ProjectWriter(project.place()).write(image.get().plan(), image.get().files(), force);
      return outcome(written.changes(), Optional.of(written), written.diagnostics());
    }

    /** What writing would do. */
    ServiceOutcome rehearse() {
      if (image.isEmpty()) {
        return outcome(List.of(), Optional.empty(), List.of());
      }
      try {
        List<FileChange> changes = new ProjectWriter(project.place()).compare(image.get().files());
        return outcome(changes, Optional.empty(), List.of());
      } catch (IOException e) {
        return outcome(
            List.of(),
            Optional.empty(),
            List.of(
                Diagnostic.error(
                    "cannot-compare", "what is there cannot be read: " + e.getMessage())));
      }
    }

    /** What is to be said of it beside what was written. */
    String told(Style style, BakeText text, ServiceOutcome outcome) {
      return analysis.failed()
          ? text.under(
              project.directory(),
              new FailureText(style)
                  .of(analysis, project.options().index(project.surroundings()).cutoff()))
          : text.diagnostics(project.directory(), outcome.diagnostics());
    }

    /** A Dockerfile that is there and stays is built, too. */
    private ServiceOutcome outcome(
        List<FileChange> changes, Optional<WriteOutcome> written, List<Diagnostic> more) {
      List<Diagnostic> all = new ArrayList<>(diagnostics);
      image.ifPresent(one -> all.addAll(one.plan().diagnostics()));
      all.addAll(more);
      boolean cannotWrite = more.stream().anyMatch(each -> each.id().equals("cannot-write"));
      return new ServiceOutcome(
          project.name(),
          project.directory(),
          image
              .filter(one -> !cannotWrite)
              .map(one -> Service.of(project.name(), project.directory(), one.plan())),
          image.map(one -> one.base().image()),
          changes,
          written,
          all.stream().distinct().toList());
    }
  }
}
