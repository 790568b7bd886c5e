package wheelbase.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.AnalysisRequest;
import wheelbase.Wheelbase;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.platform.Architecture;
import wheelbase.registry.Registry;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.ReaderOptions;
import wheelbase.survey.ProgressListener;
import wheelbase.syslibs.RuleBook;

/** A project of a few lines over a drawn index, looked at as a whole. */
public final class DrawnProject {
  private final Path directory;
  private final List<Path> files = new ArrayList<>();
  private String bases = "slim-trixie,alpine3.24";
  private String pythons = "3.13";
  private List<Architecture> architectures = List.of(Architecture.values());
  private boolean cures = true;
  private boolean reading;

  public DrawnProject(Path directory) {
    this.directory = directory;
  }

  public DrawnProject lines(String... lines) {
    return file("requirements.txt", lines);
  }

  /** One that is read as requirements. */
  public DrawnProject file(String name, String... lines) {
    files.add(directory.resolve(name));
    return beside(name, lines);
  }

  public DrawnProject beside(String name, String... lines) {
    try {
      Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public DrawnProject on(String baseImages, String pythonVersions) {
    this.bases = baseImages;
    this.pythons = pythonVersions;
    return this;
  }

  public DrawnProject on(Architecture... wanted) {
    this.architectures = List.of(wanted);
    return this;
  }

  public DrawnProject withoutCures() {
    this.cures = false;
    return this;
  }

  /** Files that no rule speaks of are read. */
  public DrawnProject reading(boolean read) {
    this.reading = read;
    return this;
  }

  public Analysis analysis(MiniIndex index) throws InterruptedException {
    Catalogue catalogue = Catalogue.shipped();
    AnalysisRequest request =
        new AnalysisRequest(
            directory,
            Inputs.of(files, List.of(), ReaderOptions.NONE),
            ImageSelection.parse(catalogue, bases, Optional.of(pythons)),
            architectures,
            Optional.empty(),
            false,
            LocalDate.of(2026, 11, 21),
            cures);
    return new Wheelbase(
            options -> index,
            RuleBook.shipped(Optional.empty()),
            catalogue,
            FileReader.disk(),
            Map.of(),
            () -> 0,
            Registry.offline(),
            reading)
        .analyse(request, ProgressListener.SILENT);
  }

  /** The messages of one kind. */
  public List<String> found(String id, String... releases) throws InterruptedException {
    return all(id, releases).stream().map(Diagnostic::message).toList();
  }

  public List<Diagnostic> all(String id, String... releases) throws InterruptedException {
    return analysis(MiniIndex.of(releases)).diagnostics().stream()
        .filter(diagnostic -> diagnostic.id().equals(id))
        .toList();
  }
}
