package wheelbase.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the engines are asked for, word by word. */
class CommandLinesTest {
  private static final Processes NONE =
      order -> {
        throw new AssertionError("nothing is to be run");
      };
  private static final DockerLike DOCKER = new DockerLike(EngineKind.DOCKER, "28", "amd64", NONE);
  private static final DockerLike PODMAN = new DockerLike(EngineKind.PODMAN, "4.3", "amd64", NONE);
  private static final Buildah BUILDAH = new Buildah("1.28", "amd64", NONE);

  private static BuildOrder fullBuild() {
    TreeMap<String, String> arguments = new TreeMap<>();
    arguments.put("APP", "a shop; rm -rf /");
    arguments.put("EMPTY", "");
    return new BuildOrder(
        Path.of("-a project"),
        Path.of("docker/Dockerfile"),
        arguments,
        Optional.of("runtime"),
        Optional.of("linux/arm64"),
        List.of("id=pip.conf,src=pip.conf"),
        List.of("--network", "host"),
        Duration.ofMinutes(1));
  }

  @Test
  void buildsTakeTheSameWordsEverywhere() {
    List<String> shared =
        List.of(
            "--tag",
            "localhost/wheelbase-verify:cafe",
            "--label",
            "wheelbase.verify=cafe",
            "--file",
            "docker/Dockerfile",
            "--build-arg",
            "APP=a shop; rm -rf /",
            "--build-arg",
            "EMPTY=",
            "--target",
            "runtime",
            "--platform",
            "linux/arm64",
            "--secret",
            "id=pip.conf,src=pip.conf",
            "--network",
            "host",
            "--",
            "-a project");
    assertThat(DOCKER.buildCommand(fullBuild(), "cafe"))
        .startsWith("docker", "build", "--tag")
        .endsWith(shared.toArray(String[]::new));
    assertThat(PODMAN.buildCommand(fullBuild(), "cafe"))
        .startsWith("podman", "--log-level", "debug", "build", "--format", "docker")
        .endsWith(shared.toArray(String[]::new));
    assertThat(BUILDAH.buildCommand(fullBuild(), "cafe"))
        .startsWith("buildah", "--log-level", "debug", "build", "--format", "docker")
        .endsWith(shared.toArray(String[]::new));
  }

  @Test
  void dockerAndPodmanConfineWhatTheyRun() {
    RunOrder order =
        RunOrder.confined(List.of("python", "-", "{\"do\": \"look\"}"), "", Duration.ofMinutes(1));
    assertThat(String.join(" ", DOCKER.runCommand(order, "cafe")))
        .isEqualTo(
            "docker run --rm --interactive --name wheelbase-verify-cafe --pull never"
                + " --label wheelbase.verify=cafe --no-healthcheck --read-only --tmpfs /tmp"
                + " --network none --entrypoint python localhost/wheelbase-verify:cafe"
                + " - {\"do\": \"look\"}");
    assertThat(PODMAN.runCommand(order, "cafe")).startsWith("podman", "run");
  }

  @Test
  void theUserMayChooseAnotherNetwork() {
    RunOrder order =
        RunOrder.confined(List.of("python"), "", Duration.ofMinutes(1))
            .with(List.of("--network=host"), Optional.of("linux/arm64"));
    assertThat(PODMAN.runCommand(order, "cafe"))
        .contains("--network=host", "--platform", "linux/arm64")
        .doesNotContain("none");
    assertThat(BUILDAH.runCommand(order, "cafe", List.of())).doesNotContain("none");
  }

  @Test
  void buildahMountsTheImagesOwnDirectoriesOverIt() {
    RunOrder order = RunOrder.confined(List.of("python", "-"), "", Duration.ofMinutes(1));
    assertThat(String.join(" ", BUILDAH.runCommand(order, "cafe", List.of("opt", "usr"))))
        .isEqualTo(
            "buildah run"
                + " --mount type=bind,from=localhost/wheelbase-verify:cafe,source=/opt,target=/opt,ro"
                + " --mount type=bind,from=localhost/wheelbase-verify:cafe,source=/usr,target=/usr,ro"
                + " --network none wheelbase-verify-cafe -- python -");
  }

  @Test
  void aRunNeedsACommand() {
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> RunOrder.confined(List.of(), "", Duration.ofMinutes(1)));
  }
}
