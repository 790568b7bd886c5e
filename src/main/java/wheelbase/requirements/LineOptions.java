package wheelbase.requirements;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The options of one logical line.
 *
 * @param given in the order written
 * @param ignored words that belong to no option; pip drops them without a word
 */
record LineOptions(List<Given> given, List<TracedText> ignored) {
  /**
   * @param name as written, abbreviations and all
   * @param value empty text for an option that takes none
   */
  record Given(PipOption option, TracedText name, TracedText value) {}

  LineOptions {
    given = List.copyOf(given);
    ignored = List.copyOf(ignored);
  }

  static LineOptions none() {
    return new LineOptions(List.of(), List.of());
  }

  boolean has(PipOption option) {
    return given.stream().anyMatch(one -> one.option() == option);
  }

  List<TracedText> values(PipOption option) {
    var values = new ArrayList<TracedText>();
    for (Given one : given) {
      if (one.option() == option) {
        values.add(one.value());
      }
    }
    return List.copyOf(values);
  }

  /** Of several {@code -r}, {@code -c}, {@code -e} or {@code -f} on a line pip takes the first. */
  Optional<TracedText> first(PipOption option) {
    return values(option).stream().findFirst();
  }

  Optional<TracedText> last(PipOption option) {
    List<TracedText> values = values(option);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }
}
