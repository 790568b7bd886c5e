package wheelbase.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wheelbase.Analysis;
import wheelbase.audit.Audit;
import wheelbase.audit.InstalledFiles;
import wheelbase.diagnostic.Severity;
import wheelbase.dockerfile.DockerIgnore;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.dockerfile.ProjectWriter;
import wheelbase.dockerfile.WriteOutcome;
import wheelbase.dockerfile.syntax.Dockerfile;
import wheelbase.dockerfile.syntax.DockerfileReader;
import wheelbase.report.AuditJson;
import wheelbase.report.AuditSarif;
import wheelbase.report.AuditText;
import wheelbase.report.DiagnosticText;
import wheelbase.report.FailureText;

/** A Dockerfile that exists, held against what it installs. */
@Command(
    name = "audit",
    description = "The faults of a Dockerfile that exists, and what would be saved.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Exits with 1 where it found a fault; notes alone are none.",
      "",
      "Examples:",
      "  wheelbase audit",
      "  wheelbase audit docker/Dockerfile . --arch amd64",
      "  wheelbase audit --fix --dry-run",
      "  wheelbase audit --format sarif > audit.sarif"
    })
final class AuditCommand extends AnalysingCommand {
  /** How the findings are written. */
  enum Format {
    TEXT,
    JSON,
    SARIF
  }

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DOCKERFILE",
      defaultValue = "Dockerfile",
      description = "The Dockerfile, or the directory it is in.")
  private Path dockerfile;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PATH",
      description = "The project's directory. Default: the Dockerfile's.")
  private Path project;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = CompletionValues.AuditFormats.class,
      description = "text, json or sarif. Default: text.")
  private Format format;

  @Option(
      names = "--fix",
      description =
          "Show the edits that are safe and write them; the old file is NAME.bak. In a terminal it"
              + " asks first.")
  private boolean fix;

  @Option(
      names = {"-y", "--yes"},
      description = "With --fix: write the edits without asking.")
  private boolean yes;

  @Option(names = "--dry-run", description = "With --fix: show the edits and write nothing.")
  private boolean dryRun;

  AuditCommand(Surroundings surroundings, Pipeline pipeline) {
    super(surroundings, pipeline);
  }

  @Override
  Path path() {
    Path beside = file().getParent();
    return project != null ? project : beside == null ? Path.of(".") : beside;
  }

  @Override
  int answer(Analysis analysis) {
    throw new IllegalStateException("an audit goes its own way");
  }

  @Override
  public Integer call() throws InterruptedException {
    Dockerfile read = DockerfileReader.read(name(), text());
    InstalledFiles installed = InstalledFiles.of(read);
    Optional<Analysis> analysis = Optional.empty();
    if (!read.isFaulty() && installed.installs()) {
      try (AuditRequest request = new AuditRequest(installed, road().request(answers()))) {
        analysis =
            Optional.of(
                WatchedAnalysis.of(
                    request.narrowed(answers()),
                    outside(),
                    surroundings.streams(),
                    options.quiet()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Audit audit =
        Audit.of(
            read,
            hasDockerIgnore(),
            analysis,
            new RuledNeeds(options.rules(surroundings)),
            road().request(answers()).today());
    print(audit, analysis);
    boolean written = fix && fix(audit);
    return exitCode(audit, analysis, written);
  }

  private int exitCode(Audit audit, Optional<Analysis> analysis, boolean written) {
    boolean faults =
        audit.findings().stream()
            .anyMatch(each -> each.isFault() && !(written && !each.safeEdits().isEmpty()));
    if (analysis.filter(Analysis::failed).isPresent()) {
      return ExitCode.REQUIREMENTS;
    }
    return faults ? ExitCode.CONDITION_HOLDS : analysis.map(this::exitCode).orElse(ExitCode.DONE);
  }

  private void print(Audit audit, Optional<Analysis> analysis) {
    analysis
        .filter(Analysis::failed)
        .ifPresent(
            failed ->
                surroundings.streams().tell(new FailureText(errorStyle()).of(failed, cutoff())));
    surroundings
        .streams()
        .print(
            switch (format()) {
              case TEXT -> new AuditText(resultStyle()).of(audit);
              case JSON ->
                  AuditJson.of(audit, analysis.map(Analysis::diagnostics).orElse(List.of()));
              case SARIF -> AuditSarif.of(audit);
            });
  }

  private Format format() {
    if (format != null && format != Format.JSON && options.json()) {
      throw new UsageException("--json and --format contradict each other", "");
    }
    return options.json() ? Format.JSON : format == null ? Format.TEXT : format;
  }

  /** Whether the Dockerfile has the edits now. */
  private boolean fix(Audit audit) {
    String fixed = audit.fixed();
    if (fixed.equals(audit.dockerfile().source().text())) {
      return false;
    }
    Path place = surroundings.directory().resolve(file());
    ProjectWriter writer =
        new ProjectWriter(Optional.ofNullable(place.getParent()).orElse(Path.of(".")));
    List<GeneratedFile> files =
        List.of(
            new GeneratedFile(
                place.getFileName().toString(), fixed, GeneratedFile.Existing.IS_REPLACED));
    try {
      show(writer.compare(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (dryRun || !isAgreed()) {
      return false;
    }
    WriteOutcome outcome = writer.write(files, true);
    surroundings.streams().tell(new DiagnosticText(errorStyle()).of(outcome.diagnostics()));
    if (format() == Format.TEXT && !outcome.written().isEmpty()) {
      surroundings.streams().print(new AuditText(resultStyle()).wrote(outcome));
    }
    return outcome.diagnostics().stream().noneMatch(each -> each.severity() == Severity.ERROR);
  }

  /** Who is at a terminal has just been shown the edits; a script has asked for them already. */
  private boolean isAgreed() {
    Streams streams = surroundings.streams();
    boolean someoneIsThere =
        streams.inIsTerminal() && streams.outIsTerminal() && streams.errIsTerminal();
    if (yes || !someoneIsThere || format() != Format.TEXT) {
      return true;
    }
    streams.tell("\n" + new AuditText(errorStyle()).question(name()));
    boolean agreed = AuditText.isAgreement(streams.readLine());
    if (!agreed) {
      streams.tell(new AuditText(errorStyle()).nothingWritten());
    }
    return agreed;
  }

  private void show(List<FileChange> changes) {
    if (format() == Format.TEXT) {
      surroundings.streams().print("\n" + new AuditText(resultStyle()).edits(changes));
    }
  }

  private Path file() {
    return Files.isDirectory(surroundings.directory().resolve(dockerfile))
        ? dockerfile.resolve("Dockerfile")
        : dockerfile;
  }

  private String name() {
    return file().normalize().toString().replace(File.separatorChar, '/');
  }

  private String text() {
    Path place = surroundings.directory().resolve(file());
    if (!Files.isRegularFile(place)) {
      throw MissingPath.explain(file(), place);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(place)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new UsageException(
          ExitCode.REQUIREMENTS, "`" + file() + "` is not written in UTF-8", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the context, or beside the Dockerfile under its name, where BuildKit looks first. */
  private boolean hasDockerIgnore() {
    Path place = surroundings.directory().resolve(file());
    Path context = surroundings.directory().resolve(path());
    return Files.exists(context.resolve(DockerIgnore.FILE_NAME))
        || Files.exists(place.resolveSibling(place.getFileName() + DockerIgnore.FILE_NAME));
  }
}
