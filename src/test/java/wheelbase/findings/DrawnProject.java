package wheelbase.findings;

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
import wheelbase.requirements.FileReader;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.ReaderOptions;
import wheelbase.survey.ProgressListener;
import wheelbase.syslibs.RuleBook;
import wheelbase.testing.MiniIndex;

/** A project of a few lines over a drawn index, looked at as a whole for what is found in it. */
final class DrawnProject {
  private final Path directory;
  private final List<Path> files = new ArrayList<>();
  private String bases = "slim-trixie,alpine3.24";
  private String pythons = "3.13";

  DrawnProject(Path directory) {
    this.directory = directory;
  }

  DrawnProject lines(String... lines) {
    return file("requirements.txt", lines);
  }

  /** One that is read as requirements. */
  DrawnProject file(String name, String... lines) {
    files.add(directory.resolve(name));
    return beside(name, lines);
  }

  DrawnProject beside(String name, String... lines) {
    try {
      Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  DrawnProject on(String baseImages, String pythonVersions) {
    this.bases = baseImages;
    this.pythons = pythonVersions;
    return this;
  }

  Analysis analysis(MiniIndex index) throws InterruptedException {
    Catalogue catalogue = Catalogue.shipped();
    AnalysisRequest request =
        new AnalysisRequest(
            directory,
            Inputs.of(files, List.of(), ReaderOptions.NONE),
            ImageSelection.parse(catalogue, bases, Optional.of(pythons)),
            List.of(Architecture.values()),
            Optional.empty(),
            false,
            LocalDate.of(2026, 11, 21),
            true);
    return new Wheelbase(
            options -> index,
            RuleBook.shipped(Optional.empty()),
            catalogue,
            FileReader.disk(),
            Map.of())
        .analyse(request, ProgressListener.SILENT);
  }

  /** The messages of one kind. */
  List<String> found(String id, String... releases) throws InterruptedException {
    return all(id, releases).stream().map(Diagnostic::message).toList();
  }

  List<Diagnostic> all(String id, String... releases) throws InterruptedException {
    return analysis(MiniIndex.of(releases)).diagnostics().stream()
        .filter(diagnostic -> diagnostic.id().equals(id))
        .toList();
  }
}
