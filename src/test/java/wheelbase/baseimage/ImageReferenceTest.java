package wheelbase.baseimage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @CsvSource({
    "python:3.13-slim-trixie, docker.io, library/python, 3.13-slim-trixie, python:3.13-slim-trixie",
    "docker.io/library/python:3.13, docker.io, library/python, 3.13, python:3.13",
    "team/app:1, docker.io, team/app, 1, app:1",
    "localhost/app:1, localhost, app, 1, app:1",
    "localhost:5000/a/b_c:v1.2-x, localhost:5000, a/b_c, v1.2-x, b_c:v1.2-x",
    "127.0.0.1:40001/team/python:3.13, 127.0.0.1:40001, team/python, 3.13, python:3.13",
    "registry.example/team/python:7, registry.example, team/python, 7, python:7",
    "registry.example:5000/team/python, registry.example:5000, team/python, , python",
  })
  void hasTheRulesOfDocker(
      String text, String registry, String repository, String tag, String shortName) {
    for (String suffix : new String[] {"", "@" + DIGEST}) {
      ImageReference read = ImageReference.parse(text + suffix).value().orElseThrow();
      assertThat(read.registry()).isEqualTo(registry);
      assertThat(read.repository()).isEqualTo(repository);
      assertThat(read.tag().orElse(null)).isEqualTo(tag);
      assertThat(read.digest().isPresent()).isEqualTo(!suffix.isEmpty());
      assertThat(read.shortName()).isEqualTo(shortName);
      assertThat(read).hasToString(text + suffix);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Python:3.13",
        "registry.example/Team/app:1",
        "registry.example/app:",
        "registry.example//app",
        "registry.example/app@sha256:12",
        "registry.example/app@md5:0123",
        "registry.example/app:1 AS x",
        "registry.example/app:1\nRUN evil",
        "-x/app",
        "registry.example/$(id):1",
        "registry.example/app:{tag}",
        "https://registry.example/app:1",
        "user:password@registry.example/app",
      })
  void anythingElseIsNoName(String text) {
    assertThat(ImageReference.parse(text).refusal()).isPresent();
  }

  @Test
  void aDigestGoesInThePlaceOfAnOlderOne() {
    ImageReference image = ImageReference.parse("python:3.13-slim-trixie").value().orElseThrow();
    String other = "sha256:" + "f".repeat(64);
    assertThat(image.pinned(DIGEST)).isEqualTo("python:3.13-slim-trixie@" + DIGEST);
    ImageReference pinned = ImageReference.parse(image.pinned(DIGEST)).value().orElseThrow();
    assertThat(pinned.pinned(other)).isEqualTo("python:3.13-slim-trixie@" + other);
  }
}
