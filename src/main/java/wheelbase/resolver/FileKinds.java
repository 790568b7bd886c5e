package wheelbase.resolver;

import java.util.Set;
import wheelbase.pep508.PackageName;
import wheelbase.resolver.ResolutionRequest.Formats;

/**
 * The kinds of file that may be taken of one package: pip's format control, applied to its name.
 *
 * @param preferBinary a wheel of an older version before an sdist of a newer one
 */
record FileKinds(boolean wheels, boolean sdists, boolean preferBinary) {
  private static final String ALL = ":all:";

  static FileKinds of(PackageName name, Formats formats) {
    return new FileKinds(
        !rules(formats.noBinary(), formats.onlyBinary(), name.value()),
        formats.sdistsToo().contains(name.value())
            || !rules(formats.onlyBinary(), formats.noBinary(), name.value()),
        formats.preferBinary());
  }

  /** A name goes before {@code :all:}. */
  private static boolean rules(Set<String> formats, Set<String> others, String name) {
    return formats.contains(name) || formats.contains(ALL) && !others.contains(name);
  }
}
