package wheelbase.application;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a project is started.
 *
 * @param entryPoint {@code package.module:variable} for a web application, a file for a script;
 *     empty where none was found
 * @param server the program among the requirements that serves it: {@code gunicorn}, {@code
 *     uvicorn}, {@code waitress}...; empty where none is installed
 * @param command the start command that a Procfile gives, split into words; empty where there is
 *     none
 * @param port the port it listens on; empty for something that does not listen
 * @param foundIn where the entry point was found: {@code app/main.py:12}
 * @param alternatives other entry points that were found; where there are any the user must choose
 */
public record Application(
    Framework framework,
    Optional<String> entryPoint,
    Optional<String> server,
    List<String> command,
    OptionalInt port,
    Optional<String> foundIn,
    List<String> alternatives) {
  public Application {
    command = List.copyOf(command);
    alternatives = List.copyOf(alternatives);
  }
}
