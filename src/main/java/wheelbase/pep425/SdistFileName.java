package wheelbase.pep425;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;

/**
 * An sdist's file name, taken apart with the help of the project's name, as pip does ({@code
 * a-b-1.0.tar.gz} is ambiguous).
 *
 * @param name the project, normalised; without the project's help it may be any text
 * @param python the {@code 2.7} of {@code a-1.0-py2.7.tar.gz}, from before wheels: pip passes over
 *     it for every other Python
 */
public record SdistFileName(
    String fileName, String name, Version version, Optional<String> python) {
  /** pip's pattern: it never means a Python from 3.10 on. */
  private static final Pattern PYTHON = Pattern.compile("-py([123]\\.?[0-9]?)$");

  private static final List<String> STANDARD = List.of(".tar.gz", ".zip");

  /** What pip unpacks; most are of the time before PEP 527. */
  private static final List<String> ACCEPTED =
      List.of(
          ".tar.gz",
          ".zip",
          ".tar.bz2",
          ".tbz",
          ".tgz",
          ".tar",
          ".tar.xz",
          ".txz",
          ".tlz",
          ".tar.lz",
          ".tar.lzma");

  /** Whether the file has the extension of an archive that pip unpacks and that is no wheel. */
  public static boolean isArchive(String fileName) {
    return ACCEPTED.stream().anyMatch(fileName::endsWith);
  }

  /** Empty where the file is not an sdist of the project that pip would consider. */
  public static Optional<SdistFileName> parse(String fileName, PackageName project) {
    Optional<String> stem = withoutExtension(fileName, ACCEPTED);
    // pip leaves out zip archives of the built distributions that old versions of macOS had.
    if (stem.isEmpty() || fileName.contains("macosx10") && fileName.endsWith(".zip")) {
      return Optional.empty();
    }
    String text = stem.get();
    for (int hyphen = text.indexOf('-'); hyphen >= 0; hyphen = text.indexOf('-', hyphen + 1)) {
      if (PackageName.normalize(text.substring(0, hyphen)).equals(project.value())) {
        return of(fileName, project, text.substring(hyphen + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<SdistFileName> of(String fileName, PackageName project, String text) {
    Matcher bound = PYTHON.matcher(text);
    Optional<String> python = bound.find() ? Optional.of(bound.group(1)) : Optional.empty();
    return Version.tryParse(python.isPresent() ? text.substring(0, bound.start()) : text)
        .map(version -> new SdistFileName(fileName, project.value(), version, python));
  }

  /**
   * Reads a name of the standard's form ("Source distribution format", PEP 625) without knowing the
   * project: the version is what follows the last hyphen.
   */
  public static Optional<SdistFileName> parse(String fileName) {
    Optional<String> stem = withoutExtension(fileName, STANDARD);
    int hyphen = stem.map(text -> text.lastIndexOf('-')).orElse(-1);
    if (hyphen < 1) {
      return Optional.empty();
    }
    String name = PackageName.normalize(stem.get().substring(0, hyphen));
    return Version.tryParse(stem.get().substring(hyphen + 1))
        .map(version -> new SdistFileName(fileName, name, version, Optional.empty()));
  }

  private static Optional<String> withoutExtension(String fileName, List<String> extensions) {
    return extensions.stream()
        .filter(fileName::endsWith)
        .findFirst()
        .map(extension -> fileName.substring(0, fileName.length() - extension.length()));
  }
}
