package wheelbase.wizard;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a key does at this moment, and how the help line calls it: there is no other list of keys,
 * so the help cannot go stale.
 *
 * @param keys any of them does it; the first is the one that the help line names
 * @param label what it does, in a word or two
 * @param main whether it stands in the help line; {@code ?} shows all
 */
public record KeyBinding(List<Key> keys, String label, boolean main, Supplier<Turn> action) {
  public KeyBinding {
    keys = List.copyOf(keys);
    if (keys.isEmpty() || label.isEmpty()) {
      throw new IllegalArgumentException("a key binding without a key or a label");
    }
  }

  /** One that the help line shows. */
  public static KeyBinding main(String label, Supplier<Turn> action, Key... keys) {
    return new KeyBinding(List.of(keys), label, true, action);
  }

  /** One that only {@code ?} shows. */
  public static KeyBinding further(String label, Supplier<Turn> action, Key... keys) {
    return new KeyBinding(List.of(keys), label, false, action);
  }

  public boolean has(Key key) {
    return keys.contains(key);
  }
}
