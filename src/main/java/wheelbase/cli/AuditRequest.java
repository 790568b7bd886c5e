package wheelbase.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.AnalysisRequest;
import wheelbase.audit.InstalledFiles;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.BaseImageKind;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.baseimage.OwnImage;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
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
    boolean pythonAsked = answers.to(Topic.PYTHON).isPresent();
    if (answers.to(Topic.BASE).isEmpty()) {
      return pythonAsked || installed.bases().isEmpty()
          ? request
          : request.withImages(images(installed.bases(), List.of(), List.of()));
    }
    ImageSelection said = request.images();
    boolean own = said.named().stream().allMatch(image -> image.kind() == BaseImageKind.OWN);
    if (pythonAsked || !own || !said.variants().isEmpty() || isFaulty(said)) {
      return request;
    }
    List<BaseImage> bases = new ArrayList<>(installed.bases());
    bases.addAll(said.named());
    return request.withImages(images(bases, said.unread(), said.diagnostics()));
  }

  private static boolean isFaulty(ImageSelection said) {
    return said.diagnostics().stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }

  /**
   * The images of the Dockerfile, those of its own kind that the user says what they are made of
   * among them, and the usual ones of the same Python beside them.
   */
  private static ImageSelection images(
      List<BaseImage> bases, List<OwnImage> unread, List<Diagnostic> diagnostics) {
    String pythons =
        bases.stream().map(BaseImage::series).distinct().collect(Collectors.joining(","));
    ImageSelection usual =
        ImageSelection.parse(
            Catalogue.shipped(),
            bases.isEmpty() ? "" : "auto",
            Optional.of(pythons).filter(series -> !series.isEmpty()));
    return new ImageSelection(
        usual.variants(),
        usual.pythons(),
        bases,
        unread,
        Stream.concat(diagnostics.stream(), usual.diagnostics().stream()).toList());
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
