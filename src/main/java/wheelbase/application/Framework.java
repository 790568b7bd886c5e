package wheelbase.application;

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

  public String title() {
    return title;
  }

  /** What an application of it offers where nothing says otherwise. */
  public ServerInterface usualInterface() {
    return usualInterface;
  }
}
