package wheelbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Catalogue;
import wheelbase.dockerfile.BuilderKind;
import wheelbase.dockerfile.PackageReason;
import wheelbase.platform.PythonRelease;

class BuildImageTest {
  private static BaseImage image(String series, String variant) {
    return Catalogue.shipped().find(series, variant).orElseThrow();
  }

  private static BuildImage of(BaseImage image, BuilderKind kind, String... packages) {
    List<PackageReason> wanted =
        Arrays.stream(packages).map(name -> new PackageReason(name, "wanted")).toList();
    return BuildImage.of(
        new BaseAnalysis(
            image,
            wanted,
            List.of(),
            new TreeMap<>(Map.of("CXX", "g++", "CFLAGS", "-O2")),
            Map.of()),
        kind);
  }

  @ParameterizedTest
  @CsvSource({
    "3.13, slim-trixie, SAME, python:3.13-slim-trixie",
    "3.13, slim-trixie, FULL, python:3.13-trixie",
    "3.11, slim-bookworm, FULL, python:3.11-bookworm",
    "3.13, alpine3.24, FULL, python:3.13-alpine3.24",
    "3.13, trixie, FULL, python:3.13-trixie",
    "3.13, trixie, SAME, python:3.13-trixie",
  })
  void isOfTheSamePythonAndRelease(String series, String variant, BuilderKind kind, String wanted) {
    assertThat(of(image(series, variant), kind).image().reference()).isEqualTo(wanted);
  }

  @Test
  void keepsThePatchRelease() {
    BaseImage patched = image("3.12", "slim-trixie").at(new PythonRelease(3, 12, 7));
    assertThat(of(patched, BuilderKind.FULL).image().reference()).isEqualTo("python:3.12.7-trixie");
  }

  /** buildpack-deps has compilers and the headers of PostgreSQL; it has not those of Snappy. */
  @Test
  void installsOnlyWhatTheFullImageLacks() {
    BuildImage full =
        of(
            image("3.13", "slim-trixie"),
            BuilderKind.FULL,
            "gcc",
            "libc6-dev",
            "libpq-dev",
            "libsnappy-dev",
            "unheard-of-dev");
    assertThat(full.packages())
        .extracting(PackageReason::distributionPackage)
        .containsExactly("libsnappy-dev", "unheard-of-dev");
    assertThat(full.environment()).containsOnlyKeys("CFLAGS");
  }

  @Test
  void changesNothingOfTheSameImage() {
    BuildImage same = of(image("3.13", "slim-trixie"), BuilderKind.SAME, "gcc", "libpq-dev");
    assertThat(same.packages()).hasSize(2);
    assertThat(same.environment()).containsKeys("CXX", "CFLAGS");
  }
}
