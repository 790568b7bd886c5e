package wheelbase.syslibs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;

class RuleBookTest {
  private static final DistributionRelease BOOKWORM = DistributionRelease.DEBIAN_12;
  private static final DistributionRelease TRIXIE = DistributionRelease.DEBIAN_13;
  private static final DistributionRelease ALPINE = DistributionRelease.ALPINE_3_24;

  private final RuleBook book = RuleBook.shipped(Optional.empty());

  @Nested
  class WhatIsKnown {
    @Test
    void aSourceBuildNeedsToolsHeadersAndTheLibrary() {
      LibraryNeeds needs = needs("psycopg2", "2.9.11", Artifact.SDIST, TRIXIE);
      assertThat(needs.known()).isTrue();
      assertThat(needs.buildTools()).containsExactly("c");
      assertThat(needs.buildLibraries()).containsExactly("libpq");
      assertThat(needs.runLibraries()).containsExactly("libpq");
      assertThat(needs.evidence()).isNotEmpty();
    }

    @Test
    void namesAreExact() {
      assertThat(needs("psycopg2-binary", "2.9.11", Artifact.WHEEL, TRIXIE).isEmpty()).isTrue();
    }

    @Test
    void aProgramIsNotALibrary() {
      LibraryNeeds needs = needs("pytesseract", "0.3.13", Artifact.WHEEL, TRIXIE);
      assertThat(needs.runLibraries()).isEmpty();
      assertThat(needs.executables()).containsExactly("tesseract-cli");
    }

    @Test
    void aWheelWithoutARuleCarriesWhatItNeeds() {
      LibraryNeeds needs = needs("surely-not-a-project", "1", Artifact.WHEEL, ALPINE);
      assertThat(needs.known()).isTrue();
      assertThat(needs.isEmpty()).isTrue();
      assertThat(needs.evidence()).singleElement().asString().startsWith("policy: no rule");
    }

    @Test
    void anSdistWithoutARuleIsUnknown() {
      LibraryNeeds needs = needs("surely-not-a-project", "1", Artifact.SDIST, TRIXIE);
      assertThat(needs.known()).isFalse();
      assertThat(needs.buildTools()).containsExactly("c", "c++");
      assertThat(needs.evidence()).singleElement().asString().startsWith("guess: no rule");
    }

    @Test
    void aWheelOfAPackageThatHasOnlyARuleForItsSdistIsWithoutARule() {
      assertThat(needs("lxml", "6.0.0", Artifact.WHEEL, TRIXIE).evidence())
          .singleElement()
          .asString()
          .startsWith("policy: no rule");
    }

    @Test
    void aWheelIsNotBuilt() {
      LibraryNeeds needs = needs("h5py", "3.16.0", Artifact.WHEEL, TRIXIE);
      assertThat(needs.buildTools()).isEmpty();
      assertThat(needs.environment()).isEmpty();
    }

    @Test
    void aPureSdistIsNotBuiltAndLoadsWhatTheSdistLoads() {
      LibraryNeeds needs = needs("rtree", "1.4.1", Artifact.PURE_SDIST, TRIXIE);
      assertThat(needs.runLibraries()).containsExactly("spatialindex");
      LibraryNeeds compiled = needs("psycopg2", "2.9.11", Artifact.PURE_SDIST, TRIXIE);
      assertThat(compiled.buildTools()).isEmpty();
      assertThat(needs("surely-not-a-project", "1", Artifact.PURE_SDIST, TRIXIE).known()).isTrue();
    }

    @Test
    void aCompanionMakesARuleIdle() {
      assertThat(needs("psycopg", "3.2.3", Artifact.WHEEL, TRIXIE).runLibraries())
          .containsExactly("libpq");
      assertThat(needs("psycopg", "3.2.3", Artifact.WHEEL, TRIXIE, "psycopg-binary").runLibraries())
          .isEmpty();
    }

    @Test
    void aToolBringsItsBuildVariables() {
      assertThat(needs("greenlet", "3.1.1", Artifact.SDIST, TRIXIE).environment())
          .containsEntry("CXX", "g++");
    }
  }

  @Nested
  class WhatIsImpossible {
    @Test
    void aLibraryThatTheReleaseDoesNotHave() {
      assertThat(needs("systemd-python", "235", Artifact.SDIST, ALPINE).impossible())
          .containsExactly("Alpine has no systemd");
      assertThat(needs("systemd-python", "235", Artifact.SDIST, TRIXIE).impossible()).isEmpty();
    }

    @Test
    void aProgramThatTheReleaseNoLongerHas() {
      assertThat(needs("pdfkit", "1.0.0", Artifact.WHEEL, TRIXIE).impossible()).hasSize(1);
      assertThat(needs("pdfkit", "1.0.0", Artifact.WHEEL, BOOKWORM).impossible()).isEmpty();
    }

    @Test
    void aLibraryThatIsTooOldThere() {
      assertThat(needs("gdal", "3.9.0", Artifact.SDIST, BOOKWORM).impossible())
          .singleElement()
          .asString()
          .contains("gdal", "3.9.0", "debian:12 has 3.6.2");
      assertThat(needs("gdal", "3.6.2", Artifact.SDIST, BOOKWORM).impossible()).isEmpty();
    }
  }

  @Nested
  class WhatItIsCalled {
    @Test
    void runPackagesFollowTheRelease() {
      assertThat(book.runPackages("libmagic", BOOKWORM)).containsExactly("libmagic1");
      assertThat(book.runPackages("libmagic", TRIXIE)).containsExactly("libmagic1t64");
      assertThat(book.runPackages("libmagic", ALPINE)).containsExactly("libmagic");
    }

    @Test
    void nothingIsInstalledThatTheImageHas() {
      assertThat(book.buildPackages("openssl", TRIXIE)).containsExactly("libssl-dev");
      assertThat(book.runPackages("openssl", TRIXIE)).isEmpty();
      assertThat(book.runPackages("libstdc++", TRIXIE)).isEmpty();
      assertThat(book.runPackages("libstdc++", ALPINE)).containsExactly("libstdc++");
    }

    @Test
    void anUnknownIdIsABug() {
      assertThatThrownBy(() -> book.runPackages("libnothing", TRIXIE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("libnothing");
    }
  }

  @Test
  void twinsAndBuildTimesStandBesideTheRules() {
    assertThat(book.twins(new PackageName("psycopg2")))
        .extracting(Twin::name)
        .containsExactly(new PackageName("psycopg2-binary"));
    assertThat(book.twins(new PackageName("surely-not-a-project"))).isEmpty();
    assertThat(book.buildTime(new PackageName("scipy"))).hasValue(new BuildDuration(748, true));
    assertThat(book.buildTime(new PackageName("surely-not-a-project"))).isEmpty();
  }

  @Test
  void aUsersOwnFilesAreLaidOverTheShippedOnes(@TempDir Path own) throws IOException {
    write(
        own,
        "packages/inhouse.json",
        """
        {
          "name": "inhouse",
          "rules": [
            {
              "build": ["c", "libinhouse"],
              "run": ["libinhouse", "libpq"],
              "evidence": [{"kind": "build-test", "what": "here"}]
            }
          ],
          "tests": [{"ignores": "1", "artifact": "wheel", "on": "debian:13"}]
        }
        """);
    write(
        own,
        "libraries/libinhouse.json",
        """
        {
          "id": "libinhouse",
          "kind": "library",
          "packages": {
            "debian": {"build": ["libinhouse-dev"], "run": ["libinhouse1"]},
            "alpine": {"absent": "not made for musl"}
          },
          "evidence": [{"kind": "build-test", "what": "here"}]
        }
        """);
    RuleBook laidOver = RuleBook.shipped(Optional.of(own));
    LibraryNeeds needs = needs(laidOver, "inhouse", "1", Artifact.SDIST, TRIXIE);
    assertThat(needs.runLibraries()).containsExactly("libinhouse", "libpq");
    assertThat(laidOver.buildPackages("libinhouse", BOOKWORM)).containsExactly("libinhouse-dev");
    assertThat(needs(laidOver, "inhouse", "1", Artifact.WHEEL, ALPINE).impossible())
        .containsExactly("not made for musl");
    assertThat(laidOver.runPackages("libmagic", TRIXIE)).containsExactly("libmagic1t64");
  }

  private LibraryNeeds needs(
      String name,
      String version,
      Artifact artifact,
      DistributionRelease distribution,
      String... installed) {
    return needs(book, name, version, artifact, distribution, installed);
  }

  private static LibraryNeeds needs(
      RuleBook book,
      String name,
      String version,
      Artifact artifact,
      DistributionRelease distribution,
      String... installed) {
    TargetPlatform target =
        new TargetPlatform(new PythonRelease(3, 13, 1), distribution.libc(), Architecture.AMD64);
    Set<PackageName> pinned =
        Arrays.stream(installed).map(PackageName::new).collect(Collectors.toSet());
    return book.needs(
        new PackageName(name), Version.parse(version), artifact, target, distribution, pinned);
  }

  private static void write(Path directory, String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
