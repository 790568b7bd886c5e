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
 *     none. {@code $PORT} is replaced by {@link #port}
 * @param port the port it listens on; empty for something that does not listen
 * @param foundIn where the entry point was found: {@code app/main.py:12}
 * @param alternatives other entry points that were found; where there are any the user must choose
 * @param serverInterface how a server calls it
 * @param factory the entry point names a function that makes the application: gunicorn wants {@code
 *     module:create_app()}, uvicorn and hypercorn {@code --factory}
 * @param directory the directory that module names start from, relative to the project and with
 *     {@code /}; empty for the project's own
 * @param settingsModule Django's {@code DJANGO_SETTINGS_MODULE}
 * @param healthPath a path of the application that says it is well ({@code /healthz}), where its
 *     source has one
 * @param observations what else its text says
 */
public record Application(
    Framework framework,
    Optional<String> entryPoint,
    Optional<String> server,
    List<String> command,
    OptionalInt port,
    Optional<String> foundIn,
    List<String> alternatives,
    ServerInterface serverInterface,
    boolean factory,
    String directory,
    Optional<String> settingsModule,
    Optional<String> healthPath,
    Observations observations) {
  public Application {
    command = List.copyOf(command);
    alternatives = List.copyOf(alternatives);
  }

  /** An application beside which nothing was seen. */
  public Application(
      Framework framework,
      Optional<String> entryPoint,
      Optional<String> server,
      List<String> command,
      OptionalInt port,
      Optional<String> foundIn,
      List<String> alternatives,
      ServerInterface serverInterface,
      boolean factory,
      String directory,
      Optional<String> settingsModule,
      Optional<String> healthPath) {
    this(
        framework,
        entryPoint,
        server,
        command,
        port,
        foundIn,
        alternatives,
        serverInterface,
        factory,
        directory,
        settingsModule,
        healthPath,
        Observations.NONE);
  }

  /** An application of which nothing more is known than how its framework is usually served. */
  public Application(
      Framework framework,
      Optional<String> entryPoint,
      Optional<String> server,
      List<String> command,
      OptionalInt port,
      Optional<String> foundIn,
      List<String> alternatives) {
    this(
        framework,
        entryPoint,
        server,
        command,
        port,
        foundIn,
        alternatives,
        framework.usualInterface(),
        false,
        "",
        Optional.empty(),
        Optional.empty());
  }
}
