package wheelbase.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.platform.DistributionRelease;

class FinalStageTest {
  private static final String DOCKERFILE =
      """
      # syntax=docker/dockerfile:1
      ARG PYTHON=3.13
      ARG BASE=python:${PYTHON}-slim-trixie
      FROM --platform=$TARGETPLATFORM ${BASE} AS builder
      RUN apt-get install gcc
      FROM $BASE AS common
      RUN apt-get update && \\
          # why it is there
          apt-get install -y libpq5=17.1 \\
          curl; true
      FROM common AS runtime
      RUN echo done
      """;

  @Test
  void theLastStageAndWhatItIsBuiltOnAreRead() {
    FinalStage stage = FinalStage.of(DOCKERFILE, Map.of(), Optional.empty());
    assertThat(stage.base()).isEqualTo("python:3.13-slim-trixie");
    assertThat(stage.words()).contains("libpq5", "curl", "done").doesNotContain("gcc");
    assertThat(stage.isOn("python:3.13-slim-trixie")).isTrue();
    assertThat(stage.release()).contains(DistributionRelease.DEBIAN_13);
    assertThat(stage.python().orElseThrow().series()).isEqualTo("3.13");
  }

  @Test
  void argumentsAndTargetsAreFollowed() {
    FinalStage stage = FinalStage.of(DOCKERFILE, Map.of("PYTHON", "3.11"), Optional.of("BUILDER"));
    assertThat(stage.base()).isEqualTo("python:3.11-slim-trixie");
    assertThat(stage.words()).contains("gcc").doesNotContain("libpq5");
  }

  @ParameterizedTest
  @CsvSource({
    "python:3.13-slim-trixie, debian:13, true",
    "docker.io/library/python:3.13-slim-trixie@sha256:00, debian:13, true",
    "python:3.13.2-slim-trixie, debian:13, true",
    "python:3.13-slim, debian:13, false",
    "python:3.11-slim-bookworm, debian:12, false",
    "python:3.13-alpine3.24, alpine:3.24, false",
    "python:3.13-alpine, , false",
    "debian:trixie-slim, debian:13, false",
    "mirror.test/own/image:1, , false",
    "scratch, , false",
  })
  void imagesTellTheirRelease(String base, String release, boolean on) {
    FinalStage stage = FinalStage.of("FROM " + base + "\n", Map.of(), Optional.empty());
    assertThat(stage.release().map(DistributionRelease::id))
        .isEqualTo(Optional.ofNullable(release));
    assertThat(stage.isOn("python:3.13-slim-trixie")).isEqualTo(on);
  }

  @Test
  void noStageIsNoFailure() {
    assertThat(FinalStage.of("RUN x\nARG\nFROM", Map.of(), Optional.of("none")).base()).isEmpty();
    assertThat(FinalStage.of("", Map.of(), Optional.empty()).words()).isEmpty();
  }
}
