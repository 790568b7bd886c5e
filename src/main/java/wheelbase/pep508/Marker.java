package wheelbase.pep508;

import java.util.Optional;
import java.util.Set;

/**
 * A condition on the environment: {@code python_version < "3.9" and sys_platform == "linux"}
 * ("Environment markers" in PEP 508), evaluated as packaging 26 does.
 */
public final class Marker {
  private final MarkerExpression expression;

  private Marker(MarkerExpression expression) {
    this.expression = expression;
  }

  /**
   * @throws RequirementSyntaxException with the place of the fault in the text
   */
  public static Marker parse(String text) {
    Scanner scanner = new Scanner(text);
    Marker marker = read(scanner);
    if (!scanner.atEnd()) {
      throw scanner.error(
          "`and`, `or` or the end is wanted here", scanner.position(), scanner.rest().length());
    }
    return marker;
  }

  /** Reads a marker as far as it goes. */
  static Marker read(Scanner scanner) {
    return new Marker(new MarkerParser(scanner).marker());
  }

  /**
   * Whether it holds for a requirement of core metadata. A marker that cannot be evaluated (see
   * {@link #evaluate}) does not hold.
   *
   * @param extras the extras asked for, normalised; it holds if it holds for one of them, or for
   *     none ("") where there are none. Like pip: {@code any(marker.evaluate({"extra": e}) for e in
   *     extras or [""])}
   */
  public boolean holds(MarkerEnvironment environment, Set<String> extras) {
    if (extras.isEmpty()) {
      return expression.evaluate(environment, "") == MarkerResult.HOLDS;
    }
    for (String extra : extras) {
      if (expression.evaluate(environment, extra) == MarkerResult.HOLDS) {
        return true;
      }
    }
    return false;
  }

  /**
   * Evaluates the marker and says also where that is impossible; pip stops with an error then.
   *
   * @param extra the value of {@code extra}: the empty text in core metadata where no extra is
   *     asked for; empty where the variable is undefined, as in a requirement that stands alone
   */
  public MarkerResult evaluate(MarkerEnvironment environment, Optional<String> extra) {
    return expression.evaluate(environment, extra.map(PackageName::normalize).orElse(null));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Marker marker && toString().equals(marker.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** With double quotation marks, one blank between words, and only the parentheses it needs. */
  @Override
  public String toString() {
    return expression.toString();
  }
}
