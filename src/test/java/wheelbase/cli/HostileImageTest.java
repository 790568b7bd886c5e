package wheelbase.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import wheelbase.dockerfile.syntax.Dockerfile;
import wheelbase.testing.ContainerImages;
import wheelbase.testing.HostileTexts;

/** What a registry says of a base, its labels and all else, is no part of the Dockerfile on it. */
class HostileImageTest {
  private static HostileRun run;

  @BeforeContainer
  static void anIndex() throws IOException {
    run = new HostileRun();
  }

  @AfterContainer
  static void close() throws IOException {
    run.close();
  }

  @Provide
  Arbitrary<String> hostile() {
    return HostileTexts.briefInFiles();
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void inLabelsVariablesAndHistory(@ForAll("hostile") String text) throws IOException {
    Optional<Dockerfile> hostile = on(text);
    if (hostile.isPresent()) {
      HostileRun.assertSameInstructions(hostile.get(), on(HostileRun.HARMLESS).orElseThrow());
    }
  }

  private static Optional<Dockerfile> on(String text) throws IOException {
    Map<String, Object> start =
        Map.of(
            "Env", List.of("PYTHON_VERSION=3.13.5", "X=" + text, text + "=x"),
            "User", "app" + text,
            "Entrypoint", List.of("tini" + text, "--", text),
            "Cmd", List.of(text),
            "Labels",
                Map.of(
                    "org.opencontainers.image.base.name",
                    "python:3.13-slim-trixie@" + text,
                    "org.opencontainers.image.vendor",
                    text,
                    text,
                    text));
    ContainerImages images = ContainerImages.of(start, List.of(text, "RUN " + text));
    HttpServer registry = images.serve(new ArrayList<>());
    try {
      // Its port is another for every server, and so the name in FROM.
      String base = "127.0.0.1:" + registry.getAddress().getPort() + "/harmless/python:7";
      Path project = run.project(Map.of());
      return HostileRun.written(run.generate(project, "--base", base), project);
    } finally {
      registry.stop(0);
    }
  }
}
