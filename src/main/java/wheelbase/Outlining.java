package wheelbase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wheelbase.application.ApplicationDetector;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Catalogue;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.requirements.FileNames;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.Listing;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.PythonDeclaration;
import wheelbase.requirements.RequirementsFinder;
import wheelbase.requirements.pyproject.ProjectReader;

/** Puts together what a project's own files tell. */
final class Outlining {
  private final Catalogue catalogue;
  private final FileReader files;
  private final AnalysisRequest request;
  private final Path root;

  Outlining(Catalogue catalogue, FileReader files, AnalysisRequest request) {
    this.catalogue = catalogue;
    this.files = files;
    this.request = request;
    this.root = request.project().toAbsolutePath().normalize();
  }

  ProjectOutline of(RequirementsIntake.Taken taken) {
    List<String> chosen = names(taken.files());
    List<String> read = names(taken.requirements().files());
    return new ProjectOutline(
        request.project(),
        chosen,
        taken.because(),
        without(new RequirementsFinder(files).candidates(root), chosen),
        without(read, chosen),
        taken.requirements(),
        listings(taken.requirements().files()),
        declarations(),
        pythons(),
        new ApplicationDetector(request.project())
            .detect(named(taken.requirements()), request.application()));
  }

  private List<String> names(List<Path> paths) {
    return paths.stream()
        .map(path -> FileNames.within(root, root.resolve(path).normalize()))
        .distinct()
        .toList();
  }

  private static List<String> without(List<String> names, List<String> others) {
    return names.stream().filter(name -> !others.contains(name)).toList();
  }

  private static Set<PackageName> named(ProjectRequirements requirements) {
    Set<PackageName> names = new LinkedHashSet<>();
    requirements
        .requirements()
        .forEach(declared -> declared.requirement().map(Requirement::name).ifPresent(names::add));
    return names;
  }

  /** A file that cannot be read any more was read a moment ago: it is left out. */
  private List<Listing> listings(List<Path> paths) {
    List<Listing> listings = new ArrayList<>();
    for (Path path : paths) {
      try {
        Optional<byte[]> content = files.read(path);
        content.ifPresent(bytes -> listings.add(Listing.of(FileNames.within(root, path), bytes)));
      } catch (IOException unreadable) {
        continue;
      }
    }
    return listings;
  }

  private List<ProjectOutline.DeclaredPython> declarations() {
    return new ProjectReader(root, files, Map.of())
        .pythonDeclarations().stream()
            .map(found -> new ProjectOutline.DeclaredPython(found, admitted(found)))
            .toList();
  }

  private List<String> admitted(PythonDeclaration declared) {
    return newest().stream()
        .filter(image -> declared.admits(image.python()))
        .map(BaseImage::series)
        .toList();
  }

  private List<ProjectOutline.PythonSeries> pythons() {
    return newest().stream()
        .map(
            image ->
                new ProjectOutline.PythonSeries(
                    image.series(),
                    image.python(),
                    image.pythonEndOfLife(),
                    image.pythonEndOfLife().isBefore(request.today())))
        .toList();
  }

  /** One image of each series: all have the same Python. */
  private List<BaseImage> newest() {
    return catalogue.seriesList().stream()
        .map(
            series ->
                catalogue.images().stream()
                    .filter(image -> image.series().equals(series))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }
}
