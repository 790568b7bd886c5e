package wheelbase.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wheelbase.index.SdistFiles;
import wheelbase.syslibs.Provided;

class SourceReadingTest {
  /** A fact in a word or two: {@code LINK pq 3}, with a question mark where it is not certain. */
  private static List<String> facts(Map<String, String> files) {
    return SourceReading.of(SdistFiles.of(files), Provided.shipped()).facts().stream()
        .map(
            fact ->
                fact.kind()
                    + " "
                    + fact.name()
                    + (fact.certain() ? " " : "? ")
                    + fact.place().line())
        .distinct()
        .toList();
  }

  private static Stream<Arguments> setupScripts() {
    return Stream.of(
        Arguments.of("Extension('a', ['a.c'], libraries=['pq'])", List.of("LINK pq 1")),
        Arguments.of("x = dict(libraries=['pq', 'm', 'pthread'])", List.of("LINK pq 1")),
        Arguments.of("x = {'libraries': ['pq']}", List.of("LINK pq 1")),
        Arguments.of("\n\next.libraries.append('pq')", List.of("LINK pq 3")),
        Arguments.of("libs = ['pq']\nE(libraries=libs)", List.of("LINK pq 1")),
        Arguments.of("mine = ['what']\nE(libraries=mine)", List.of("LINK what 1")),
        Arguments.of("libraries = [\n  'pq',  # a comment 'no'\n]", List.of("LINK pq 2")),
        Arguments.of("E(libraries=['pq'] if win else ['ssl'])", List.of("LINK pq 1", "LINK ssl 1")),
        Arguments.of("E(library_dirs=['pq'], runtime_library_dirs=['ssl'])", List.of()),
        Arguments.of("setup(libraries=[('own', {'sources': ['a.c']})])", List.of()),
        Arguments.of("# libraries=['pq']\n\"\"\"libraries=['pq']\"\"\"", List.of()),
        Arguments.of("E(libraries=['stdc++'])", List.of("COMPILER c++ 1")),
        Arguments.of("E('a', ['a.pyx'], language='c++')", List.of("COMPILER c++ 1")),
        Arguments.of("options = {'language': 'C++'}", List.of("COMPILER c++ 1")),
        Arguments.of("setup(language='en')", List.of()),
        Arguments.of(
            "import subprocess\nfor c in ['make -C src']:\n  run(c)", List.of("PROGRAM make 2")),
        Arguments.of(
            "import subprocess\nbuild(commands=[['autoreconf', '-i']])",
            List.of("PROGRAM autoreconf 2")),
        Arguments.of("keywords = ['make', 'build']", List.of("PROGRAM make? 1")),
        Arguments.of("check_output(['git', 'describe'])", List.of()),
        Arguments.of("E(libraries=[os.environ.get('BLAS_LIB', 'blas')])", List.of("LINK blas 1")),
        Arguments.of(
            "if sys.platform == 'win32':\n  libraries = ['wsock']\nelse:\n  libraries = ['pq']",
            List.of("LINK pq 4")),
        Arguments.of(
            "if not sys.platform.startswith('win'):\n  libraries = ['pq']\nelse:\n  libraries = []",
            List.of("LINK pq 2")),
        Arguments.of("if wanted:\n    libraries.append('pq')", List.of("LINK pq? 2")),
        Arguments.of("def on_windows():\n    libraries = ['pq']", List.of()),
        Arguments.of("E(extra_link_args=['-lpq', '-O2'])", List.of("LINK pq 1")),
        Arguments.of("E(extra_link_args=['-fopenmp'])", List.of("LINK gomp 1")),
        Arguments.of("find_library_file(dirs, 'jpeg')", List.of("LINK jpeg? 1")),
        Arguments.of(
            "check_output(['pkg-config', '--libs', 'libxml-2.0'])",
            List.of("MODULE libxml-2.0 1", "PROGRAM pkg-config? 1")),
        Arguments.of("pkgconfig.parse('libxml-2.0')", List.of("MODULE libxml-2.0 1")),
        Arguments.of(
            "os.popen('pkg-config --libs what-4')",
            List.of("MODULE what-4 1", "PROGRAM pkg-config? 1")),
        Arguments.of("run([os.environ.get('X', 'pg_config')])", List.of("PROGRAM pg_config 1")),
        Arguments.of("get(f'{where}/krb5-config --libs gssapi')", List.of("PROGRAM krb5-config 1")),
        Arguments.of("print('pg_config was not found, sorry')", List.of("PROGRAM pg_config? 1")),
        Arguments.of(
            "setup(setup_requires=['cffi>=1', \"numpy\"])",
            List.of("BUILD_REQUIREMENT cffi>=1 1", "BUILD_REQUIREMENT numpy 1")),
        Arguments.of("Extension('a', sources=['a.i'])", List.of("PROGRAM swig 1")),
        Arguments.of("subprocess.check_call(['make', '-j4'])", List.of("PROGRAM make 1")));
  }

  @ParameterizedTest
  @MethodSource("setupScripts")
  void ofASetupScript(String setupPy, List<String> expected) {
    assertThat(facts(Map.of("setup.py", setupPy))).isEqualTo(expected);
  }

  private static Stream<Arguments> otherFiles() {
    return Stream.of(
        Arguments.of(
            "setup.cfg", "[build_ext]\nlibraries = pq\n  ssl", List.of("LINK pq 2", "LINK ssl 2")),
        Arguments.of("setup.cfg", "[x]\nlibrary_dirs = pq", List.of()),
        Arguments.of("meson.build", "d = dependency('libpq')", List.of("MODULE libpq 1")),
        Arguments.of(
            "meson.build", "dependency('libpq', required: false)", List.of("MODULE libpq? 1")),
        Arguments.of("meson.build", "dependency('a-1', version: '>=2')", List.of("MODULE a-1 1")),
        Arguments.of(
            "meson.build",
            "if host_machine.system() == 'windows'\n dependency('a')\nendif\ndependency('b')",
            List.of("MODULE b 4")),
        Arguments.of("meson.build", "if x\n dependency('b')\nendif", List.of("MODULE b? 2")),
        Arguments.of("meson.build", "cc.find_library('pq')", List.of("LINK pq 1")),
        Arguments.of(
            "meson.build", "project('x', 'c', 'cpp')", List.of("COMPILER c 1", "COMPILER c++ 1")),
        Arguments.of(
            "CMakeLists.txt", "find_package(OpenSSL REQUIRED)", List.of("CMAKE_PACKAGE OpenSSL 1")),
        Arguments.of(
            "CMakeLists.txt", "find_package(OpenSSL)", List.of("CMAKE_PACKAGE OpenSSL? 1")),
        Arguments.of("CMakeLists.txt", "# find_package(X)\nfind_package(Python)", List.of()),
        Arguments.of(
            "CMakeLists.txt",
            "if(WIN32)\nfind_package(A REQUIRED)\nelse()\nfind_package(B REQUIRED)\nendif()",
            List.of("CMAKE_PACKAGE B 4")),
        Arguments.of(
            "CMakeLists.txt",
            "pkg_check_modules(PQ REQUIRED IMPORTED_TARGET libpq>=10)",
            List.of("MODULE libpq 1")),
        Arguments.of(
            "CMakeLists.txt",
            "FetchContent_Declare(a GIT_REPOSITORY https://a.test/a)",
            List.of("PROGRAM git 1")),
        Arguments.of("Makefile", "L += $(shell pkg-config glib-2.0 --libs)", List.of()),
        Arguments.of(
            "configure.ac",
            "PKG_CHECK_MODULES([PQ], [libpq >= 10])\nAC_CHECK_LIB([z], [f])",
            List.of("LINK z? 2", "MODULE libpq 1")),
        Arguments.of(
            "configure.ac",
            "PKG_CHECK_MODULES(PQ, libpq, [have=yes], [have=no])",
            List.of("MODULE libpq? 1")),
        Arguments.of("a.c", "#include <libpq-fe.h>", List.of("HEADER libpq-fe.h 1")),
        Arguments.of(
            "a.c", "#ifdef X\n#include <libpq-fe.h>\n#endif", List.of("HEADER libpq-fe.h? 2")),
        Arguments.of(
            "a.h",
            "#ifndef A_H\n#define A_H\n#include <libpq-fe.h>\n#endif",
            List.of("HEADER libpq-fe.h 3")),
        Arguments.of("tests/a.c", "#include <libpq-fe.h>", List.of()),
        Arguments.of("vendor/a.c", "#include <libpq-fe.h>", List.of()),
        Arguments.of(
            "a.pyx",
            "# distutils: libraries = pq\ncdef extern from \"libpq-fe.h\":",
            List.of("LINK pq 1", "HEADER libpq-fe.h 2")),
        Arguments.of(
            "Cargo.lock",
            "version = 3\n[[package]]\nname = \"openssl-sys\"\n",
            List.of("CRATE openssl-sys? 3")),
        Arguments.of(
            "Cargo.lock",
            "[[package]]\nname = \"openssl-sys\"\n[[package]]\nname = \"openssl-src\"\n",
            List.of("BUNDLED openssl 2")),
        Arguments.of("Cargo.lock", "[[package]]\nname = \"libz-sys\"\n", List.of("BUNDLED zlib 2")),
        Arguments.of(
            "Cargo.toml",
            "[package]\nedition = \"2021\"\nrust-version = \"1.70\"",
            List.of("RUST_VERSION 1.70 3")),
        Arguments.of("Cargo.toml", "[package]\nedition = \"2024\"", List.of("RUST_VERSION 1.85 2")),
        Arguments.of(
            "pyproject.toml",
            "[external]\nhost-requires = [\"dep:generic/libpq\"]",
            List.of("EXTERNAL libpq 2")),
        Arguments.of("pkg/a.py", "ctypes.CDLL('libmagic.so.1')", List.of("LOADED magic? 1")),
        Arguments.of("pkg/a.py", "find_library('magic')", List.of("LOADED magic? 1")));
  }

  @ParameterizedTest
  @MethodSource("otherFiles")
  void ofAnotherFile(String path, String text, List<String> expected) {
    assertThat(facts(Map.of(path, text))).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whatASetupScriptImportsIsReadToo_andNoOtherModule() {
    assertThat(
            facts(
                Map.of(
                    "setup.py", "from setupinfo import x",
                    "setupinfo.py", "libraries = ['pq']",
                    "other.py", "libraries = ['ssl']")))
        .containsExactly("LINK pq 1");
  }

  @Test
  void aFileThatCffiIsPointedToIsReadToo() {
    assertThat(
            facts(
                Map.of(
                    "setup.py", "setup(cffi_modules=['src/build_x.py:ffi'])",
                    "src/build_x.py", "ffi.set_source('x', '', libraries=['pq'])")))
        .containsExactly("LINK pq 1");
  }

  @Test
  void aHeaderInTheSdistNeedsNoLibrary() {
    Map<String, String> files = new TreeMap<>();
    files.put("a.c", "#include \"zlib.h\"");
    files.put("vendor/zlib/zlib.h", "");
    assertThat(facts(files)).containsExactly("BUNDLED zlib? 1");
  }

  @Test
  void aMesonFileGoesOnToItsDirectories() {
    assertThat(
            facts(
                Map.of(
                    "meson.build", "project('x')\nsubdir('src')",
                    "src/meson.build", "dependency('libpq')",
                    "else/meson.build", "dependency('openssl')")))
        .containsExactly("MODULE libpq 1");
  }

  /** Whatever a file holds, reading it ends, and without a fault. */
  @Test
  void noTextIsTooStrange() {
    Random random = new Random(7);
    String pieces = "()[]{}'\"\\#\n\t =:,.-lif else libraries pkg-config if( endif() \"\"\" <>&|";
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int at = 0; at < 400; at++) {
        int start = random.nextInt(pieces.length());
        text.append(pieces, start, Math.min(pieces.length(), start + 1 + random.nextInt(9)));
      }
      Map<String, String> files = new TreeMap<>();
      for (String path :
          Set.of(
              "setup.py",
              "setup.cfg",
              "pyproject.toml",
              "meson.build",
              "CMakeLists.txt",
              "configure.ac",
              "Cargo.toml",
              "Cargo.lock",
              "a.c",
              "a.pyx",
              "x/y.py")) {
        files.put(path, text.toString());
      }
      assertThat(facts(files)).isNotNull();
    }
    String deep = "find_package(".repeat(20_000) + "libraries=[".repeat(20_000);
    assertThat(facts(Map.of("CMakeLists.txt", deep, "setup.py", deep))).isNotNull();
  }

  @Test
  void makefilesCountWhereABuildScriptRunsMake() {
    assertThat(
            facts(
                Map.of(
                    "setup.py",
                    "subprocess.check_call(['make'])",
                    "src/Makefile",
                    "L += $(shell pkg-config glib-2.0 --libs) -lpq  # -lssl\n",
                    "vendor/Makefile",
                    "L = -lssl\n")))
        .containsExactly("LINK pq? 1", "MODULE glib-2.0? 1", "PROGRAM make 1");
  }

  @Test
  void whatLiesAmongTheSourcesOfOthersMayHaveToBeFetched() {
    assertThat(
            facts(
                Map.of(
                    "CMakeLists.txt",
                    "add_subdirectory(external)",
                    "external/CMakeLists.txt",
                    "find_package(OpenSSL REQUIRED)\nExternalProject_Add(a GIT_REPOSITORY x)")))
        .containsExactly("PROGRAM git 2");
  }
}
