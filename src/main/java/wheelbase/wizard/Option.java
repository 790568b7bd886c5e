package wheelbase.wizard;

/**
 * One of the answers that a question offers.
 *
 * @param value the word of the answer
 * @param label as it is shown
 * @param note what is to be known of it ({@code declared in .python-version}); may be empty
 */
public record Option(String value, String label, String note) {
  public Option {
    if (value.isEmpty() || label.isEmpty()) {
      throw new IllegalArgumentException("an option without a value or a label");
    }
  }

  public static Option of(String value) {
    return new Option(value, value, "");
  }

  public Option because(String reason) {
    return new Option(value, label, reason);
  }
}
