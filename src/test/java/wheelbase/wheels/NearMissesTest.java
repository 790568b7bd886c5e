package wheelbase.wheels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.index.ProjectPage;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.Libc;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Candidates;
import wheelbase.resolver.ResolutionRequest.Formats;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.Targets;

class NearMissesTest {
  private static final TargetPlatform SLIM =
      Targets.target(13, Libc.glibc(2, 36), Architecture.AMD64);
  private static final TargetPlatform ALPINE =
      Targets.target(13, Libc.musl(1, 2), Architecture.ARM64);

  /** Releases as real projects have them, made small. */
  private static final List<String> PAGE =
      List.of(
          // grpcio: every Python and system, one wheel each
          "grpcio 1.76 {wheel=cp314-cp314-manylinux2014_x86_64}",
          "grpcio 1.76 {wheel=cp312-cp312-musllinux_1_2_aarch64}",
          "grpcio 1.76 {wheel=cp311-cp311-musllinux_1_2_aarch64}",
          "grpcio 1.76 {wheel=cp312-cp312-musllinux_1_2_x86_64}",
          "grpcio 1.76 {wheel=cp313-cp313-macosx_11_0_universal2}",
          "grpcio 1.76 {wheel=cp313-cp313-win32}",
          "grpcio 1.76 {wheel=cp313-cp313-win_amd64}",
          "grpcio 1.76 {wheel=cp313-cp313-manylinux2014_aarch64}",
          "grpcio 1.76 {sdist}",
          // torch: no sdist, the newest glibc only
          "torch 2 {wheel=cp313-cp313-manylinux_2_39_x86_64}",
          "torch 2 {wheel=cp313-cp313-manylinux_2_38_x86_64}",
          "torch 2 {wheel=cp313-cp313t-manylinux_2_28_x86_64}",
          "torch 2 {wheel=cp312-none-macosx_11_0_arm64}",
          // cryptography: one wheel for all Pythons from one on
          "cryptography 47 {wheel=cp314-abi3-manylinux_2_28_x86_64}",
          "cryptography 47 {wheel=cp314-cp314t-manylinux_2_28_x86_64}",
          "cryptography 46 {wheel=cp38-abi3-manylinux_2_28_x86_64}",
          // numpy: an older Python wanted
          "numpy 2.3 {wheel=py3-none-any, python=>=3.14}",
          "numpy 2.2 {wheel=py3-none-any}",
          "numpy 2.2rc1 {wheel=py3-none-any}",
          // psycopg2: nothing but the source
          "psycopg2 2.9 {sdist}",
          "psycopg2 2.8 {sdist}",
          // lxml: the wheel was taken back
          "lxml 6 {wheel=py3-none-any, yanked}",
          "lxml 6.1 {wheel=cp313-cp313-manylinux_2_28_x86_64, yanked}",
          "lxml 7rc1 {wheel=cp313-cp313-manylinux_2_28_x86_64}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          torch 2         | libc-too-old cp313-cp313-manylinux_2_38_x86_64 +1: needs glibc 2.38, the image has 2.36
          torch 2         | abi cp313-cp313t-manylinux_2_28_x86_64: for free-threaded Python only
          torch 2         | several cp312-none-macosx_11_0_arm64: for macOS only, for Python 3.12 only
          cryptography 47 | python cp314-abi3-manylinux_2_28_x86_64: for Python 3.14 or later
          cryptography 47 | several cp314-cp314t-manylinux_2_28_x86_64: for free-threaded Python only, for Python 3.14 only
          cryptography 47 | other-version cp38-abi3-manylinux_2_28_x86_64: the older version 46 has one
          numpy 2.3       | requires-python py3-none-any: Requires-Python >=3.14
          numpy 2.3       | other-version py3-none-any: the older version 2.2 has one
          grpcio 1.76     | python cp314-cp314-manylinux2014_x86_64: for Python 3.14 only
          grpcio 1.76     | architecture cp313-cp313-manylinux2014_aarch64: for another architecture
          grpcio 1.76     | platform cp313-cp313-macosx_11_0_universal2 +2: for macOS only
          grpcio 1.76     | several cp312-cp312-musllinux_1_2_x86_64 +2: needs musl, the image has glibc, for Python 3.12 only
          psycopg2 2.9    | no-wheel: there is no wheel of this version for any platform
          lxml 6          | yanked py3-none-any: yanked
          """)
  void theOneThingThatDoesNotFitIsNamed(String release, String expected) {
    assertThat(misses(release, SLIM, Formats.ANY)).contains(expected);
  }

  @Test
  void theNearestComesFirst() {
    assertThat(kinds("grpcio 1.76", ALPINE))
        .containsExactly("python", "libc-kind", "several", "platform");
    assertThat(kinds("grpcio 1.76", SLIM))
        .containsExactly("python", "architecture", "several", "platform");
    assertThat(kinds("torch 2", SLIM)).containsExactly("libc-too-old", "abi", "several");
    assertThat(kinds("lxml 6.1", ALPINE)).containsExactly("several");
  }

  @Test
  void wheelsThatTheUserRulesOutAreNotOffered() {
    Formats none = new Formats(Set.of("numpy"), Set.of(), false);
    assertThat(misses("numpy 2.2", SLIM, none))
        .containsExactly("ruled-out py3-none-any: wheels of it are ruled out");
  }

  private static List<String> kinds(String release, TargetPlatform target) {
    return misses(release, target, Formats.ANY).stream()
        .map(miss -> miss.replaceFirst("[ :].*", ""))
        .toList();
  }

  private static List<String> misses(String release, TargetPlatform target, Formats formats) {
    String[] words = release.split(" ");
    ProjectPage page =
        MiniIndex.of(PAGE.toArray(String[]::new)).page(new PackageName(words[0])).join();
    return new NearMisses(target, Candidates.of(page, target, formats))
        .of(page, Version.parse(words[1])).stream().map(NearMissesTest::shown).toList();
  }

  /** {@code python cp312-cp312-win32 +3: for Python 3.12 only}. */
  private static String shown(Reason reason) {
    String tags = reason.file().replaceFirst("^[^-]+-[^-]+-", " ").replace(".whl", "");
    String more = reason.more() == 0 ? "" : " +" + reason.more();
    return reason.id() + tags + more + ": " + reason.message();
  }
}
