package wheelbase.pep425;

import java.util.Optional;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;

/**
 * An sdist's file name, taken apart with the help of the project's name, as pip does ({@code
 * a-b-1.0.tar.gz} is ambiguous).
 */
public record SdistFileName(String fileName, PackageName name, Version version) {
  /** Empty where the file is not an sdist of the project that pip would consider. */
  public static Optional<SdistFileName> parse(String fileName, PackageName project) {
    throw new UnsupportedOperationException();
  }
}
