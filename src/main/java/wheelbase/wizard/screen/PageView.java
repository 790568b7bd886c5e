package wheelbase.wizard.screen;

import wheelbase.wizard.Page;

/** How a kind of page looks. */
@FunctionalInterface
interface PageView<P extends Page> {
  /** Draws the page, and nothing but the page, in the room that the canvas has (20x5 and up). */
  void draw(P page, Canvas canvas);
}
