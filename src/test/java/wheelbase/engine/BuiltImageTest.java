package wheelbase.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens, what was built is removed, and nothing else is named in a removal. */
class BuiltImageTest {
  private static final BuildOrder BUILD =
      BuildOrder.of(Path.of("."), Path.of("Dockerfile"), Duration.ofMinutes(1));

  private static Engine engine(EngineKind kind, ScriptedProcesses processes)
      throws InterruptedException {
    processes
        .answer("docker version", 0, "28.2 amd64", "")
        .answer("podman info", 0, "4.3 amd64", "")
        .answer("buildah info", 0, "amd64", "")
        .answer("buildah --version", 0, "1.28", "");
    return new EngineFinder(processes).find(Optional.of(kind)).value().orElseThrow().engine();
  }

  private static List<String> removals(ScriptedProcesses processes) {
    return processes.asked().stream()
        .filter(line -> line.matches("\\w+ (image )?rmi? .*"))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void isRemovedAfterAFailedBuild(EngineKind kind) throws Exception {
    ScriptedProcesses processes = new ScriptedProcesses();
    Engine engine = engine(kind, processes);
    processes.answer(kind.program(), 1, "Error: no", "");
    BuiltImage image = BuiltImage.on(engine);
    try (image) {
      assertThat(image.build(BUILD, line -> {}).succeeded()).isFalse();
    }
    assertThat(removals(processes))
        .isNotEmpty()
        .allMatch(line -> line.contains(image.tag()))
        .anyMatch(line -> line.endsWith("localhost/wheelbase-verify:" + image.tag()));
  }

  @ParameterizedTest
  @EnumSource
  void isRemovedOnceAndOnlyWhereSomethingWasBuilt(EngineKind kind) throws Exception {
    ScriptedProcesses processes = new ScriptedProcesses();
    Engine engine = engine(kind, processes);
    processes.answer(kind.program(), 0, "", "");
    BuiltImage.on(engine).close();
    assertThat(removals(processes)).isEmpty();
    BuiltImage image = BuiltImage.on(engine);
    image.build(BUILD, line -> {});
    image.close();
    int before = removals(processes).size();
    image.close();
    assertThat(removals(processes)).hasSize(before);
  }

  @Test
  void isRemovedByAnInterruptedThreadWhichStaysInterrupted() throws Exception {
    ScriptedProcesses processes = new ScriptedProcesses();
    Engine engine = engine(EngineKind.PODMAN, processes);
    processes.answer("podman", 0, "", "");
    BuiltImage image = BuiltImage.on(engine);
    image.build(BUILD, line -> {});
    Thread.currentThread().interrupt();
    image.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(removals(processes)).isNotEmpty();
  }

  @Test
  void aContainerThatOutlivesItsClientIsRemoved() throws Exception {
    Engine engine =
        new DockerLike(
            EngineKind.DOCKER,
            "28",
            "amd64",
            order ->
                new ProcessOutcome(
                    order.command().contains("run") ? -1 : 0,
                    "",
                    "",
                    order.command().contains("run")));
    assertThat(
            engine
                .run(
                    RunOrder.confined(List.of("python"), "", Duration.ofMinutes(1)),
                    "cafe",
                    line -> {})
                .timedOut())
        .isTrue();
  }

  @Test
  void tagsDiffer() throws IOException, InterruptedException {
    Engine engine = engine(EngineKind.DOCKER, new ScriptedProcesses());
    assertThat(BuiltImage.on(engine).tag()).isNotEqualTo(BuiltImage.on(engine).tag());
  }
}
