package wheelbase.wizard.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.report.TerminalText;
import wheelbase.wizard.Key;
import wheelbase.wizard.KeyBinding;

/**
 * The keys of the moment in one line: as many as fit, the most useful first, and {@code ?}, behind
 * which are all.
 *
 * @param items those shown, with their columns
 */
record HelpLine(List<Item> items) {
  /** While something is typed {@code ?} is text; this key never is. */
  private static final Key ALL_KEYS = Key.F1;

  private static final int GAP = 2;

  HelpLine {
    items = List.copyOf(items);
  }

  /** A key and what it does, from a column on. */
  record Item(KeyBinding binding, int from) {
    String key() {
      return HelpLine.key(binding);
    }

    /** Behind its last column. */
    int to() {
      return from + columns(binding);
    }
  }

  static HelpLine of(List<KeyBinding> bindings, int columns) {
    List<KeyBinding> wanted = bindings.stream().filter(KeyBinding::main).toList();
    int reserved =
        wanted.stream()
            .filter(HelpLine::showsAll)
            .mapToInt(binding -> columns(binding) + GAP)
            .sum();
    List<Item> items = new ArrayList<>();
    int at = 0;
    int room = columns - reserved;
    boolean full = false;
    for (KeyBinding binding : wanted) {
      if (showsAll(binding)) {
        room += reserved;
      }
      full = full || at + columns(binding) > room;
      if (!full || showsAll(binding) && at + columns(binding) <= columns) {
        items.add(new Item(binding, at));
        at += columns(binding) + GAP;
      }
    }
    return new HelpLine(items);
  }

  /** The key that shows the others, where there is room for no more. */
  static HelpLine allKeys(List<KeyBinding> bindings) {
    return of(bindings.stream().filter(HelpLine::showsAll).toList(), Integer.MAX_VALUE);
  }

  private static boolean showsAll(KeyBinding binding) {
    return binding.has(ALL_KEYS);
  }

  private static int columns(KeyBinding binding) {
    return TerminalText.columns(key(binding) + " " + binding.label());
  }

  /** Where one arrow is bound, the other leads back. */
  private static String key(KeyBinding binding) {
    Key first = binding.keys().get(0);
    return first.equals(Key.DOWN) ? "arrows" : first.toString();
  }

  void draw(Canvas canvas) {
    for (Item item : items) {
      int behind = canvas.put(item.from(), 0, Role.KEY, item.key());
      canvas.put(behind + 1, 0, Role.PLAIN, item.binding().label());
    }
  }

  /** What is clicked on in a column. */
  Optional<Key> at(int column) {
    return items.stream()
        .filter(item -> item.from() <= column && column < item.to())
        .map(item -> item.binding().keys().get(0))
        .findFirst();
  }
}
