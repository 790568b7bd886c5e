package wheelbase.baseimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageWeightTest {
  /** An alternative that depends on what else is installed, or one package split since. */
  private static final int PACKAGES_OFF = 2;

  @ParameterizedTest
  @CsvFileSource(
      resources = "/wheelbase/baseimage/apt-installs.csv",
      useHeadersInDisplayName = true)
  void isWhatRealInstallsAdded(String suite, String packages, int added, double growth) {
    PackageWeight weight =
        PackageWeight.of(Images.image("3.12-slim-" + suite), List.of(packages.split(" ")));
    assertThat(weight.unknown()).isEmpty();
    assertThat(weight.added().size()).isCloseTo(added, within(PACKAGES_OFF));
    assertThat(weight.onDisk() / 1e6).isCloseTo(growth, within(Math.max(3.9, 0.19 * growth)));
  }

  @Test
  void kerberosIsInTheImagesOfOlderPythonsOnly() {
    PackageWeight older = PackageWeight.of(Images.image("3.12-slim-trixie"), List.of("libpq5"));
    PackageWeight newer = PackageWeight.of(Images.image("3.13-slim-trixie"), List.of("libpq5"));
    assertThat(older.added())
        .containsExactly("libldap2", "libpq5", "libsasl2-2", "libsasl2-modules-db");
    assertThat(newer.added()).contains("libgssapi-krb5-2", "libkrb5-3").hasSize(10);
    assertThat((newer.onDisk() - older.onDisk()) / 1e6).isCloseTo(2.0, within(0.3));
  }

  @Test
  void unitesClosures() {
    BaseImage image = Images.image("3.13-slim-trixie");
    PackageWeight both = PackageWeight.of(image, List.of("libpq5", "libldap2"));
    assertThat(both).isEqualTo(PackageWeight.of(image, List.of("libpq5")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.13-trixie", "3.12-bookworm"})
  void fullImagesHaveTheCompilerAlready(String tag) {
    assertThat(PackageWeight.of(Images.image(tag), List.of("gcc", "libpq-dev", "libc6")).added())
        .isEmpty();
    assertThat(PackageWeight.of(Images.image(tag), List.of("gfortran")).added()).isNotEmpty();
  }

  @Test
  void understandsTheNamesBeforeTheTransitionToLongTimes() {
    BaseImage image = Images.image("3.13-slim-trixie");
    assertThat(PackageWeight.of(image, List.of("libmagic1")))
        .isEqualTo(PackageWeight.of(image, List.of("libmagic1t64")));
  }

  @Test
  void saysWhatItDoesNotKnow() {
    PackageWeight weight =
        PackageWeight.of(Images.image("3.13-slim-trixie"), List.of("wkhtmltopdf", "zlib1g"));
    assertThat(weight.unknown()).containsExactly("wkhtmltopdf");
    assertThat(weight.added()).isEmpty();
    assertThat(weight.estimated()).isTrue();
  }

  @Test
  void guessesAlpineFromDebian() {
    PackageWeight slim = PackageWeight.of(Images.image("3.13-slim-trixie"), List.of("libpq5"));
    PackageWeight alpine =
        PackageWeight.of(Images.image("3.13-alpine3.24"), List.of("libpq", "zlib"));
    assertThat(alpine.added()).containsExactly("libpq");
    assertThat(alpine.estimated()).isTrue();
    assertThat(alpine.unknown()).isEmpty();
    assertThat(alpine.onDisk()).isBetween(slim.onDisk() / 3, slim.onDisk());
  }

  @Test
  void needsNoTableForNothing() {
    assertThat(PackageWeight.of(Images.image("3.13-alpine3.24"), List.of()))
        .isEqualTo(PackageWeight.NONE);
  }
}
