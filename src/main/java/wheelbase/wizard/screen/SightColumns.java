package wheelbase.wizard.screen;

import java.util.List;
import java.util.stream.IntStream;
import wheelbase.platform.TargetPlatform;
import wheelbase.wizard.Sight;

/**
 * The columns of the growing matrix that there is room for.
 *
 * @param shown their numbers
 */
record SightColumns(Sight sight, List<Integer> shown) {
  static SightColumns of(Sight sight, int room) {
    return new SightColumns(
        sight,
        IntStream.range(0, Math.min(Math.max(0, room), sight.targets().size())).boxed().toList());
  }

  /** Three lines: the C library, the architecture, how far it is. */
  void head(Canvas canvas, int width) {
    int at = 0;
    String before = "";
    for (int column : shown) {
      TargetPlatform platform = sight.targets().get(column).platform();
      String library = platform.python().series() + " " + platform.libc();
      if (!library.equals(before)) {
        canvas.put(at, 0, Role.STRONG, library);
        before = library;
      }
      canvas.put(at, 1, Role.PLAIN, platform.architecture().engineName());
      canvas.put(at, 2, role(sight.targets().get(column)), state(sight.targets().get(column)));
      at += width;
    }
  }

  private static Role role(Sight.Target target) {
    return switch (target.state()) {
      case CONFLICT -> Role.BAD;
      case PINNED, DONE -> Role.GOOD;
      default -> Role.FAINT;
    };
  }

  private static String state(Sight.Target target) {
    return switch (target.state()) {
      case WAITING -> "-";
      case RESOLVING -> "...";
      case PINNED, DONE -> Integer.toString(target.pins());
      case CONFLICT -> "none";
    };
  }
}
