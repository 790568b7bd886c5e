package wheelbase.wizard.screen;

/**
 * Which lines of a long list are in view: as many as there is room for, around the cursor.
 *
 * @param from the first in view
 * @param to behind the last
 */
record Window(int from, int to) {
  /**
   * @param count lines there are
   * @param room lines that fit
   */
  static Window around(int cursor, int count, int room) {
    if (count <= room) {
      return new Window(0, count);
    }
    int from = Math.min(Math.max(0, cursor - room / 2), count - room);
    return new Window(from, from + Math.max(0, room));
  }
}
