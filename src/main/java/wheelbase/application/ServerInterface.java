package wheelbase.application;

/** How a server talks to the application: what {@code --worker-class} and the like depend on. */
public enum ServerInterface {
  WSGI,
  ASGI,
  /** Served by what its framework brings along. */
  OWN,
  /** Not served: a worker, a script. */
  NONE
}
