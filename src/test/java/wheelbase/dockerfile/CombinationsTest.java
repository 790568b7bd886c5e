package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.requirements.LockFormat;
import wheelbase.requirements.Selection;

class CombinationsTest {
  private static Requests locked(LockFormat format, String file) {
    return Requests.slim().lock(format, file, Selection.NONE);
  }

  private static Requests uv() {
    return Requests.slim().installer(Installer.UV).hashes().complete();
  }

  static Stream<Arguments> together() {
    ImageTest pytest = new ImageTest.Command("pytest -q");
    return Stream.of(
        Arguments.of("ERROR uv-makes-no-wheels", uv().layout(Layout.WHEELHOUSE)),
        Arguments.of("", uv().layout(Layout.PREFIX)),
        Arguments.of("", uv().layout(Layout.USER)),
        Arguments.of("NOTE uv-resolves-itself", Requests.slim().installer(Installer.UV)),
        Arguments.of(
            "ERROR layout-beside-lock",
            locked(LockFormat.POETRY, "poetry.lock").layout(Layout.PREFIX)),
        Arguments.of(
            "ERROR uv-beside-lock",
            locked(LockFormat.PIPENV, "Pipfile.lock").installer(Installer.UV)),
        Arguments.of("", locked(LockFormat.UV, "uv.lock").installer(Installer.UV)),
        Arguments.of("", locked(LockFormat.PYLOCK, "pylock.toml").installer(Installer.UV)),
        Arguments.of("ERROR no-full-image", Requests.alpine().builder(BuilderKind.FULL)),
        Arguments.of("", Requests.slim().builder(BuilderKind.FULL)),
        Arguments.of(
            "ERROR two-versions",
            Requests.bookworm().layout(Layout.PREFIX).installed("flask", "setuptools")),
        Arguments.of("", Requests.slim().layout(Layout.PREFIX).installed("flask", "setuptools")),
        Arguments.of(
            "ERROR two-versions", Requests.slim().layout(Layout.PREFIX).installed("flask", "pip")),
        Arguments.of("", Requests.bookworm().layout(Layout.WHEELHOUSE).installed("setuptools")),
        Arguments.of("WARNING no-test-runner", Requests.slim().test(pytest).installed("flask")),
        Arguments.of("", Requests.slim().test(pytest).installed("flask", "pytest")),
        Arguments.of("", Requests.slim().test(new ImageTest.Command("python -m unittest"))),
        Arguments.of("", Requests.slim().test(new ImageTest.Imports())));
  }

  @ParameterizedTest
  @MethodSource("together")
  void saysWhatDoesNotGoTogether(String expected, Requests requests) {
    List<Diagnostic> said = Combinations.refused(requests.request());
    assertThat(said)
        .extracting(each -> each.severity() + " " + each.id())
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    assertThat(said).allSatisfy(each -> assertThat(each.hint()).isPresent());
    assertThat(requests.plan().diagnostics()).containsAll(said);
  }
}
