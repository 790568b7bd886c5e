package wheelbase.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wheelbase.Analysis;
import wheelbase.AnalysisRequest;
import wheelbase.ProjectOutline;
import wheelbase.baseimage.ImageReference;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.dockerfile.ProjectWriter;
import wheelbase.dockerfile.WriteOutcome;
import wheelbase.registry.HttpRegistry;
import wheelbase.registry.Registry;
import wheelbase.registry.RegistryException;
import wheelbase.requirements.FileNames;
import wheelbase.survey.ProgressListener;
import wheelbase.wizard.Outside;

/** The world of a wizard that a user has started. */
final class DiskAndIndex implements Outside {
  private final Surroundings surroundings;
  private final Pipeline pipeline;
  private final IndexChoice index;
  private final Registry registry;

  DiskAndIndex(Surroundings surroundings, Pipeline pipeline, IndexChoice index) {
    this.surroundings = surroundings;
    this.pipeline = pipeline;
    this.index = index;
    this.registry =
        index.offline() ? Registry.offline() : new HttpRegistry(surroundings.environment());
  }

  @Override
  public ProjectOutline outline(AnalysisRequest request) {
    return new IndexedPipeline(surroundings.environment()).look(request);
  }

  @Override
  public Analysis analyse(AnalysisRequest request, boolean offline, ProgressListener progress)
      throws InterruptedException {
    return pipeline.analyse(request, offline ? index.fromCache() : index, progress);
  }

  @Override
  public Optional<Diagnostic> cannotWrite(Path directory) {
    Path here = surroundings.directory().toAbsolutePath().normalize();
    String within = FileNames.within(here, directory.toAbsolutePath().normalize());
    String name = within.isEmpty() ? "." : within;
    if (!Files.isDirectory(directory)) {
      return Optional.of(
          Diagnostic.error("no-directory", "there is no directory `" + name + "`")
              .withHint("mkdir -p " + name));
    }
    return Files.isWritable(directory)
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error("cannot-write", "`" + name + "` cannot be written to")
                .withHint("write into another directory, or make this one writable"));
  }

  @Override
  public List<FileChange> compare(Path directory, List<GeneratedFile> generated)
      throws IOException {
    return new ProjectWriter(directory).compare(generated);
  }

  @Override
  public Checked<String> digest(String image) {
    return ImageReference.parse(image).fold(this::digest, Checked::refused);
  }

  private Checked<String> digest(ImageReference image) {
    try {
      return Checked.taken(registry.digest(image));
    } catch (RegistryException why) {
      return Checked.refused(why.diagnostic());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Checked.refused(
          Diagnostic.error("registry-not-asked", "the question about its digest was broken off"));
    }
  }

  @Override
  public WriteOutcome write(
      Path directory, DockerfilePlan plan, List<GeneratedFile> generated, boolean force) {
    return new ProjectWriter(directory).write(plan, generated, force);
  }

  @Override
  public void save(String file, String text) throws IOException {
    Files.write(surroundings.directory().resolve(file), text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<String> names(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .map(path -> path.getFileName() + (Files.isDirectory(path) ? "/" : ""))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      // What cannot be listed offers nothing to complete.
      return List.of();
    }
  }
}
