package wheelbase.application;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import wheelbase.pep508.PackageName;

/**
 * What an application is built with, as far as starting it differs. The more a framework does, the
 * earlier it stands: FastAPI brings Starlette with it, Dash brings Flask.
 */
public enum Framework {
  DJANGO("Django", ServerInterface.WSGI, 8000),
  FASTAPI("FastAPI", ServerInterface.ASGI, 8000, "FastAPI"),
  LITESTAR("Litestar", ServerInterface.ASGI, 8000, "Litestar"),
  QUART("Quart", ServerInterface.ASGI, 8000, "Quart"),
  SANIC("Sanic", ServerInterface.OWN, 8000, "Sanic"),
  DASH("Dash", ServerInterface.WSGI, 8050, "Dash"),
  FLASK("Flask", ServerInterface.WSGI, 8000, "Flask"),
  FALCON("Falcon", ServerInterface.WSGI, 8000, "App", "API"),
  BOTTLE("Bottle", ServerInterface.WSGI, 8000, "Bottle", "default_app"),
  STARLETTE("Starlette", ServerInterface.ASGI, 8000, "Starlette"),
  AIOHTTP("aiohttp", ServerInterface.OWN, 8080, "Application"),
  TORNADO("Tornado", ServerInterface.OWN, 8888),
  STREAMLIT("Streamlit", ServerInterface.OWN, 8501),
  GRADIO("Gradio", ServerInterface.OWN, 7860),
  JUPYTER("Jupyter", ServerInterface.OWN, 8888),
  CELERY("Celery", ServerInterface.NONE, 0, "Celery"),
  RQ("RQ", ServerInterface.NONE, 0),
  SCRIPT("script", ServerInterface.NONE, 0);

  /** Those whose package says by itself that the project is one of theirs. */
  private static final Set<Framework> TELLING =
      Set.of(
          DJANGO, FASTAPI, LITESTAR, QUART, SANIC, DASH, FLASK, FALCON, BOTTLE, STARLETTE, CELERY);

  private final String title;
  private final ServerInterface usualInterface;
  private final int usualPort;
  private final Set<String> makers;

  /**
   * @param makers the classes and functions of its package that make an application
   */
  Framework(String title, ServerInterface usualInterface, int usualPort, String... makers) {
    this.title = title;
    this.usualInterface = usualInterface;
    this.usualPort = usualPort;
    this.makers = Set.of(makers);
  }

  /** The framework that a project probably uses, from its packages alone. */
  static Optional<Framework> among(Set<PackageName> installed) {
    return Arrays.stream(values())
        .filter(framework -> TELLING.contains(framework) && framework.isAmong(installed))
        .findFirst();
  }

  /** Whether its package is installed; every framework but Jupyter is named as its package is. */
  boolean isAmong(Set<PackageName> installed) {
    return switch (this) {
      case SCRIPT -> false;
      case JUPYTER ->
          installed.stream()
              .anyMatch(name -> Set.of("jupyterlab", "notebook").contains(name.value()));
      default -> installed.contains(new PackageName(title));
    };
  }

  /**
   * Whether a call of that name makes an application of it.
   *
   * @param called as written: {@code web.Application}
   * @param imported what the name means by the imports of its file: {@code
   *     aiohttp.web.Application}; empty where they do not say
   */
  boolean isMadeBy(String called, Optional<String> imported) {
    return imported
        .map(name -> name.startsWith(importName() + ".") && makers.contains(lastName(name)))
        .orElseGet(() -> makers.contains(title) && lastName(called).equals(title));
  }

  /** What its package is imported as. */
  String importName() {
    return title.toLowerCase(Locale.ROOT);
  }

  /** The program that runs it where it needs no server beside it. */
  Optional<String> ownServer() {
    boolean none = this == SCRIPT || usualInterface != ServerInterface.OWN && listens();
    return none ? Optional.empty() : Optional.of(importName());
  }

  /** Whether it waits for connections; what does not takes its work from a queue, or ends. */
  public boolean listens() {
    return usualInterface != ServerInterface.NONE;
  }

  public String title() {
    return title;
  }

  /** What an application of it offers where nothing says otherwise. */
  public ServerInterface usualInterface() {
    return usualInterface;
  }

  /** Where it listens where nothing says otherwise; 0 for what does not listen. */
  public int usualPort() {
    return usualPort;
  }

  private static String lastName(String dotted) {
    return dotted.substring(dotted.lastIndexOf('.') + 1);
  }
}
