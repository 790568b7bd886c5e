package wheelbase.baseimage;

import java.util.Objects;

/**
 * Something that keeps a project from running on a base image at all.
 *
 * @param name the package
 * @param reason what goes on after the name: {@code has no musllinux wheel and no sdist}, {@code
 *     needs wkhtmltopdf, which is not packaged there}
 */
public record Unusable(String name, String reason) {
  public Unusable {
    Objects.requireNonNull(name);
    Objects.requireNonNull(reason);
  }

  @Override
  public String toString() {
    return name + " " + reason;
  }
}
