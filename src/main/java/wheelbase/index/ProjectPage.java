package wheelbase.index;

import java.util.List;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep508.PackageName;

/**
 * The files of one project that pip could ever consider (wheels and sdists with readable names), in
 * page order.
 *
 * @param found whether any index knows the name
 * @param diagnostics what a user should know of how the page came about: that it is an old copy,
 *     that files were left out because nobody knows when they were uploaded
 */
public record ProjectPage(
    PackageName name, boolean found, List<ReleaseFile> files, List<Diagnostic> diagnostics) {
  public ProjectPage {
    files = List.copyOf(files);
    diagnostics = List.copyOf(diagnostics);
  }

  public ProjectPage(PackageName name, boolean found, List<ReleaseFile> files) {
    this(name, found, files, List.of());
  }
}
