package wheelbase.diagnostic;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came of looking at something that was typed in: a value, or why there is none. The message
 * of a refusal names no option and no field; whoever shows it knows which it was.
 */
public sealed interface Checked<T> {
  /** Goes on with the value, or with what is wrong. */
  <R> R fold(Function<? super T, ? extends R> taken, Function<Diagnostic, ? extends R> refused);

  static <T> Checked<T> taken(T value) {
    return new Taken<>(value);
  }

  static <T> Checked<T> refused(Diagnostic why) {
    return new Refused<>(why);
  }

  default Optional<T> value() {
    return fold(Optional::of, why -> Optional.empty());
  }

  default Optional<Diagnostic> refusal() {
    return fold(value -> Optional.empty(), Optional::of);
  }

  record Taken<T>(T result) implements Checked<T> {
    public Taken {
      Objects.requireNonNull(result);
    }

    @Override
    public <R> R fold(
        Function<? super T, ? extends R> taken, Function<Diagnostic, ? extends R> refused) {
      return taken.apply(result);
    }
  }

  record Refused<T>(Diagnostic why) implements Checked<T> {
    public Refused {
      Objects.requireNonNull(why);
    }

    @Override
    public <R> R fold(
        Function<? super T, ? extends R> taken, Function<Diagnostic, ? extends R> refused) {
      return refused.apply(why);
    }
  }
}
