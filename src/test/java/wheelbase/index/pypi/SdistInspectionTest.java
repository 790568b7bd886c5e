package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wheelbase.index.SdistContents;
import wheelbase.index.SdistContents.Language;

/** Does building it compile anything? Each case is the shape of a kind of project. */
class SdistInspectionTest {
  private final Map<String, String> files = new LinkedHashMap<>();

  private SdistInspectionTest with(String path, String text) {
    files.put(path, text);
    return this;
  }

  private SdistContents inspect() {
    SdistArchive archive = new SdistArchive();
    files.forEach(
        (path, text) -> {
          archive.add(path, text.length());
          if (SdistArchive.isTelling(path)) {
            archive.addText(path, text);
          }
        });
    archive.finish();
    SdistContents contents = SdistInspection.of(archive);
    assertThat(SdistInspection.fromBytes(SdistInspection.toBytes(contents))).contains(contents);
    return contents;
  }

  @Test
  void pythonOnlyIsPure() {
    SdistContents contents =
        with("setup.py", "setup(name='foo', ext_modules=[])\n").with("foo.py", "").inspect();

    assertThat(contents.compiles()).isFalse();
    assertThat(contents.evidence()).isEmpty();
  }

  @Test
  void sourcesThatNothingBuildsAreNoReason() {
    assertThat(
            with("setup.py", "setup(name='foo')\n")
                .with("foo/templates/hello.c", "")
                .with("tests/x.c", "")
                .inspect()
                .compiles())
        .isFalse();
  }

  @Test
  void extensionsCompileWhatTheyAreWrittenIn() {
    SdistContents contents =
        with(
                "setup.py",
                "from setuptools import Extension\nsetup(ext_modules=[Extension('a', s)])\n")
            .with("src/a.cpp", "")
            .with("docs/b.c", "")
            .inspect();

    assertThat(contents.languages()).containsExactly(Language.CPLUSPLUS);
    assertThat(contents.evidence()).containsExactly("setup.py:2: Extension", "src/a.cpp");
  }

  @Test
  void cythonThatComesTranslatedIsC() {
    with("setup.py", "ext = cythonize([Extension('a', ['a.pyx'])])\n").with("a.pyx", "");
    assertThat(inspect().languages()).containsExactly(Language.CYTHON);
    with("a.c", "");
    assertThat(inspect().languages()).containsExactly(Language.C);
  }

  @Test
  void extensionsOfOtherSystemsAreNone() {
    assertThat(
            with(
                    "setup.py",
                    "ext_modules = []\nif sys.platform == 'darwin':\n"
                        + "    ext_modules = [\n        Extension('a', ['a.c']),\n    ]\n"
                        + "setup(cmdclass=c, ext_modules=ext_modules)\n")
                .with("a.c", "")
                .inspect()
                .compiles())
        .isFalse();
  }

  @Test
  void extensionsThatMayFailAreOptional() {
    String retry =
        "def run_setup(ext):\n    setup(ext_modules=ext)\n"
            + "try:\n    run_setup([Extension('a', ['a.c'])])\n"
            + "except BuildFailed:\n    print('''no\nspeed''')\n    run_setup([])\n";
    SdistContents contents = with("setup.py", retry).with("a.c", "").inspect();

    assertThat(contents.compiles()).isFalse();
    assertThat(contents.optionalLanguages()).containsExactly(Language.C);
    assertThat(contents.evidence()).contains("setup.py:5: optional: except BuildFailed:");

    with("setup.py", "setup(ext_modules=[Extension('a', ['a.c'], optional=True)])");
    assertThat(inspect().compiles()).isFalse();
  }

  @Test
  void aHandlerThatRaisesAgainIsNoFallback() {
    with(
            "setup.py",
            "class b(build_ext):\n    def build_extension(self, e):\n        try:\n"
                + "            build_ext.build_extension(self, e)\n        except CompileError:\n"
                + "            sys.stderr.write(\"\"\"\nYou need a compiler.\n\"\"\")\n"
                + "            raise\nsetup(ext_modules=[Extension('a', ['a.c'])])\n")
        .with("a.c", "");
    assertThat(inspect().languages()).containsExactly(Language.C);
  }

  @Test
  void buildingTheSameAgainIsNoFallback() {
    String script =
        "try:\n    run_setup(EXTENSIONS)\nexcept BuildFailed:\n    if not optional:\n"
            + "        raise\n    EXTENSIONS.remove(one)\n    run_setup(EXTENSIONS)\n";
    with("setup.py", "EXTENSIONS = [Extension('a', ['a.c'])]\n" + script).with("a.c", "");
    assertThat(inspect().languages()).containsExactly(Language.C);

    with(
        "setup.py",
        "E = [Extension('a', ['a.c'])]\n"
            + script.replaceFirst("(?s)(.*)run_setup\\(EXTENSIONS\\)", "$1run_setup([])"));
    assertThat(inspect().compiles()).isFalse();
  }

  @Test
  void theBackendTells() {
    with("pyproject.toml", backend("maturin", "maturin>=1,<2")).with("src/lib.rs", "");
    assertThat(inspect().languages()).containsExactly(Language.RUST);
    assertThat(inspect().buildSystem().requires()).containsExactly("maturin>=1,<2");

    files.clear();
    with("pyproject.toml", backend("hatchling.build", "hatchling")).with("a/speedups.c", "");
    assertThat(inspect().compiles()).isFalse();

    files.clear();
    with("pyproject.toml", backend("mesonpy", "meson-python")).with("a/f.f90", "");
    assertThat(inspect().languages()).containsExactly(Language.FORTRAN);

    files.clear();
    with(
        "pyproject.toml",
        backend("setuptools.build_meta", "setuptools-rust")
            + "[tool.setuptools-rust]\next-modules = [{ target = 'a' }]\n");
    assertThat(inspect().languages()).containsExactly(Language.RUST);
  }

  private static String backend(String name, String requires) {
    return "[build-system]\nbuild-backend = '" + name + "'\nrequires = ['" + requires + "']\n";
  }

  @Test
  void aSetupThatFailedWholeLeavesNoWheel() {
    String setup =
        "import x\ntry:\n    setup(ext_modules=[Extension('a', s)])\nexcept Exception as e:\n"
            + "    log(e)\n";
    assertThat(with("setup.py", setup).with("a.c", "").inspect().compiles()).isTrue();
    assertThat(with("setup.py", setup + "    setup()\n").inspect().compiles()).isFalse();
    assertThat(
            with("setup.py", setup + "    failed = 1\nif failed:\n    setup()\n")
                .inspect()
                .compiles())
        .isFalse();
  }
}
