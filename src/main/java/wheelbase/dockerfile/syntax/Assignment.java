package wheelbase.dockerfile.syntax;

import java.util.Objects;
import java.util.Optional;

/**
 * A name and what ENV, ARG or LABEL sets it to.
 *
 * @param value as written, quotes and variables included; empty for an ARG without a default
 */
public record Assignment(Word name, Optional<Word> value) {
  public Assignment {
    Objects.requireNonNull(name);
    Objects.requireNonNull(value);
  }
}
