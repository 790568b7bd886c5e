package wheelbase.baseimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wheelbase.platform.DistributionRelease;

class DebianPackagesTest {
  /** The list of docker-library/repo-info, 2026-08-10; adduser is not in every build. */
  @Test
  void knowsWhatThePublishedImageHas() throws IOException {
    try (InputStream file = getClass().getResourceAsStream("packages-of-3.13-slim-trixie.txt")) {
      String published = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      Set<String> expected = new HashSet<>(List.of(published.strip().split("\\s+")));
      expected.remove("adduser");
      assertThat(
              DebianPackages.of(DistributionRelease.DEBIAN_13)
                  .presentIn(Images.image("3.13-slim-trixie")))
          .isEqualTo(expected);
    }
  }
}
