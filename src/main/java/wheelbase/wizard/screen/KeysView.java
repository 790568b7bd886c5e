package wheelbase.wizard.screen;

import java.util.List;
import java.util.stream.Collectors;
import wheelbase.report.TerminalText;
import wheelbase.wizard.Key;
import wheelbase.wizard.KeyBinding;

/**
 * All keys of the moment, over the page.
 *
 * @param first the first line in view, where not all fit
 */
record KeysView(List<KeyBinding> bindings, int first) {
  private static final int MARGIN = 2;

  KeysView {
    bindings = List.copyOf(bindings);
  }

  void draw(Canvas canvas) {
    int keys =
        bindings.stream().mapToInt(binding -> TerminalText.columns(keys(binding))).max().orElse(0);
    int labels =
        bindings.stream()
            .mapToInt(binding -> TerminalText.columns(binding.label()))
            .max()
            .orElse(0);
    int width = Math.min(canvas.columns(), keys + labels + 2 + 2 * MARGIN);
    int height = Math.min(canvas.rows(), bindings.size() + 2);
    Canvas box =
        canvas.part((canvas.columns() - width) / 2, (canvas.rows() - height) / 2, width, height);
    drawBox(box);
    for (int row = 1; row < height - 1 && first + row - 1 < bindings.size(); row++) {
      KeyBinding binding = bindings.get(first + row - 1);
      box.part(MARGIN, row, keys, 1).put(0, 0, Role.KEY, keys(binding));
      int from = MARGIN + keys + 2;
      box.part(from, row, width - from - 1, 1).put(0, 0, Role.PLAIN, binding.label());
    }
  }

  /** How far it can be scrolled down. */
  static int last(List<KeyBinding> bindings, int rows) {
    return Math.max(0, bindings.size() + 2 - rows);
  }

  private void drawBox(Canvas box) {
    int bottom = box.rows() - 1;
    for (int row = 1; row < bottom; row++) {
      box.put(0, row, Role.PLAIN, " ".repeat(box.columns()));
    }
    box.box(Role.FRAME);
    box.put(2, 0, Role.STRONG, " keys ");
    if (first + bottom - 1 < bindings.size()) {
      box.put(2, bottom, Role.STRONG, " more: down ");
    }
  }

  private static String keys(KeyBinding binding) {
    return binding.keys().stream().map(Key::toString).collect(Collectors.joining(" "));
  }
}
