package wheelbase.dockerfile;

import java.util.List;

/**
 * A health check that needs nothing but Python. Isolated ({@code -I}), so that a module of the
 * application called {@code socket} is not taken for Python's.
 */
final class HealthProbe {
  private HealthProbe() {}

  /** Whether something accepts connections. */
  static Step ofPort(int port) {
    return Step.of(
        new Instruction.HealthCheck(
            List.of(
                "python",
                "-I",
                "-c",
                "import socket; socket.create_connection(('127.0.0.1', " + port + "), 3).close()")),
        "Healthy while the port takes connections; asking a route of yours would say more");
  }

  /**
   * Whether a path is answered. The address is an argument, not part of the program's text; urllib
   * would ask a proxy where the environment names one.
   */
  static Step ofPath(int port, String path) {
    return Step.of(
        new Instruction.HealthCheck(
            List.of(
                "python",
                "-I",
                "-c",
                "import http.client as h, sys; c = h.HTTPConnection('127.0.0.1', "
                    + port
                    + ", timeout=4); c.request('GET', sys.argv[1]);"
                    + " sys.exit(c.getresponse().status >= 500)",
                path)),
        "Healthy while "
            + path
            + " is answered; 4xx is an answer, too (a host that is not allowed)");
  }
}
