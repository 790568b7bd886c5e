package wheelbase.syslibs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.TargetPlatform;

public final class RuleBook {
  private RuleBook() {}

  /**
   * @param overlay a user's own rules directory, laid over the shipped one
   */
  public static RuleBook shipped(Optional<Path> overlay) {
    throw new UnsupportedOperationException();
  }

  public LibraryNeeds needs(
      PackageName name,
      Version version,
      Artifact artifact,
      TargetPlatform target,
      DistributionRelease distribution) {
    throw new UnsupportedOperationException();
  }

  public List<Twin> twins(PackageName name) {
    throw new UnsupportedOperationException();
  }

  /** Distribution packages for the build stage (headers or a tool); empty: not packaged there. */
  public List<String> buildPackages(String library, DistributionRelease distribution) {
    throw new UnsupportedOperationException();
  }

  /** Distribution packages for the runtime stage; empty: not packaged there. */
  public List<String> runPackages(String library, DistributionRelease distribution) {
    throw new UnsupportedOperationException();
  }
}
