package wheelbase.dockerfile;

import java.util.List;

/** Health checks that need nothing but Python. */
final class HealthProbe {
  private HealthProbe() {}

  /** Whether something accepts connections. */
  static Step ofPort(int port) {
    String program =
        "import socket; socket.create_connection(('127.0.0.1', " + port + "), 3).close()";
    return Step.of(
        new Instruction.HealthCheck(List.of(program), List.of()),
        "Healthy while the port takes connections; asking a route of yours would say more");
  }

  /**
   * Whether a path is answered. Not with urllib: it would ask a proxy where the environment names
   * one, and take Django's 400 for a host that is not allowed (127.0.0.1) as a failure.
   */
  static Step ofPath(int port, String path) {
    List<String> program =
        List.of(
            "import http.client as h, sys; c = h.HTTPConnection('127.0.0.1', " + port + ")",
            "c.request('GET', sys.argv[1]); sys.exit(c.getresponse().status >= 500)");
    return Step.of(
        new Instruction.HealthCheck(program, List.of(path)),
        "Healthy while " + path + " is answered, and not with a server error");
  }
}
