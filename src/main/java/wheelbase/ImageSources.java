package wheelbase;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.dockerfile.LockedFile;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.FileSources;
import wheelbase.survey.TargetAnalysis;

/** What of a project its image is installed from, each file relative to the project. */
final class ImageSources {
  private static final String PYPROJECT = "pyproject.toml";
  private static final String EXPORTED = "requirements.txt";
  private static final String EXPORTED_BESIDE = "requirements-pyproject.txt";

  private final Analysis analysis;
  private final Path project;

  ImageSources(Analysis analysis) {
    this.analysis = analysis;
    this.project = analysis.project().toAbsolutePath().normalize();
  }

  /** With {@code /}, whichever way the file is named. */
  String named(Path file) {
    return project
        .relativize(project.resolve(file).normalize())
        .toString()
        .replace(File.separatorChar, '/');
  }

  List<String> named(List<Path> files) {
    return files.stream().map(this::named).distinct().toList();
  }

  /** The lock file that was read. */
  Optional<LockedFile> lock() {
    return analysis
        .requirements()
        .lock()
        .map(lock -> new LockedFile(lock.format(), lock.file(), lock.selection()));
  }

  /** What pip is given; nothing where a lock file was read. */
  List<String> requirementsFiles() {
    return named(installed());
  }

  List<String> constraintFiles() {
    return named(analysis.constraintFiles());
  }

  /** What is read where the image is made. */
  List<String> copied() {
    List<Path> read = analysis.requirements().files();
    return named(
        lock().isPresent()
            ? read
            : Stream.concat(installed().stream(), withoutPyproject(read).stream()).toList());
  }

  /** The dependencies of a pyproject.toml, as pip can read them. */
  Optional<GeneratedFile> exported() {
    return exportedName().map(name -> new GeneratedFile(name, exportedText(), false));
  }

  /** What is asked for on some target of a base; may come twice. */
  Stream<DeclaredRequirement> asked(Predicate<TargetPlatform> isOnBase) {
    return analysis.targets().stream()
        .map(TargetAnalysis::target)
        .filter(isOnBase)
        .flatMap(target -> analysis.requirements().on(target.markerEnvironment()).stream());
  }

  /**
   * The paths that requirements on a base name, and the places of links; {@code .} is the project.
   */
  List<String> localPaths(Predicate<TargetPlatform> isOnBase) {
    Stream<String> required =
        asked(isOnBase)
            .flatMap(requirement -> requirement.link().stream())
            .flatMap(link -> localPath(link).stream())
            .map(this::named)
            .map(path -> path.isEmpty() ? "." : path);
    return Stream.concat(required, linkPlaces()).distinct().toList();
  }

  /**
   * pip takes its requirements from a file: what a pyproject.toml says is written into one. Its own
   * {@code --group} is younger than the pip of many base images.
   */
  private Optional<String> exportedName() {
    boolean fromPyproject =
        analysis.requirements().files().stream().anyMatch(file -> file.endsWith(PYPROJECT));
    if (!fromPyproject || lock().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        withoutPyproject(analysis.requirementsFiles()).isEmpty() ? EXPORTED : EXPORTED_BESIDE);
  }

  private String exportedText() {
    return analysis.requirements().requirements().stream()
        .filter(requirement -> Path.of(requirement.place().file()).endsWith(PYPROJECT))
        .map(DeclaredRequirement::text)
        .collect(
            Collectors.joining(
                "\n", "# The dependencies of " + PYPROJECT + ", written by wheelbase\n", "\n"));
  }

  private List<Path> installed() {
    if (lock().isPresent()) {
      return List.of();
    }
    List<Path> files = new ArrayList<>(withoutPyproject(analysis.requirementsFiles()));
    exportedName().map(project::resolve).ifPresent(files::add);
    return files;
  }

  private static List<Path> withoutPyproject(List<Path> files) {
    return files.stream().filter(file -> !file.endsWith(PYPROJECT)).toList();
  }

  /**
   * What the requirements files name as {@code --find-links} inside the project: it is there in the
   * image where it is copied in.
   */
  private Stream<String> linkPlaces() {
    FileSources sources = analysis.requirements().options().sources();
    return sources.places().keySet().stream()
        .filter(sources.findLinks()::contains)
        .filter(place -> place.startsWith("/"))
        .map(place -> Path.of(place).normalize())
        .filter(path -> path.startsWith(project) && !path.equals(project))
        .map(this::named)
        .sorted();
  }

  private static Optional<Path> localPath(String link) {
    if (!link.startsWith("file:")) {
      return Optional.empty();
    }
    int fragment = link.indexOf('#');
    return Optional.of(Path.of(URI.create(fragment < 0 ? link : link.substring(0, fragment))));
  }
}
