package wheelbase;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wheelbase.application.Application;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.platform.PythonRelease;
import wheelbase.requirements.Listing;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.PythonDeclaration;

/**
 * What a project is, as far as its own files tell: no index was asked. Names of files are relative
 * to the project, with {@code /}, as places have them.
 *
 * @param requirementsFiles those that pip is given, named by the user or found; none where none was
 *     found or several might be meant, which an error says
 * @param because why these, a clause; empty where the user named them
 * @param otherFiles requirements files that might be named instead
 * @param includedFiles what the chosen ones include, constraints too
 * @param listings the text of every file that was read, in reading order
 * @param pythonDeclarations what the project says of its Python, the most credible first
 * @param pythons what base images there are of, oldest first
 * @param application as far as the declared requirements tell: what they bring with them is not
 *     known yet
 */
public record ProjectOutline(
    Path project,
    List<String> requirementsFiles,
    Optional<String> because,
    List<String> otherFiles,
    List<String> includedFiles,
    ProjectRequirements requirements,
    List<Listing> listings,
    List<DeclaredPython> pythonDeclarations,
    List<PythonSeries> pythons,
    Application application) {

  /**
   * A declaration held against the catalogue.
   *
   * @param series those that it admits, oldest first
   */
  public record DeclaredPython(PythonDeclaration declaration, List<String> series) {
    public DeclaredPython {
      series = List.copyOf(series);
    }
  }

  /**
   * A Python that there are base images of.
   *
   * @param series {@code 3.13}
   * @param release what the images have
   * @param endOfLife the last day with fixes
   * @param pastEndOfLife on the day of the request
   */
  public record PythonSeries(
      String series, PythonRelease release, LocalDate endOfLife, boolean pastEndOfLife) {}

  public ProjectOutline {
    requirementsFiles = List.copyOf(requirementsFiles);
    otherFiles = List.copyOf(otherFiles);
    includedFiles = List.copyOf(includedFiles);
    listings = List.copyOf(listings);
    pythonDeclarations = List.copyOf(pythonDeclarations);
    pythons = List.copyOf(pythons);
  }

  public List<Diagnostic> diagnostics() {
    return requirements.diagnostics();
  }

  /** How many requirements were read, those behind markers too. */
  public int requirementCount() {
    return requirements.requirements().size();
  }

  /** Whether the project says that it runs on this series: the most credible declaration does. */
  public boolean declares(String series) {
    return pythonDeclarations.stream()
        .findFirst()
        .map(declared -> declared.series().contains(series))
        .orElse(false);
  }
}
