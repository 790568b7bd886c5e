package wheelbase.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.pep508.PackageName;
import wheelbase.testing.MiniIndex;

class NearNamesTest {
  @ParameterizedTest
  @CsvSource({
    "reqeusts, requests",
    "nunpy, numpy",
    "panda, pandas",
    "python-dateutils, python-dateutil",
    "djangorestframwork, djangorestframework",
    "scikitlearn, scikit-learn",
    "bcript, bcrypt",
    "our-own-lbrary, our-own-library"
  })
  void findsWhatWasMeant(String written, String meant) {
    assertThat(
            NearNames.nearest(
                new PackageName(written), List.of(new PackageName("our-own-library"))))
        .startsWith(meant);
  }

  @ParameterizedTest
  @CsvSource({"acme-billing", "x", "frobnicate", "qqqq"})
  void saysNothingOfWhatIsNearToNothing(String written) {
    assertThat(NearNames.nearest(new PackageName(written), List.of())).isEmpty();
  }

  @Test
  void asksForFew_andOffersOnlyWhatIsThere() throws InterruptedException {
    assertThat(NearNames.nearest(new PackageName("pytz2"), List.of())).hasSizeLessThanOrEqualTo(3);
    MiniIndex index = MiniIndex.of("requests 1");
    assertThat(new NearNames(index).question(new PackageName("reqeusts"), List.of()))
        .contains("did you mean `requests`?");
    assertThat(
            new NearNames(MiniIndex.of("other 1")).question(new PackageName("reqeusts"), List.of()))
        .isEmpty();
  }

  @Test
  void theListIsSorted_andKnowsEveryNameThatARuleIsAbout() throws IOException {
    List<String> names;
    try (var list = NearNames.class.getResourceAsStream("common-names.txt")) {
      names = new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    assertThat(names).isSorted().doesNotHaveDuplicates();
    assertThat(names).allSatisfy(name -> assertThat(new PackageName(name).value()).isEqualTo(name));
    try (Stream<Path> rules = Files.list(Path.of("rules-db/packages"))) {
      assertThat(names)
          .containsAll(
              rules.map(file -> file.getFileName().toString().replace(".json", "")).toList());
    }
  }
}
