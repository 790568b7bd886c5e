package wheelbase.baseimage;

import java.util.Optional;
import wheelbase.platform.PythonRelease;

/**
 * A Python that the user asked for.
 *
 * @param series {@code 3.11}
 * @param release the patch release, where the user named one: it is taken at its word
 */
public record PythonChoice(String series, Optional<PythonRelease> release) {}
