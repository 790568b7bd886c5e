package wheelbase.baseimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;

class CatalogueTest {
  private final Catalogue catalogue = Catalogue.shipped();

  @Test
  void hasEveryVariantOfEverySeries() {
    assertThat(catalogue.seriesList()).containsExactly("3.10", "3.11", "3.12", "3.13", "3.14");
    assertThat(catalogue.variants())
        .containsExactly(
            "slim-trixie", "slim-bookworm", "alpine3.24", "alpine3.23", "trixie", "bookworm");
    assertThat(catalogue.images()).hasSize(5 * 6);
    for (String series : catalogue.seriesList()) {
      for (String variant : catalogue.variants()) {
        BaseImage image = catalogue.find(series, variant).orElseThrow();
        assertThat(image.reference()).isEqualTo("python:" + series + "-" + variant);
        assertThat(variant).endsWith(image.distribution().suffix());
        for (Architecture architecture : Architecture.values()) {
          assertThat(image.toPull().get(architecture)).isBetween(15_000_000L, 450_000_000L);
          assertThat(image.onDisk().get(architecture))
              .isGreaterThan(2 * image.toPull().get(architecture));
        }
      }
    }
    assertThat(catalogue.find("3.9", "slim-trixie")).isEmpty();
    assertThat(catalogue.find("3.13", "slim-bullseye")).isEmpty();
  }

  @Test
  void namesOnlyVariantsThatItHasForAuto() {
    assertThat(catalogue.variants()).containsAll(Catalogue.AUTOMATIC);
  }

  /** Published sizes of docker-library/repo-info, 2026-08 and 2026-09. */
  @ParameterizedTest
  @CsvSource({
    "3.13-slim-trixie, 118.06, 42.96",
    "3.12-slim-bookworm, 124.3, 45.44",
    "3.13-alpine3.24, 51.82, 16.91",
    "3.13-trixie, 1110, 412.7",
  })
  void hasPublishedSizes(String tag, double onDisk, double toPull) {
    BaseImage image = Images.image(tag);
    assertThat(image.onDisk().get(Architecture.AMD64) / 1e6).isEqualTo(onDisk);
    assertThat(image.toPull().get(Architecture.AMD64) / 1e6).isEqualTo(toPull);
    assertThat(catalogue.isMeasured(image, Architecture.AMD64)).isTrue();
  }

  @Test
  void saysWhichSizesAreDerived() {
    assertThat(catalogue.isMeasured(Images.image("3.13-slim-bookworm"), Architecture.AMD64))
        .isFalse();
    assertThat(catalogue.isMeasured(Images.image("3.13-slim-trixie"), Architecture.ARM64))
        .isFalse();
  }

  @Test
  void knowsHowLongThingsAreLookedAfter() {
    BaseImage image = Images.image("3.10-slim-bookworm");
    assertThat(image.pythonEndOfLife()).isEqualTo("2026-10-31");
    assertThat(image.distributionEndOfLife()).isEqualTo("2026-07-11");
    assertThat(catalogue.longTermSupportEnd(DistributionRelease.DEBIAN_12))
        .contains(LocalDate.parse("2028-06-30"));
    assertThat(catalogue.longTermSupportEnd(DistributionRelease.ALPINE_3_24)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-11-20, 3.14", "2026-10-07, 3.14", "2026-10-06, 3.13", "2020-01-01, 3.10"})
  void takesTheNewestSeriesThatIsAYearOld(LocalDate today, String series) {
    assertThat(catalogue.defaultSeries(today)).isEqualTo(series);
  }

  @Test
  void takesAPatchReleaseAtItsWord() {
    BaseImage image = Images.image("3.11-slim-bookworm").at(new PythonRelease(3, 11, 7));
    assertThat(image.reference()).isEqualTo("python:3.11.7-slim-bookworm");
    assertThat(image.target(Architecture.AMD64).python()).hasToString("3.11.7");
    assertThatThrownBy(() -> image.at(new PythonRelease(3, 12, 1)))
        .hasMessage("python:3.11.7-slim-bookworm is not an image of Python 3.12.1");
  }
}
