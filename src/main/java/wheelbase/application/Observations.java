package wheelbase.application;

import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;

/**
 * What else a project's own text says of its start.
 *
 * @param staticFiles Django's, where the settings say where they are collected
 * @param others what the project runs beside that which the image starts
 * @param handlesTerm whether its source does something about SIGTERM, which Python as the first
 *     process ignores otherwise
 * @param diagnostics what keeps it from being reached, and what the image does not start
 */
public record Observations(
    Optional<StaticFiles> staticFiles,
    List<OtherProcess> others,
    boolean handlesTerm,
    List<Diagnostic> diagnostics) {
  /** Nothing but the application was seen. */
  public static final Observations NONE =
      new Observations(Optional.empty(), List.of(), false, List.of());

  public Observations {
    others = List.copyOf(others);
    diagnostics = List.copyOf(diagnostics);
  }
}
