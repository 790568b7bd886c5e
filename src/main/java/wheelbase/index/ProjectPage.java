package wheelbase.index;

import java.util.List;
import wheelbase.pep508.PackageName;

/**
 * The files of one project that pip could ever consider (wheels and sdists with readable names), in
 * page order.
 *
 * @param found whether any index knows the name
 */
public record ProjectPage(PackageName name, boolean found, List<ReleaseFile> files) {
  public ProjectPage {
    files = List.copyOf(files);
  }
}
