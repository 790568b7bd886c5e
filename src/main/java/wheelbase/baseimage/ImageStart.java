package wheelbase.baseimage;

import java.util.List;

/**
 * How containers of an image start, unless a Dockerfile says otherwise.
 *
 * @param asRoot whether root starts them, so that whatever is added can be installed
 * @param entrypoint what is put before every command
 */
public record ImageStart(boolean asRoot, List<String> entrypoint) {
  /** As the official images do. */
  public static final ImageStart USUAL = new ImageStart(true, List.of());

  public ImageStart {
    entrypoint = List.copyOf(entrypoint);
  }

  /** Whether every command is handed to Python, which would take it for a script. */
  public boolean isPython() {
    return !entrypoint.isEmpty()
        && entrypoint.get(0).matches("(?:.*/)?python(?:\\d+(?:\\.\\d+)*)?")
        && entrypoint.size() == 1;
  }
}
