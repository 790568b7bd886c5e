package wheelbase.wizard.screen;

/** A share drawn as a bar. */
final class Bar {
  private Bar() {}

  /**
   * @param columns what the whole would take
   * @return as many columns, blank behind the share
   */
  static String of(long part, long whole, int columns, Glyphs glyphs) {
    int steps = glyphs.bar().size();
    long filled = whole <= 0 ? 0 : Math.min(part, whole) * columns * steps / whole;
    int full = (int) (filled / steps);
    int rest = (int) (filled % steps);
    String bar =
        glyphs.bar().get(steps - 1).repeat(full) + (rest == 0 ? "" : glyphs.bar().get(rest - 1));
    return bar + " ".repeat(columns - full - (rest == 0 ? 0 : 1));
  }
}
