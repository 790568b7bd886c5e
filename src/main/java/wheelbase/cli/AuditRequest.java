package wheelbase.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import wheelbase.AnalysisRequest;
import wheelbase.audit.InstalledFiles;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Topic;

/**
 * What to look at for an audit: what the Dockerfile installs, on the images that it names and on
 * those that might be proposed instead. What the user says on the command line goes before it.
 */
final class AuditRequest implements AutoCloseable {
  private final InstalledFiles installed;
  private final AnalysisRequest asked;
  private Optional<Path> written = Optional.empty();

  AuditRequest(InstalledFiles installed, AnalysisRequest asked) {
    this.installed = installed;
    this.asked = asked;
  }

  AnalysisRequest narrowed(Answers answers) throws IOException {
    AnalysisRequest request = asked;
    List<Path> files = answers.to(Topic.REQUIREMENTS).isEmpty() ? files() : List.of();
    if (!files.isEmpty()) {
      request = request.withInputs(request.inputs().withFiles(files));
    }
    if (files.isEmpty() && request.inputs().selection().isEmpty()) {
      request = request.withInputs(request.inputs().withSelection(installed.optional()));
    }
    boolean imagesAsked =
        answers.to(Topic.BASE).isPresent() || answers.to(Topic.PYTHON).isPresent();
    return imagesAsked || installed.bases().isEmpty() ? request : request.withImages(images());
  }

  private ImageSelection images() {
    String pythons =
        installed.bases().stream()
            .map(BaseImage::series)
            .distinct()
            .collect(Collectors.joining(","));
    ImageSelection usual = ImageSelection.parse(Catalogue.shipped(), "auto", Optional.of(pythons));
    return new ImageSelection(
        usual.variants(), usual.pythons(), installed.bases(), List.of(), usual.diagnostics());
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (List<String> places : installed.requirementsFiles()) {
      places.stream()
          .map(asked.project()::resolve)
          .filter(Files::isRegularFile)
          .findFirst()
          .map(file -> file.toAbsolutePath().normalize())
          .filter(file -> !files.contains(file))
          .ifPresent(files::add);
    }
    if (!installed.packages().isEmpty()) {
      Path file = Files.createTempFile("wheelbase-audit", ".txt");
      written = Optional.of(file);
      files.add(Files.write(file, installed.packages()));
    }
    return files;
  }

  @Override
  public void close() throws IOException {
    if (written.isPresent()) {
      Files.deleteIfExists(written.get());
    }
  }
}
