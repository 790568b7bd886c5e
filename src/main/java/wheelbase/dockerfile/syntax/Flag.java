package wheelbase.dockerfile.syntax;

import java.util.Objects;
import java.util.Optional;

/**
 * An option of an instruction: {@code --from=builder}, {@code --link}.
 *
 * @param name without the two hyphens
 * @param value what follows the first {@code =}; quotes are gone
 * @param extent where the whole flag is written
 */
public record Flag(String name, Optional<String> value, Extent extent) {
  public Flag {
    Objects.requireNonNull(name);
    Objects.requireNonNull(value);
    Objects.requireNonNull(extent);
  }

  static Flag of(Word word) {
    String text = word.value();
    int equals = text.indexOf('=');
    return equals < 0
        ? new Flag(text.substring(2), Optional.empty(), word.extent())
        : new Flag(
            text.substring(2, equals), Optional.of(text.substring(equals + 1)), word.extent());
  }

  /** As one writes it, without quotes. */
  @Override
  public String toString() {
    return "--" + name + value.map(text -> "=" + text).orElse("");
  }
}
