package wheelbase.pep425;

import java.util.Optional;
import java.util.Set;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;

/**
 * A wheel's file name, taken apart. The original text is {@link #fileName}.
 *
 * @param build the build tag's number and rest, for ranking; empty where there is none
 * @param tags the tags, expanded
 */
public record WheelFileName(
    String fileName, PackageName name, Version version, Optional<String> build, Set<Tag> tags) {
  public WheelFileName {
    tags = Set.copyOf(tags);
  }

  /**
   * @throws IllegalArgumentException where it is not a wheel's name
   */
  public static WheelFileName parse(String fileName) {
    throw new UnsupportedOperationException();
  }
}
