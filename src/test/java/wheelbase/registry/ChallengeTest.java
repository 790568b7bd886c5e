package wheelbase.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 9110, 11.6.1. */
class ChallengeTest {
  @Test
  void theHubsOwn() {
    assertThat(
            Challenge.parse(
                List.of(
                    "Bearer realm=\"https://auth.test/token\",service=\"registry.test\","
                        + "scope=\"repository:library/python:pull,push\"")))
        .containsExactly(
            new Challenge(
                "bearer",
                Map.of(
                    "realm",
                    "https://auth.test/token",
                    "service",
                    "registry.test",
                    "scope",
                    "repository:library/python:pull,push")));
  }

  @Test
  void severalInOneHeaderAndInSeveral() {
    assertThat(
            Challenge.parse(
                List.of("Basic realm=\"a \\\"b\\\"\", Bearer realm=x , service=y", "Negotiate")))
        .containsExactly(
            new Challenge("basic", Map.of("realm", "a \"b\"")),
            new Challenge("bearer", Map.of("realm", "x", "service", "y")),
            new Challenge("negotiate", Map.of()));
  }

  @Test
  void whatIsNoChallenge() {
    assertThat(Challenge.parse(List.of("", ",,", "realm=\"x\"", "\u0000\"\\"))).isEmpty();
  }
}
