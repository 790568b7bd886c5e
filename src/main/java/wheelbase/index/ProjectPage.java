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
 * @param origins where the files come from, in the order asked, if that is more than one place
 */
public record ProjectPage(
    PackageName name,
    boolean found,
    List<ReleaseFile> files,
    List<Diagnostic> diagnostics,
    List<Origin> origins) {
  public ProjectPage {
    files = List.copyOf(files);
    diagnostics = List.copyOf(diagnostics);
    origins = List.copyOf(origins);
  }

  /**
   * A place that has files of the project.
   *
   * @param location for showing, without credentials
   */
  public record Origin(String location, Kind kind, List<ReleaseFile> files) {
    /** Who may put files there. */
    public enum Kind {
      /** Anybody. */
      PUBLIC_INDEX,
      INDEX,
      /** What {@code --find-links} names. */
      LINKS
    }

    public Origin {
      files = List.copyOf(files);
    }
  }

  public ProjectPage(
      PackageName name, boolean found, List<ReleaseFile> files, List<Diagnostic> diagnostics) {
    this(name, found, files, diagnostics, List.of());
  }

  public ProjectPage(PackageName name, boolean found, List<ReleaseFile> files) {
    this(name, found, files, List.of());
  }
}
