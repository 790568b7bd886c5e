package wheelbase.baseimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.index.BuildSystem;
import wheelbase.index.PythonSources;
import wheelbase.index.SdistContents;
import wheelbase.index.WheelContents;
import wheelbase.platform.Architecture;

class SizeEstimateTest {
  private static PinSize pin(String name, double installed, double source, double compressed) {
    return new PinSize(
        name,
        Math.round(installed * 1e6),
        PythonSources.usual(Math.round(source * 1e6)),
        Math.round(compressed * 1e6),
        true);
  }

  private static SizeEstimate estimate(String tag, PackageWeight libraries, PinSize... pins) {
    return SizeEstimate.of(
        Images.image(tag),
        Architecture.AMD64,
        libraries,
        List.of(pins),
        VirtualEnvironment.WITHOUT_PIP,
        0);
  }

  /**
   * Real installs, MB: unpacked wheels, their .py files, what was on disk with bytecode. How much
   * of the sources was tests is not known here.
   */
  @ParameterizedTest
  @CsvSource({
    "3.11, flask gunicorn requests, 5.1, 4.07, 10.1, 5",
    "3.11, fastapi uvicorn sqlalchemy psycopg2-binary alembic, 41.3, 14.96, 59.3, 4",
    "3.11, numpy pandas matplotlib requests plotly, 217.0, 66.2, 308.6, 1.5",
    "3.11, scikit-learn pandas fastapi uvicorn, 256.0, 73.0, 358.4, 1.8",
    "3.11, boto3 requests pydantic, 31.6, 5.78, 38.2, 3.2",
    "3.11, streamlit pandas plotly, 408.3, 69.3, 501.7, 1",
    "3.11, transformers torch, 891.9, 158.6, 1103, 1",
    "3.11, flask flask-sqlalchemy psycopg2-binary redis pyjwt, 35.6, 14.5, 53.5, 3.2",
    "3.10, fastapi sqlalchemy psycopg2-binary alembic django, 63.042, 20.954, 80.031, 1.1",
    "3.12, fastapi sqlalchemy psycopg2-binary alembic django, 66.298, 21.432, 90.686, 2",
    "3.13, fastapi sqlalchemy psycopg2-binary alembic django, 66.059, 21.432, 90.477, 1.5",
  })
  void foretellsWhatInstallsWeigh(
      String series,
      String packages,
      double unpacked,
      double source,
      double measured,
      double percentOff) {
    SizeEstimate estimate =
        estimate(series + "-slim-trixie", PackageWeight.NONE, pin(packages, unpacked, source, 0));
    long foretold =
        estimate.parts().get(SizePart.DEPENDENCIES) + estimate.parts().get(SizePart.BYTECODE);
    assertThat(foretold / 1e6).isCloseTo(measured, within(measured * percentOff / 100));
  }

  /**
   * Published image sizes, MB. Their bases were other builds of the same tags: the base of the
   * measurement stands in for ours.
   */
  @ParameterizedTest
  @CsvSource({
    // wheel pandas numpy matplotlib requests plotly, pip in the environment
    "3.10-slim-bookworm, 154, 217.0, 66.2, WITH_PIP, 483, 10",
    // fastapi uvicorn sqlalchemy psycopg2 alembic
    "3.12-slim-bookworm, 124, 42.4, 14.96, WITHOUT_PIP, 180, 15",
    "3.12-alpine3.24, 48.7, 42.4, 14.96, WITHOUT_PIP, 120, 15",
    // numpy alone: 156 to 224, and 56.5 to 122
    "3.12-slim-bookworm, 156, 57, 14.9, WITHOUT_PIP, 224, 5",
    "3.12-alpine3.24, 56.5, 57, 14.9, WITHOUT_PIP, 122, 8",
  })
  void foretellsPublishedImages(
      String tag,
      double base,
      double unpacked,
      double source,
      VirtualEnvironment environment,
      double published,
      double percentOff) {
    BaseImage image = Images.image(tag);
    SizeEstimate estimate =
        SizeEstimate.of(
            image,
            Architecture.AMD64,
            PackageWeight.NONE,
            List.of(pin("all", unpacked, source, 0)),
            environment,
            0);
    double shifted = (estimate.onDisk() - image.onDisk().get(Architecture.AMD64)) / 1e6 + base;
    assertThat(shifted).isCloseTo(published, within(published * percentOff / 100));
  }

  /** Bases as a pull request of 2025-06 saw them: slim 124, Alpine 48.7. */
  @ParameterizedTest
  @CsvSource({"3.12-slim-bookworm, 124", "3.12-alpine3.24, 48.7"})
  void startsFromTheBase(String tag, double published) {
    assertThat(estimate(tag, PackageWeight.NONE).onDisk() / 1e6)
        .isCloseTo(published, within(published * 0.05));
  }

  @Test
  void addsUpItsParts() {
    SizeEstimate estimate =
        SizeEstimate.of(
            Images.image("3.13-slim-trixie"),
            Architecture.AMD64,
            new PackageWeight(List.of("libpq5"), 3_000_000, 1_000_000, List.of(), false),
            List.of(pin("django", 20, 10, 8)),
            VirtualEnvironment.WITH_PIP,
            6_000_000);
    assertThat(estimate.parts())
        .containsExactly(
            Map.entry(SizePart.BASE, 118_060_000L),
            Map.entry(SizePart.SYSTEM_LIBRARIES, 3_000_000L),
            Map.entry(SizePart.DEPENDENCIES, 20_000_000L),
            Map.entry(SizePart.BYTECODE, 11_892_180L),
            Map.entry(SizePart.ENVIRONMENT, 11_400_000L),
            Map.entry(SizePart.APPLICATION, 6_000_000L));
    assertThat(estimate.onDisk()).isEqualTo(170_352_180L);
    assertThat(estimate.toPull())
        .isEqualTo(42_960_000L + 1_000_000 + 8_400_000 + 3_924_419 + 3_800_000 + 2_000_000);
    assertThat(estimate.method()).isEqualTo(SizeEstimate.Method.EXACT);
  }

  @Test
  void withoutAnEnvironmentItIsLighterByThat() {
    SizeEstimate venv = estimate("3.13-slim-trixie", PackageWeight.NONE, pin("django", 20, 10, 8));
    SizeEstimate prefix = venv.withoutEnvironment();
    assertThat(venv.onDisk() - prefix.onDisk()).isEqualTo(40_000);
    assertThat(venv.toPull() - prefix.toPull()).isEqualTo(40_000 / 3);
    assertThat(prefix.parts().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(prefix.onDisk());
    assertThat(prefix.withoutEnvironment()).isEqualTo(prefix);
  }

  @Test
  void namesTheFiveHeaviest() {
    SizeEstimate estimate =
        estimate(
            "3.13-slim-trixie",
            PackageWeight.NONE,
            pin("e", 2, 0, 0),
            pin("a", 1, 0, 0),
            pin("f", 9, 0, 0),
            pin("c", 2, 0, 0),
            pin("d", 3, 0, 0),
            pin("b", 1, 0, 0));
    assertThat(estimate.heaviest())
        .extracting(PinSize::name)
        .containsExactly("f", "d", "c", "e", "a");
  }

  @Test
  void admitsToGuessing() {
    PinSize guessed = PinSize.ofWheel("x", true, OptionalLong.of(1_000_000), Optional.empty());
    assertThat(estimate("3.13-slim-trixie", PackageWeight.NONE, guessed).method())
        .isEqualTo(SizeEstimate.Method.ESTIMATED);
    PackageWeight alpine = PackageWeight.of(Images.image("3.13-alpine3.24"), List.of("libpq"));
    assertThat(estimate("3.13-alpine3.24", alpine, pin("x", 1, 1, 1)).method())
        .isEqualTo(SizeEstimate.Method.ESTIMATED);
  }

  @Test
  void guessesAWheelFromItsFile() {
    assertThat(PinSize.ofWheel("x", true, OptionalLong.of(1_000_000), Optional.empty()))
        .isEqualTo(new PinSize("x", 3_300_000, PythonSources.usual(1_254_000), 1_000_000, false));
    assertThat(PinSize.ofWheel("x", false, OptionalLong.of(1_000_000), Optional.empty()))
        .isEqualTo(new PinSize("x", 2_800_000, PythonSources.usual(168_000), 1_000_000, false));
    assertThat(PinSize.ofWheel("x", true, OptionalLong.empty(), Optional.empty()))
        .isEqualTo(PinSize.unknown("x"));
  }

  @Test
  void readsAWheelFromItsDirectory() {
    Optional<WheelContents> contents = Optional.of(new WheelContents(9_000_000, 70_000, List.of()));
    assertThat(PinSize.ofWheel("x", false, OptionalLong.of(3_000_000), contents))
        .isEqualTo(new PinSize("x", 9_000_000, PythonSources.usual(70_000), 3_000_000, true));
    assertThat(PinSize.ofWheel("x", false, OptionalLong.empty(), contents).exact()).isFalse();
  }

  @Test
  void guessesAnSdist() {
    SdistContents compiled =
        new SdistContents(
            Set.of(SdistContents.Language.C),
            List.of("setup.py"),
            BuildSystem.UNREAD,
            2_000_000,
            100_000);
    assertThat(PinSize.ofSdist("x", OptionalLong.of(400_000), Optional.of(compiled)))
        .isEqualTo(new PinSize("x", 900_000, PythonSources.usual(100_000), 272_727, false));
    SdistContents pure =
        new SdistContents(Set.of(), List.of(), BuildSystem.UNREAD, 2_000_000, 300_000);
    assertThat(PinSize.ofSdist("x", OptionalLong.of(400_000), Optional.of(pure)).installed())
        .isEqualTo(300_000);
  }
}
