package wheelbase.pep508;

/** A text that is not a dependency specifier, with the place where reading stopped. */
public final class RequirementSyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final int column;
  private final int length;

  /**
   * @param column the first character at fault, from 1
   * @param length how many characters are at fault, at least 1
   */
  public RequirementSyntaxException(String message, int column, int length) {
    super(message);
    this.column = column;
    this.length = length;
  }

  public int column() {
    return column;
  }

  public int length() {
    return length;
  }
}
