package wheelbase.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wheelbase.bake.BakeFileWriter;
import wheelbase.bake.BakePlan;
import wheelbase.bake.Service;
import wheelbase.bake.ServiceNames;
import wheelbase.bake.ServiceOutcome;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.dockerfile.ProjectWriter;
import wheelbase.dockerfile.Templates;
import wheelbase.dockerfile.WriteOutcome;
import wheelbase.report.BakeJson;
import wheelbase.report.BakeText;
import wheelbase.report.EquivalentCommand;
import wheelbase.report.Style;

/** The Dockerfiles of several services, and one file that builds them all. */
@Command(
    name = "bake",
    description = "Dockerfiles for every service below a directory, and docker-bake.hcl.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "A service is a directory with requirements and an application. Options hold for",
      "each of them; --answers names a file that a service may have of its own.",
      "",
      "Examples:",
      "  wheelbase bake",
      "  wheelbase bake --dry-run",
      "  wheelbase bake shop --python 3.13 --base slim-trixie",
      "  wheelbase bake --service web --service jobs/mail --arch amd64,arm64",
      "  docker buildx bake"
    })
final class BakeCommand implements Callable<Integer>, TakesProjectOptions {
  @Parameters(
      arity = "0..1",
      paramLabel = "ROOT",
      defaultValue = ".",
      description = "The directory above the services.")
  private Path root;

  @Option(
      names = "--service",
      paramLabel = "DIR",
      description = "A service; may be repeated. Default: found below ROOT.")
  private List<Path> services = new ArrayList<>();

  @Mixin private ProjectOptions options = new ProjectOptions();
  @Mixin private ImageOptions image = new ImageOptions();

  private final Surroundings surroundings;
  private final Pipeline pipeline;

  private BakeCommand(Surroundings surroundings, Pipeline pipeline) {
    this.surroundings = surroundings;
    this.pipeline = pipeline;
  }

  /** Without the options that are about one project alone. */
  static CommandLine defined(Surroundings surroundings, Pipeline pipeline) {
    CommandLine command = new CommandLine(new BakeCommand(surroundings, pipeline));
    CommandSpec spec = command.getCommandSpec();
    for (String option : List.of("--output", "--save-answers", "--no-input")) {
      spec.remove(spec.findOption(option));
    }
    return command;
  }

  @Override
  public ProjectOptions projectOptions() {
    return options;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path directory = surroundings.directory().resolve(root);
    if (!Files.exists(directory)) {
      throw MissingPath.explain(root, directory);
    }
    if (!Files.isDirectory(directory)) {
      throw new UsageException("`" + root + "` is no directory", "wheelbase generate " + root);
    }
    options.rules(surroundings);
    Templates templates = image.templates(surroundings);
    List<ServiceProject> projects = projects(directory, templates);
    List<ServiceProject.Planned> planned = new ArrayList<>();
    try (Pipeline.Shared shared = pipeline.shared()) {
      for (ServiceProject project : projects) {
        planned.add(project.plan(shared.pipeline(), options.quiet()));
      }
    }
    return image.dryRun()
        ? rehearse(directory, planned, templates)
        : write(directory, planned, templates);
  }

  private List<ServiceProject> projects(Path directory, Templates templates) {
    ServiceDirectories found = new ServiceDirectories(surroundings, root, directory);
    List<String> named = found.named(services);
    List<String> directories =
        named.isEmpty() ? found.found(path -> project(path, "", templates)) : named;
    Path whole = directory.toAbsolutePath().normalize();
    List<String> names =
        ServiceNames.of(
            directories, Optional.ofNullable(whole.getFileName()).map(Path::toString).orElse(""));
    List<ServiceProject> projects = new ArrayList<>();
    for (int i = 0; i < directories.size(); i++) {
      projects.add(project(directories.get(i), names.get(i), templates));
    }
    ServiceProject.checkAnswers(options, projects, surroundings);
    return projects;
  }

  private ServiceProject project(String directory, String name, Templates templates) {
    return new ServiceProject(
        name,
        directory,
        root.resolve(directory).normalize(),
        options,
        surroundings,
        pipeline,
        templates);
  }

  private int write(Path directory, List<ServiceProject.Planned> planned, Templates templates) {
    List<ServiceOutcome> outcomes = new ArrayList<>();
    planned.forEach(each -> outcomes.add(each.write(image.force())));
    Optional<WriteOutcome> together =
        bakeFile(directory, outcomes, planned, templates)
            .map(file -> new ProjectWriter(directory).write(List.of(file), image.force()));
    List<Diagnostic> diagnostics = together.map(WriteOutcome::diagnostics).orElse(List.of());
    List<FileChange> changes = together.map(WriteOutcome::changes).orElse(List.of());
    tell(directory, outcomes, planned, changes, diagnostics);
    if (!options.json()) {
      boolean done = together.filter(outcome -> !outcome.refused()).isPresent();
      surroundings
          .streams()
          .print(new BakeText(resultStyle()).of(outcomes, together, done ? next() : List.of()));
    }
    return exitCode(planned, outcomes, diagnostics);
  }

  private int rehearse(Path directory, List<ServiceProject.Planned> planned, Templates templates) {
    List<ServiceOutcome> outcomes = planned.stream().map(ServiceProject.Planned::rehearse).toList();
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<FileChange> changes = new ArrayList<>();
    bakeFile(directory, outcomes, planned, templates)
        .ifPresent(
            file -> {
              try {
                changes.addAll(new ProjectWriter(directory).compare(List.of(file)));
              } catch (IOException e) {
                diagnostics.add(
                    Diagnostic.error(
                        "cannot-compare", "what is there cannot be read: " + e.getMessage()));
              }
            });
    tell(directory, outcomes, planned, changes, diagnostics);
    if (!options.json()) {
      surroundings.streams().print(new BakeText(resultStyle()).rehearsal(outcomes, changes));
    }
    return exitCode(planned, outcomes, diagnostics);
  }

  private Optional<GeneratedFile> bakeFile(
      Path directory,
      List<ServiceOutcome> outcomes,
      List<ServiceProject.Planned> planned,
      Templates templates) {
    List<Service> built = outcomes.stream().flatMap(each -> each.service().stream()).toList();
    if (built.isEmpty()) {
      return Optional.empty();
    }
    BakePlan plan = BakePlan.of(built, ServiceProject.platforms(planned));
    return Optional.of(new BakeFileWriter(templates).file(plan, there(directory)));
  }

  /** What cannot be read is not known to be ours: the writer finds out. */
  private static Optional<String> there(Path directory) {
    try {
      Path file = directory.resolve(BakeFileWriter.FILE_NAME);
      return Files.exists(file)
          ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void tell(
      Path directory,
      List<ServiceOutcome> outcomes,
      List<ServiceProject.Planned> planned,
      List<FileChange> together,
      List<Diagnostic> diagnostics) {
    if (options.json()) {
      surroundings.streams().print(BakeJson.of(directory, outcomes, together, diagnostics));
      return;
    }
    BakeText text = new BakeText(errorStyle());
    for (int i = 0; i < outcomes.size(); i++) {
      surroundings.streams().tell(planned.get(i).told(errorStyle(), text, outcomes.get(i)));
    }
    surroundings.streams().tell(text.diagnostics(BakeFileWriter.FILE_NAME, diagnostics));
  }

  private List<String> next() {
    String build = EquivalentCommand.of("docker", "buildx", "bake").text();
    return List.of(
        root.normalize().toString().isEmpty()
            ? build
            : EquivalentCommand.of("cd").path(root.toString()).text() + " && " + build);
  }

  /** The worst that befell any: requirements before files, files before conditions. */
  private int exitCode(
      List<ServiceProject.Planned> planned,
      List<ServiceOutcome> outcomes,
      List<Diagnostic> together) {
    if (planned.stream().anyMatch(each -> each.image().isEmpty())) {
      return ExitCode.REQUIREMENTS;
    }
    boolean refused =
        outcomes.stream().anyMatch(each -> hasError(each.diagnostics())) || hasError(together);
    if (refused) {
      return ExitCode.WRONG_USAGE;
    }
    return planned.stream()
            .anyMatch(each -> options.failOn().stream().anyMatch(it -> it.holds(each.analysis())))
        ? ExitCode.CONDITION_HOLDS
        : ExitCode.DONE;
  }

  private static boolean hasError(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }

  private Style resultStyle() {
    return options.style(surroundings);
  }

  private Style errorStyle() {
    return StyleChoice.of(
        options.colour(), surroundings.environment(), surroundings.streams().errIsTerminal());
  }
}
