package wheelbase.dockerfile;

import java.util.List;
import java.util.function.Consumer;

/**
 * A property of the checklist that can be seen in a Dockerfile.
 *
 * @param number in the checklist
 * @param holds throws an AssertionError where it does not
 * @param spoilings changes after which it must not hold
 */
record ChecklistProperty(
    int number, String title, Consumer<GoldenFile> holds, List<Spoiling> spoilings) {
  /**
   * @param golden name of a golden file
   * @param piece what stands in it, once or more
   * @param with what is put there
   */
  record Spoiling(String golden, String piece, String with) {}

  ChecklistProperty {
    spoilings = List.copyOf(spoilings);
  }

  static ChecklistProperty of(
      int number, String title, Consumer<GoldenFile> holds, Spoiling... spoilings) {
    return new ChecklistProperty(number, title, holds, List.of(spoilings));
  }

  static Spoiling spoilt(String golden, String piece, String with) {
    return new Spoiling(golden, piece, with);
  }
}
