package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.testing.Golden;
import wheelbase.testing.Schema;

class RulesLearnCommandTest {
  private static final Pipeline NONE =
      (request, index, progress) -> {
        throw new AssertionError("nothing is to be analysed");
      };

  /** Small sdists, each after the manner of many real ones. */
  private static final Map<String, Map<String, String>> DRAWN =
      Map.of(
          "setuptools",
          Map.of(
              "setup.py",
              """
              import sys
              from setuptools import Extension, setup
              from build_helper import config

              libraries = ["pq"]
              if sys.platform == "win32":
                  libraries.append("ws2_32")
              if config("--with-ssl"):
                  libraries.append("ssl")
              setup(
                  ext_modules=[Extension("drawn", ["drawn.c"], libraries=libraries)],
              )
              """,
              "build_helper.py",
              "def config(flag):\n    return check_output(['pg_config', flag])\n",
              "drawn.c",
              "#include <Python.h>\n#include <libpq-fe.h>\n#ifdef LDAP\n#include <ldap.h>\n#endif\n",
              "PKG-INFO",
              "Metadata-Version: 2.1\nName: drawn\nVersion: 1.0\n"),
          "meson",
          Map.of(
              "pyproject.toml",
              "[build-system]\nrequires = [\"meson-python\"]\nbuild-backend = \"mesonpy\"\n",
              "meson.build",
              "project('drawn', 'c')\ndependency('cairo')\ndependency('what-is-this')\n"
                  + "dependency('libffi', required: get_option('ffi'))\n",
              "drawn.c",
              "#include <cairo.h>\n"),
          "rust",
          Map.of(
              "pyproject.toml",
              "[build-system]\nrequires = [\"maturin>=1\"]\nbuild-backend = \"maturin\"\n",
              "Cargo.toml",
              "[package]\nname = \"drawn\"\nrust-version = \"1.83\"\n\n[dependencies]\n"
                  + "openssl-sys = \"0.9\"\nlibsqlite3-sys = { version = \"1\", features ="
                  + " [\"bundled\"] }\n",
              "Cargo.lock",
              "version = 4\n\n[[package]]\nname = \"openssl-sys\"\n\n[[package]]\nname ="
                  + " \"libsqlite3-sys\"\n",
              "src/lib.rs",
              ""),
          "ctypes",
          Map.of(
              "setup.py",
              "from setuptools import setup\nsetup(packages=['drawn'])\n",
              "drawn/__init__.py",
              "import ctypes\nLIBRARY = ctypes.CDLL('libmagic.so.1')\n",
              "PKG-INFO",
              "Metadata-Version: 2.1\nName: drawn\nVersion: 1.0\n"));

  @TempDir private Path directory;

  @BeforeEach
  void anEmptyPlaceForFiles() throws IOException {
    Files.createDirectories(directory.resolve("files"));
  }

  private void draw(String kind) throws IOException {
    try (OutputStream file = Files.newOutputStream(directory.resolve("files/drawn-1.0.zip"));
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, String> each : new TreeMap<>(DRAWN.get(kind)).entrySet()) {
        zip.putNextEntry(new ZipEntry("drawn-1.0/" + each.getKey()));
        zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private CommandLineRun run(String... args) {
    return CommandLineRun.of(directory, NONE, args);
  }

  private CommandLineRun learn(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "rules",
                "learn",
                "drawn",
                "--no-index",
                "--find-links",
                "files",
                "--cache-dir",
                "cache"));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"setuptools", "meson", "rust", "ctypes"})
  void saysWhatIsCertainAndWhatIsGuessed_andDrafts(String kind) throws IOException {
    draw(kind);
    CommandLineRun learnt = learn();
    assertThat(learnt.err()).isEmpty();
    assertThat(learnt.exitCode()).isZero();
    Golden.assertMatches("reading/" + kind + ".txt", learnt.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"setuptools", "meson", "rust", "ctypes"})
  void theDraftIsTakenByTheRules_andItsTestsHold(String kind) throws IOException {
    draw(kind);
    assertThat(learn("--output", "mine").exitCode()).isZero();
    assertThat(directory.resolve("mine/packages/drawn.json")).exists();
    CommandLineRun tested = run("rules", "test", "mine");
    assertThat(tested.exitCode()).as(tested.out() + tested.err()).isZero();
    CommandLineRun linted = run("rules", "lint", "mine");
    assertThat(linted.exitCode()).as(linted.out() + linted.err()).isZero();
  }

  @Test
  void aDraftIsNotWrittenOverWhatIsThere() throws IOException {
    draw("setuptools");
    assertThat(learn("--output", "mine").exitCode()).isZero();
    CommandLineRun again = learn("--output", "mine");
    assertThat(again.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(again.err()).contains("drawn.json` is there already");
  }

  @Test
  void quietlyItPrintsTheDraftAlone() throws IOException {
    draw("setuptools");
    assertThat(learn("-q").out()).startsWith("{\n  \"name\": \"drawn\",");
  }

  @Test
  void aReleaseThatIsNotThereIsToldApartFromAProjectThatIsNot() throws IOException {
    draw("setuptools");
    assertThat(learn("--version", "2.0").err()).contains("`drawn` has no release 2.0");
    assertThat(learn("--version", "2.0").exitCode()).isEqualTo(ExitCode.REQUIREMENTS);
    CommandLineRun unknown = run("rules", "learn", "nobody", "--no-index", "-f", "files");
    assertThat(unknown.err()).contains("no project `nobody`");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.REQUIREMENTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.7", "three", "3"})
  void aPythonThatIsNoneIsRefused(String python) throws IOException {
    draw("setuptools");
    assertThat(learn("--python", python).exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"setuptools", "meson", "rust", "ctypes"})
  void forProgramsItSaysTheSame(String kind) throws IOException {
    draw(kind);
    CommandLineRun learnt = learn("--json", "--output", "mine");
    assertThat(learnt.exitCode()).isZero();
    Schema.assertValid(learnt.out());
    JsonNode lesson = new ObjectMapper().readTree(learnt.out()).at("/rules/lesson");
    assertThat(lesson.at("/draft/text").asText())
        .isEqualTo(
            Files.readString(directory.resolve("mine").resolve(lesson.at("/draft/file").asText())));
    assertThat(lesson.at("/sdist/file").asText()).isEqualTo("drawn-1.0.zip");
  }

  @Test
  void namesInBuildFilesAreReadByTheUsersOwnLibraries() throws IOException {
    draw("meson");
    assertThat(learn().out()).contains("unknown names     what-is-this (meson.build:3)");
    own("libraries/what.json", WHAT);
    own("provides.json", "{\"what\": {\"modules\": [\"what-is-this\"]}}");

    assertThat(learn("--rules", "mine").out())
        .contains("certain           what\n")
        .contains("libwhat-dev")
        .doesNotContain("unknown names");
  }

  @Test
  void theSonamesOfTheUsersOwnLibrariesAreNamesToLinkTo() throws IOException {
    draw("setuptools");
    own("libraries/what.json", WHAT.replace("libwhat.so.1", "libpq.so.77"));

    assertThat(learn("--rules", "mine").out()).contains("certain           what\n");
  }

  @Test
  void aTableThatNamesNoLibraryIsRefused() throws IOException {
    draw("meson");
    own("libraries/what.json", WHAT);
    own(
        "provides.json",
        "{\"waht\": {\"modules\": [\"x\"]}, \"what\": {\"module\": 1, \"links\": \"y\"}}");

    CommandLineRun learnt = learn("--rules", "mine");

    assertThat(learnt.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(learnt.err().replaceAll("\\s+", " "))
        .contains("there is no library `waht`")
        .contains("what.module: no such key")
        .contains("what.links: is not a list");
  }

  private static final String WHAT =
      """
      {
        "id": "what",
        "kind": "library",
        "packages": {
          "debian": {"build": ["libwhat-dev"], "run": ["libwhat1"], "sonames": ["libwhat.so.1"]},
          "alpine": {"build": ["what-dev"], "run": ["what"]}
        },
        "evidence": [{"kind": "documented", "what": "its page"}]
      }
      """;

  private void own(String path, String text) throws IOException {
    Path file = directory.resolve("mine").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
