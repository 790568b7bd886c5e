package wheelbase.baseimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.index.PythonSources;
import wheelbase.index.SdistContents.Language;

class BuildTimeTest {
  /** apt on two cores, seconds: 7.5 to 13.9, 17.6 to 20.3, 1.3 to 1.7. */
  @ParameterizedTest
  @CsvSource({"build-essential, 7, 14", "ffmpeg, 13, 21", "libpq5, 1, 3"})
  void aptIsAsFastAsMeasured(String name, int least, int most) {
    PackageWeight packages = PackageWeight.of(Images.image("3.12-slim-trixie"), List.of(name));
    assertThat(BuildTime.seconds(packages, PackageWeight.NONE, List.of(), List.of()))
        .isBetween(least, most);
  }

  /** pip: 217 MB with 66 MB of .py in 4.0 s and 12.8 s. */
  @Test
  void pipIsAsFastAsMeasured() {
    PinSize pins = new PinSize("all", 217_000_000, PythonSources.usual(66_000_000), 0, true);
    assertThat(BuildTime.seconds(PackageWeight.NONE, PackageWeight.NONE, List.of(), List.of(pins)))
        .isEqualTo(17);
  }

  @Test
  void sourceBuildsAddUp() {
    assertThat(
            BuildTime.seconds(PackageWeight.NONE, PackageWeight.NONE, List.of(40, 200), List.of()))
        .isEqualTo(240);
  }

  /** psycopg2, cryptography, grpcio, scipy by the size of their sdists, and one without C. */
  @ParameterizedTest
  @CsvSource({
    "C, 380000, 10, 40",
    "RUST, 700000, 60, 240",
    "CPLUSPLUS, 12500000, 600, 1800",
    "FORTRAN, 30000000, 600, 2400",
    "C, 900000000, 2400, 2400",
    ", 5000000, 2, 5",
  })
  void typicalSourceBuilds(Language language, long bytes, int least, int most) {
    Set<Language> languages = language == null ? EnumSet.noneOf(Language.class) : Set.of(language);
    assertThat(BuildTime.ofSdist(languages, bytes)).isBetween(least, most);
  }
}
