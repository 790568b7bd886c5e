package wheelbase.dockerfile.syntax;

import java.util.Objects;

/**
 * A parser directive: a comment at the head of the file that changes how the rest is read.
 *
 * @param name {@code syntax}, {@code escape} or {@code check}
 * @param value what it is set to
 * @param line where it stands, from 1
 */
public record Directive(String name, String value, int line) {
  public Directive {
    Objects.requireNonNull(name);
    Objects.requireNonNull(value);
  }
}
