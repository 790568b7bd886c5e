package wheelbase.pep508;

import java.util.Optional;
import java.util.Set;
import wheelbase.pep440.SpecifierSet;

/**
 * One dependency specifier: {@code name[extras]specifier; marker} or {@code name[extras] @ url ;
 * marker}.
 *
 * @param extras normalised as names are
 */
public record Requirement(
    PackageName name,
    Set<String> extras,
    SpecifierSet specifier,
    Optional<String> url,
    Optional<Marker> marker) {

  /**
   * @throws RequirementSyntaxException with the place of the fault in the text
   */
  public static Requirement parse(String text) {
    throw new UnsupportedOperationException();
  }
}
