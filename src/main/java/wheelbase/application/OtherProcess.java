package wheelbase.application;

import java.util.List;

/**
 * What a project runs beside that which the image starts: the same image does it by another
 * command.
 *
 * @param name {@code worker}, {@code beat}, {@code release}
 * @param command split into words
 */
public record OtherProcess(String name, List<String> command) {
  public OtherProcess {
    command = List.copyOf(command);
  }

  /** {@code worker (celery -A shop worker)}. */
  public String text() {
    return name + " (" + String.join(" ", command) + ")";
  }
}
