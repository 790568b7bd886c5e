package wheelbase.application;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import wheelbase.pep508.PackageName;

public final class ApplicationDetector {
  /**
   * @param project the project's directory
   */
  public ApplicationDetector(Path project) {}

  /**
   * @param installed every package of the resolution: frameworks and servers are known by exact
   *     name
   * @param chosen the user's own {@code --app}
   */
  public Application detect(Set<PackageName> installed, Optional<String> chosen) {
    throw new UnsupportedOperationException();
  }
}
