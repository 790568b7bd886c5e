package wheelbase.report;

/**
 * How text may look where it is shown.
 *
 * @param width terminal columns
 * @param colour whether escape sequences for colours are understood
 * @param unicode whether characters beyond ASCII can be shown; else they are written as escapes
 */
public record Style(int width, boolean colour, boolean unicode) {
  /** 80 columns without colour. */
  public static final Style PLAIN = new Style(80, false, true);

  public Style {
    if (width < 40) {
      throw new IllegalArgumentException("too narrow to lay text out: " + width);
    }
  }
}
