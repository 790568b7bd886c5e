package wheelbase.application;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wheelbase.pep508.PackageName;

/** What an application is built with, as far as starting it differs. */
public enum Framework {
  DJANGO("Django", ServerInterface.WSGI),
  FLASK("Flask", ServerInterface.WSGI),
  FASTAPI("FastAPI", ServerInterface.ASGI),
  STARLETTE("Starlette", ServerInterface.ASGI),
  SCRIPT("script", ServerInterface.NONE);

  private final String title;
  private final ServerInterface usualInterface;

  Framework(String title, ServerInterface usualInterface) {
    this.title = title;
    this.usualInterface = usualInterface;
  }

  /**
   * The framework that a project probably uses, from its packages alone: the more a framework does,
   * the earlier it is thought of. FastAPI brings Starlette with it.
   */
  static Optional<Framework> among(Set<PackageName> installed) {
    return Stream.of(DJANGO, FASTAPI, FLASK, STARLETTE)
        .filter(framework -> framework.isAmong(installed))
        .findFirst();
  }

  /** Whether its package is installed; every framework is named as its package is. */
  boolean isAmong(Set<PackageName> installed) {
    return this != SCRIPT && installed.contains(new PackageName(title));
  }

  public String title() {
    return title;
  }

  /** What an application of it offers where nothing says otherwise. */
  public ServerInterface usualInterface() {
    return usualInterface;
  }
}
