package wheelbase.baseimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.platform.DistributionRelease;
import wheelbase.syslibs.RuleBook;

/**
 * The distribution packages that rules can ask for have a weight, but for a few that came in since
 * the tables were last refreshed: a new rule must not need a Debian mirror.
 */
class RuledPackagesTest {
  @ParameterizedTest
  @ValueSource(strings = {"slim-trixie", "slim-bookworm", "alpine3.24", "alpine3.23"})
  void haveAWeight(String variant) throws IOException {
    BaseImage image = Images.image("3.13-" + variant);
    RuleBook rules = RuleBook.shipped(Optional.empty());
    DistributionRelease distribution = image.distribution();
    TreeSet<String> names = new TreeSet<>();
    for (String library : libraries()) {
      names.addAll(rules.buildPackages(library, distribution));
      names.addAll(rules.runPackages(library, distribution));
    }
    assertThat(names).hasSizeGreaterThan(150);
    List<String> unknown = PackageWeight.of(image, names).unknown();
    assertThat(unknown.size())
        .as("scripts/refresh-apt-sizes takes in %s", unknown)
        .isLessThanOrEqualTo(names.size() / 20);
  }

  private static List<String> libraries() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("rules-db", "libraries"))) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
          .sorted()
          .toList();
    }
  }
}
