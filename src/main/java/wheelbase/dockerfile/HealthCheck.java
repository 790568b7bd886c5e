package wheelbase.dockerfile;

import java.util.Optional;
import wheelbase.application.Application;

/** How the engine is to find out whether what it runs is well. */
public sealed interface HealthCheck {
  /** The instruction for something that listens there; empty for none. */
  Optional<Step> step(int port);

  /** As it is typed: {@code /healthz}, {@code port} or {@code none}. */
  String text();

  /** What suits an application: its own path where its source has one, else the port. */
  static HealthCheck of(Application application) {
    return application.healthPath().<HealthCheck>map(AskPath::new).orElseGet(OpenPort::new);
  }

  /**
   * A path is answered, and not with a server error.
   *
   * @param path begins with {@code /}
   */
  record AskPath(String path) implements HealthCheck {
    @Override
    public Optional<Step> step(int port) {
      return Optional.of(HealthProbe.ofPath(port, path));
    }

    @Override
    public String text() {
      return path;
    }
  }

  /** The port takes connections. */
  record OpenPort() implements HealthCheck {
    @Override
    public Optional<Step> step(int port) {
      return Optional.of(HealthProbe.ofPort(port));
    }

    @Override
    public String text() {
      return "port";
    }
  }

  /** Nobody asks. */
  record None() implements HealthCheck {
    @Override
    public Optional<Step> step(int port) {
      return Optional.empty();
    }

    @Override
    public String text() {
      return "none";
    }
  }
}
