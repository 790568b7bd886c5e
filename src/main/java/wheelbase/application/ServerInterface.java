package wheelbase.application;

/** How a server talks to the application: what {@code --worker-class} and the like depend on. */
public enum ServerInterface {
  WSGI,
  ASGI,
  /** Not served by a server of its own: a script. */
  NONE
}
