package wheelbase.dockerfile.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VariableScopesTest {
  private static final String DRAWN =
      """
      ARG VERSION=3.12
      ARG IMAGE=python:${VERSION}-slim
      FROM ${IMAGE} AS builder
      ARG VERSION
      ARG LOCAL=from-$VERSION
      ENV A=$LOCAL B=$A
      RUN one
      FROM builder AS child
      RUN two
      FROM --platform=$BUILDPLATFORM debian:${SUITE:-trixie}
      RUN three
      ARG TARGETARCH
      RUN four
      """;

  @Test
  void argumentsBeforeTheFirstFromHoldInFromLinesOnly() {
    Dockerfile read = DockerfileReader.read("Dockerfile", DRAWN);
    VariableScopes scopes = VariableScopes.of(read, Map.of(), "linux/arm64");
    assertThat(scopes.base(read.stages().get(0)).value()).isEqualTo("python:3.12-slim");
    assertThat(scopes.base(read.stages().get(2)).value()).isEqualTo("debian:trixie");
    assertThat(scopes.base(read.stages().get(2)).unset()).containsExactly("SUITE");
    assertThat(at(read, scopes, "three")).isEmpty();
  }

  @Test
  void aStageHasWhatItDeclaresAndWhatItsParentHad() {
    Dockerfile read = DockerfileReader.read("Dockerfile", DRAWN);
    VariableScopes scopes = VariableScopes.of(read, Map.of(), "linux/arm64");
    Map<String, String> declared =
        Map.of("VERSION", "3.12", "LOCAL", "from-3.12", "A", "from-3.12", "B", "");
    assertThat(at(read, scopes, "one")).isEqualTo(declared);
    assertThat(at(read, scopes, "two")).isEqualTo(declared);
    assertThat(at(read, scopes, "four")).isEqualTo(Map.of("TARGETARCH", "arm64"));
  }

  @Test
  void aBuildArgumentWins() {
    Dockerfile read = DockerfileReader.read("Dockerfile", DRAWN);
    VariableScopes scopes = VariableScopes.of(read, Map.of("VERSION", "3.13"), "linux/amd64");
    assertThat(scopes.base(read.stages().get(0)).value()).isEqualTo("python:3.13-slim");
    assertThat(at(read, scopes, "one")).containsEntry("LOCAL", "from-3.13");
  }

  private static Map<String, String> at(Dockerfile read, VariableScopes scopes, String command) {
    return scopes.at(
        read.instructions().stream()
            .filter(each -> each.is(Keyword.RUN) && each.body().value().equals(command))
            .findFirst()
            .orElseThrow());
  }
}
