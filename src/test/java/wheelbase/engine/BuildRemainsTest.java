package wheelbase.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a build leaves is taken away, and nobody else's container or image is ever named. */
class BuildRemainsTest {
  private static final String BASE = "ba5e".repeat(16);
  private static final String THEIRS = "7e17".repeat(16);
  private static final String LAYER = "1a7e".repeat(16);
  private static final String SECOND = "2b8f".repeat(16);
  private static final String BUILT = "b011".repeat(16);
  private static final String WORKED_IN = "c0de".repeat(16);
  private static final String THEIR_CONTAINER = "cafe".repeat(16);

  /** As podman 4.3 and buildah 1.28 write it: an empty stage shows its base. */
  private static final String LOG =
      String.join(
          "\n",
          "[1/2] STEP 1/1: FROM python:3.13-slim-trixie AS base",
          debug("Container ID: " + WORKED_IN),
          debug("Looking up image \\\"" + BASE + "\\\" in local containers storage"),
          "--> " + BASE.substring(0, 11),
          "--> " + LAYER.substring(0, 11),
          "--> Using cache " + THEIRS,
          "--> " + THEIRS.substring(0, 11),
          "--> " + SECOND.substring(0, 12),
          debug("Container ID: " + THEIR_CONTAINER),
          "--> " + BUILT.substring(0, 11),
          "Successfully tagged localhost/wheelbase-verify:x");

  private static String debug(String message) {
    return "time=\"2026-11-22T01:27:10Z\" level=debug msg=\"" + message + "\"";
  }

  /** An engine's storage: what was there, and after the build what it made. */
  private static final class Storage implements Processes {
    private final List<String> asked = new ArrayList<>();
    private boolean built;

    @Override
    public ProcessOutcome run(ProcessOrder order) {
      List<String> words = order.command();
      asked.add(String.join(" ", words));
      String output = "";
      if (words.contains("build")) {
        built = true;
        output = LOG + "\n";
        output.lines().forEach(order.log());
      } else if (words.get(1).equals("ps") || words.get(1).equals("containers")) {
        output = THEIR_CONTAINER + "\n";
      } else if (words.get(1).equals("images")) {
        output =
            BASE
                + " docker.io/library/python\nsha256:"
                + THEIRS
                + " <none>\n"
                + (built ? LAYER + "   <none>\n" + SECOND + " <none>\n" + BUILT + " kept\n" : "");
      }
      return new ProcessOutcome(0, output, "", false);
    }

    List<String> removals() {
      return asked.stream()
          .filter(line -> line.matches("\\w+ (image )?rmi? .*"))
          .filter(line -> !line.contains("wheelbase-verify"))
          .toList();
    }

    Engine engine(EngineKind kind) {
      return kind == EngineKind.BUILDAH
          ? new Buildah("1.28", "amd64", this)
          : new DockerLike(kind, "4.3", "amd64", this);
    }
  }

  private static BuildOrder order(String... more) {
    return new BuildOrder(
        Path.of("."),
        Path.of("Dockerfile"),
        new TreeMap<>(Map.of()),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(more),
        Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @EnumSource(names = {"PODMAN", "BUILDAH"})
  void areRemovedAndNothingElse(EngineKind kind) throws Exception {
    Storage storage = new Storage();
    List<String> log = new ArrayList<>();
    try (BuiltImage image = BuiltImage.on(storage.engine(kind))) {
      ProcessOutcome outcome = image.build(order(), log::add);
      assertThat(outcome.output()).doesNotContain("level=debug").contains("--> ");
    }
    assertThat(log).hasSize(8).noneMatch(line -> line.startsWith("time="));
    assertThat(storage.removals())
        .containsExactly(
            (kind == EngineKind.PODMAN ? "podman rm --force " : "buildah rm ") + WORKED_IN,
            (kind == EngineKind.PODMAN ? "podman image rm --no-prune " : "buildah rmi ")
                + SECOND
                + " "
                + LAYER);
  }

  @ParameterizedTest
  @EnumSource(names = {"PODMAN", "BUILDAH"})
  void imagesStayWithWhoAsksForLayers(EngineKind kind) throws Exception {
    Storage storage = new Storage();
    try (BuiltImage image = BuiltImage.on(storage.engine(kind))) {
      image.build(order("--layers"), line -> {});
    }
    assertThat(storage.removals())
        .hasSize(1)
        .allMatch(
            line -> line.endsWith("rm " + WORKED_IN) || line.endsWith("rm --force " + WORKED_IN));
    assertThat(storage.asked).noneMatch(line -> line.contains("--no-cache"));
  }

  /** Where it is not known what was there before, everything may have been. */
  @Test
  void nothingIsRemovedWhereTheEngineDoesNotList() throws Exception {
    ScriptedProcesses processes =
        new ScriptedProcesses()
            .answer("podman ps", 125, "", "no such flag")
            .answer("podman", 0, LOG, "");
    try (BuiltImage image =
        BuiltImage.on(new DockerLike(EngineKind.PODMAN, "4.3", "amd64", processes))) {
      image.build(order(), line -> {});
    }
    assertThat(processes.asked().stream().filter(line -> line.matches("\\w+ (image )?rmi? .*")))
        .isNotEmpty()
        .allMatch(line -> line.contains("wheelbase-verify"));
  }
}
