package wheelbase.baseimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.Libc;

/** What {@code --base} takes beyond the official image. */
class OwnImageTest {
  private static final Catalogue CATALOGUE = Catalogue.shipped();

  private static ImageSelection parse(String bases, String pythons) {
    return ImageSelection.parse(CATALOGUE, bases, Optional.ofNullable(pythons));
  }

  @ParameterizedTest
  @CsvSource({
    "registry.test/team/python:7=debian:13/3.12, , debian:13, 3.12.14",
    "registry.test/team/python:7=trixie/3.12.3, , debian:13, 3.12.3",
    "registry.test/team/python:7=debian:bookworm, 3.11, debian:12, 3.11.16",
    "registry.test:5000/python:7=alpine:3.23/3.14, , alpine:3.23, 3.14.7",
    "team:1=alpine3.24, 3.13.2, alpine:3.24, 3.13.2",
  })
  void whatIsSaidOfAnImageIsEnough(String base, String pythons, String release, String python) {
    ImageSelection selection = parse(base, pythons);
    assertThat(selection.diagnostics()).isEmpty();
    assertThat(selection.unread()).isEmpty();
    assertThat(selection.words()).containsExactly(base);
    BaseImage image = selection.named().get(0);
    assertThat(image.reference()).isEqualTo(base.substring(0, base.indexOf('=')));
    assertThat(image.tag()).isEqualTo(base);
    assertThat(image.kind()).isEqualTo(BaseImageKind.OWN);
    assertThat(image.distribution().id()).isEqualTo(release);
    assertThat(image.python()).hasToString(python);
    assertThat(image.start()).isEqualTo(ImageStart.USUAL);
    BaseImage official =
        CATALOGUE
            .find(
                image.series(),
                image.distribution().isAlpine()
                    ? image.distribution().suffix()
                    : "slim-" + image.distribution().suffix())
            .orElseThrow();
    assertThat(image.onDisk()).isEqualTo(official.onDisk());
    assertThat(image.target(Architecture.ARM64).libc()).isEqualTo(image.distribution().libc());
  }

  @Test
  void whatIsNotSaidIsLeftToTheRegistry() {
    ImageSelection selection = parse("slim-trixie,registry.test/team/python:7", "3.13");
    assertThat(selection.diagnostics()).isEmpty();
    assertThat(selection.unread())
        .singleElement()
        .satisfies(
            own -> {
              assertThat(own.release()).isEmpty();
              assertThat(own.python()).map(PythonChoice::series).contains("3.13");
            });
    assertThat(selection.words()).containsExactly("slim-trixie", "registry.test/team/python:7");
    BaseImage read =
        selection
            .unread()
            .get(0)
            .image(
                CATALOGUE,
                DistributionRelease.DEBIAN_12,
                CATALOGUE.find("3.13", "slim-bookworm").orElseThrow().python(),
                ImageStart.USUAL,
                java.util.Map.of(Architecture.AMD64, 90_000_000L));
    assertThat(read.toPull().get(Architecture.AMD64)).isEqualTo(90_000_000L);
    assertThat(read.onDisk().get(Architecture.AMD64)).isBetween(240_000_000L, 250_000_000L);
    ImageSelection settled = selection.reading(List.of(read), List.of());
    assertThat(settled.unread()).isEmpty();
    assertThat(settled.images(CATALOGUE, "3.13"))
        .extracting(BaseImage::reference)
        .containsExactly("python:3.13-slim-trixie", "registry.test/team/python:7");
  }

  @ParameterizedTest
  @CsvSource({
    "registry.test/team/python=debian:13/3.13, , no-tag",
    "registry.test/Team/python:7=debian:13/3.13, , not-an-image",
    "registry.test/team/python:7=debian:11/3.13, , unknown-release",
    "registry.test/team/python:7=, , unknown-release",
    "registry.test/team/python:7=debian:13/3.8, , unknown-python",
    "registry.test/team/python:7=debian:13/three, , not-a-python",
    "registry.test/team/python:7=debian:13, , base-python-unknown",
    "registry.test/team/python:7=debian:13, '3.12,3.13', base-python-unknown",
    "registry.test/team/python:7=debian:13/3.12, 3.13, other-python",
    "registry.test/team/python:7=ubi:9/3.12, , unsupported-base",
    "registry.test/team/python:7=ubuntu:22.04/3.12, , unsupported-base",
    "ubuntu:24.04=ubuntu:24.04/3.12, , unsupported-base",
    "registry.access.redhat.com/ubi9/python-312:1, , unsupported-base",
    "cgr.dev/chainguard/python:latest, , unsupported-base",
    "cgr.dev/chainguard/python:latest=wolfi, , unsupported-base",
    "dhi.io/python:3.13, , unsupported-base",
    "public.ecr.aws/lambda/python:3.12, , unsupported-base",
    "distroless, 3.12, other-python",
  })
  void whatCannotBeBuiltOnHasAReason(String base, String pythons, String id) {
    ImageSelection selection = parse(base, pythons);
    assertThat(selection.words()).isEmpty();
    assertThat(selection.diagnostics()).extracting("id").containsExactly(id);
    assertThat(selection.diagnostics().get(0).hint()).isPresent();
  }

  @Test
  void anImageMadeOfUbuntuIsTakenAtItsWord() {
    BaseImage image =
        parse("registry.test/team/python:7=ubuntu:24.04/3.12", null)
            .images(CATALOGUE, "3.13")
            .get(0);
    assertThat(image.distribution()).isEqualTo(DistributionRelease.UBUNTU_24_04);
    assertThat(image.distribution().libc()).isEqualTo(Libc.glibc(2, 39));
    assertThat(image.distributionEndOfLife()).isEqualTo("2029-04-30");
    PackageWeight nothing = PackageWeight.of(image, List.of("no-such-package", "zlib1g"));
    assertThat(nothing.unknown()).containsExactly("no-such-package");
    assertThat(nothing.onDisk()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"libgdal34t64, libgdal36", "libpq5, libpq5", "libjpeg-turbo8, libjpeg62-turbo"})
  void whatUbuntuHasWeighsAsItDoesInDebian(String ubuntu, String debian) {
    BaseImage image =
        parse("registry.test/team/python:7=ubuntu:24.04/3.13", null)
            .images(CATALOGUE, "3.13")
            .get(0);
    PackageWeight weight = PackageWeight.of(image, List.of(ubuntu));
    PackageWeight there = PackageWeight.of(Images.image("3.13-slim-trixie"), List.of(debian));
    assertThat(weight.onDisk()).isPositive().isEqualTo(there.onDisk());
    assertThat(weight.added()).containsExactly(ubuntu);
    assertThat(weight.unknown()).isEmpty();
    assertThat(weight.estimated()).isTrue();
  }

  @Test
  void aLimitSaysWhy() {
    assertThat(parse("registry.access.redhat.com/ubi9/python-312:1", null).diagnostics().get(0))
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.message())
                  .isEqualTo(
                      "`registry.access.redhat.com/ubi9/python-312:1` is Red Hat's universal base"
                          + " image (UBI), which wheelbase cannot build on: its system packages"
                          + " have other names, come by dnf or microdnf, and are not known here");
              assertThat(diagnostic.hint())
                  .contains(
                      "a base on one of debian:13, debian:12, alpine:3.24, alpine:3.23, ubuntu:24.04");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "distroless",
        "gcr.io/distroless/python3-debian13",
        "gcr.io/distroless/python3-debian13:nonroot"
      })
  void distrolessHasAShortName(String base) {
    for (String pythons : new String[] {null, "3.13", "3.13.5"}) {
      ImageSelection selection = parse(base, pythons);
      assertThat(selection.diagnostics()).isEmpty();
      assertThat(selection.series()).contains("3.13");
      assertThat(selection.images(CATALOGUE, "3.14"))
          .extracting(BaseImage::reference)
          .containsExactly("gcr.io/distroless/python3-debian13:nonroot");
    }
  }

  @Test
  void distrolessIsBuiltOnDebianWithTheSamePython() {
    BaseImage image = Distroless.shipped();
    assertThat(image.python()).hasToString("3.13.5");
    assertThat(image.kind().hasShell()).isFalse();
    assertThat(image.start().isPython()).isTrue();
    assertThat(image.buildStage().reference()).isEqualTo("debian:trixie-slim");
    assertThat(image.buildStage().target(Architecture.AMD64))
        .isEqualTo(image.target(Architecture.AMD64));
    assertThat(PackageWeight.lacks(image, "libpq5")).isTrue();
    assertThat(PackageWeight.lacks(image, "libgomp1")).isFalse();
    assertThat(PackageWeight.lacks(image, "libreadline8")).isFalse();
  }
}
