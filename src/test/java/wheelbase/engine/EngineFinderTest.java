package wheelbase.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import wheelbase.diagnostic.Diagnostic;

class EngineFinderTest {
  private static final String NO_DAEMON =
      "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is it running?\n";

  private static EngineFinder.Found find(ScriptedProcesses processes) throws InterruptedException {
    return new EngineFinder(processes).find(Optional.empty()).value().orElseThrow();
  }

  @Test
  void dockerComesFirstWhereItsDaemonAnswers() throws InterruptedException {
    ScriptedProcesses processes =
        new ScriptedProcesses()
            .answer("docker version", 0, "28.2.2 arm64\n", "")
            .answer("podman info", 0, "4.3.1 amd64\n", "");
    Engine engine = find(processes).engine();
    assertThat(engine.kind()).isEqualTo(EngineKind.DOCKER);
    assertThat(engine.version()).isEqualTo("28.2.2");
    assertThat(engine.architecture()).isEqualTo("arm64");
    assertThat(processes.asked()).hasSize(1);
  }

  @Test
  void dockerWithoutItsDaemonIsPassedOverAndNamed() throws InterruptedException {
    EngineFinder.Found found =
        find(
            new ScriptedProcesses()
                .answer("docker version", 1, " \n", NO_DAEMON)
                .answer("podman info", 0, "4.3.1 amd64\n", ""));
    assertThat(found.engine().kind()).isEqualTo(EngineKind.PODMAN);
    assertThat(found.passedOver())
        .containsExactly(
            "docker: its daemon does not run (Cannot connect to the Docker daemon at"
                + " unix:///var/run/docker.sock. Is it running?)");
  }

  @Test
  void aClientThatAnswersForNoServerIsNone() throws InterruptedException {
    EngineFinder.Found found =
        find(
            new ScriptedProcesses()
                .answer("docker version", 0, "<no value> <no value>\n", "")
                .answer("buildah info", 0, "amd64\n", "")
                .answer("buildah --version", 0, "buildah version 1.28.2 (image-spec 1.1)\n", ""));
    assertThat(found.engine().kind()).isEqualTo(EngineKind.BUILDAH);
    assertThat(found.engine().version()).isEqualTo("1.28.2");
    assertThat(found.passedOver())
        .containsExactly("docker: it does not answer", "podman: there is no such program");
  }

  @Test
  void noOtherWillDoWhereOneIsNamed() throws InterruptedException {
    ScriptedProcesses processes =
        new ScriptedProcesses()
            .answer("docker version", 1, "", NO_DAEMON)
            .answer("podman info", 0, "4.3.1 amd64\n", "");
    Diagnostic why =
        new EngineFinder(processes).find(Optional.of(EngineKind.DOCKER)).refusal().orElseThrow();
    assertThat(why.message()).contains("that was asked for does not answer", "its daemon");
    assertThat(processes.asked()).hasSize(1);
  }

  @Test
  void whereNoneAnswersEachSaysWhy() throws InterruptedException {
    Diagnostic why =
        new EngineFinder(new ScriptedProcesses()).find(Optional.empty()).refusal().orElseThrow();
    assertThat(why.message())
        .isEqualTo(
            """
            no container engine answers
            docker: there is no such program
            podman: there is no such program
            buildah: there is no such program""");
  }
}
