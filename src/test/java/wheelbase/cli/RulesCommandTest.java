package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.testing.Schema;

/** The commands below {@code rules}, and a user's own rules under all commands. */
class RulesCommandTest {
  private static final Pipeline NONE =
      (request, index, progress) -> {
        throw new AssertionError("nothing is to be analysed");
      };

  private static final String SOUND =
      """
      {
        "name": "inhouse",
        "kind": "extension",
        "rules": [
          {
            "when": {"artifact": "sdist", "distribution": ["debian:13", "alpine:3.24"]},
            "build": ["c", "libinhouse"],
            "run": ["libinhouse"],
            "evidence": [{"kind": "build-test", "what": "here"}]
          }
        ],
        "tests": [
          {
            "matches": "1",
            "artifact": "sdist",
            "on": "debian:13",
            "build": ["gcc", "libc6-dev", "libinhouse-dev"],
            "run": ["libinhouse1"]
          }
        ]
      }
      """;
  private static final String LIBRARY =
      """
      {
        "id": "libinhouse",
        "kind": "library",
        "packages": {
          "debian": {"build": ["libinhouse-dev"], "run": ["libinhouse1"]},
          "alpine": {"absent": "not made for musl"},
          "ubuntu": {"build": ["libinhouse-dev"], "run": ["libinhouse1t64"]}
        },
        "evidence": [{"kind": "build-test", "what": "here"}]
      }
      """;

  @TempDir private Path here;

  private CommandLineRun run(String... words) {
    return CommandLineRun.of(here, NONE, words);
  }

  private void own(String path, String text) throws IOException {
    Path file = here.resolve("own").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void sound() throws IOException {
    own("packages/inhouse.json", SOUND);
    own("libraries/libinhouse.json", LIBRARY);
  }

  @Nested
  class List_ {
    @Test
    void hasALineForEachPackage() {
      CommandLineRun run = run("rules", "list", "psycopg2");
      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .containsPattern("(?m)^  psycopg2 +extension +C X +build-test")
          .contains("2 packages, ")
          .contains(". wheel  L wheel + library  P only Python  C compiles  X nothing fits");
    }

    @Test
    void marksTheUsersOwn() throws IOException {
      sound();
      CommandLineRun run = run("rules", "list", "--rules", "own", "inhouse");
      assertThat(run.out()).contains("inhouse *").contains("1 of them your own");
    }

    @Test
    void isJsonOfTheSchema() throws IOException {
      JsonNode rules = Schema.assertValid(run("rules", "list", "--json").out()).get("rules");
      assertThat(rules.get("packages")).hasSizeGreaterThan(300);
      assertThat(rules.get("libraries")).hasSizeGreaterThan(120);
    }

    @Test
    void findsNothingAloud() {
      CommandLineRun run = run("rules", "list", "surely-not-a-project");
      assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
      assertThat(run.err()).contains("no package with rules has `surely-not-a-project`");
    }
  }

  @Nested
  class Show {
    @Test
    void saysWhichFileWhichRuleAndWhatItAdds() throws IOException {
      sound();
      CommandLineRun run = run("rules", "show", "inhouse", "--rules", "own");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(
              run.out().replace(here.toString(), "").replace("sdist\non debian", "sdist on debian"))
          .isEqualTo(
              """
              inhouse  extension, your own
                /own/packages/inhouse.json

                sdist, on debian:13 or alpine:3.24  rules[0]
                  To compile     c, libinhouse
                  At run time    libinhouse
                  Build stage    debian:13
                                   gcc libc6-dev libinhouse-dev
                  Runtime stage  debian:13
                                   libinhouse1
                  Impossible     alpine:3.24: not made for musl
                  Known from     build-test: here

                Tested by      1 example
              """);
    }

    @Test
    void knowsLibrariesToo() {
      assertThat(run("rules", "show", "c++").out()).contains("tool", "CXX=g++", "debian:13");
      assertThat(run("rules", "show", "libpq").out()).contains("Named by", "psycopg2");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"psycopg2", "cryptography", "libmagic", "c++", "gdal", "systemd-python"})
    void isJsonOfTheSchema(String name) throws IOException {
      JsonNode rules = Schema.assertValid(run("rules", "show", name, "--json").out()).get("rules");
      assertThat(rules.get("package").isNull() && rules.get("library").isNull()).isFalse();
    }

    @Test
    void saysWhatWasMeant() {
      CommandLineRun run = run("rules", "show", "psycpg2");
      assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
      assertThat(run.err()).contains("there is no rule for `psycpg2`", "did you mean `psycopg2`?");
    }
  }

  @Nested
  class TestsOfRules {
    @Test
    void theShippedOnesPass() throws IOException {
      CommandLineRun run = run("rules", "test");
      assertThat(run.exitCode()).as(run.out()).isZero();
      assertThat(run.out()).endsWith(" files: all pass\n");
      assertThat(Schema.assertValid(run("rules", "test", "--json").out()).at("/rules/failed"))
          .hasToString("0");
    }

    @Test
    void onesOwnAreHeldAgainstOnesOwnAndShippedNames() throws IOException {
      sound();
      assertThat(run("rules", "test", "own").out()).isEqualTo("1 test in 1 file: all pass\n");
    }

    @Test
    void aFailureShowsTheTestAndWhatIsOtherwise() throws IOException {
      sound();
      own("packages/inhouse.json", SOUND.replace("\"libc6-dev\", ", ""));
      CommandLineRun run = run("rules", "test", "own");
      assertThat(run.exitCode()).isEqualTo(ExitCode.CONDITION_HOLDS);
      assertThat(
              run.out().replace(here.toString(), "").replace("sdist\non debian", "sdist on debian"))
          .isEqualTo(
              """
              /own/packages/inhouse.json:13:5: inhouse 1, sdist on debian:13
                `build` by the rules has libc6-dev too

                      {
                      ^

              hint: rules[0] speaks here

              1 test in 1 file: 0 pass, 1 fail
              """);
      assertThat(
              Schema.assertValid(run("rules", "test", "own", "--json").out()).at("/rules/failed"))
          .hasToString("1");
    }
  }

  @Nested
  class Lint {
    @Test
    void findsNothingInAGoodDirectory() throws IOException {
      sound();
      CommandLineRun run = run("rules", "lint", "own");
      assertThat(run.out()).isEqualTo("Nothing to find fault with in 2 files\n");
      assertThat(run.exitCode()).isZero();
    }

    @Test
    void findsWhatIsBrokenAndWhatIsOdd() throws IOException {
      sound();
      own(
          "packages/odd.json",
          SOUND.replace("inhouse\",", "odd\",").replace("\"kind\": \"extension\",", ""));
      own("packages/other.json", "{\"name\": \"other\"");
      CommandLineRun run = run("rules", "lint", "own");
      assertThat(run.exitCode()).isEqualTo(ExitCode.CONDITION_HOLDS);
      assertThat(run.out().replaceAll("\\s+", " "))
          .contains(
              "other.json:1:17: is not JSON: Unexpected end-of-input: expected close marker for Object",
              "warning: `kind` is missing");
      JsonNode json = Schema.assertValid(run("rules", "lint", "own", "--json").out());
      assertThat(json.at("/rules/clean").asBoolean()).isFalse();
      assertThat(json.get("diagnostics").findValuesAsText("id"))
          .containsExactlyInAnyOrder("rule-without-kind", "invalid-rule-file");
    }
  }

  @Nested
  class OnesOwnUnderEveryCommand {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "check",
          "wheels",
          "why flask",
          "generate",
          "generate --dry-run",
          "audit",
          "verify",
          "bake",
          "--no-input",
          "rules list",
          "rules show lxml",
        })
    void aBrokenDirectoryStopsItWithAllThatIsWrong(String command) throws IOException {
      Files.writeString(here.resolve("requirements.txt"), "flask\n");
      Files.writeString(here.resolve("Dockerfile"), "FROM python:3.13-slim-trixie\n");
      own("packages/Inhouse.json", SOUND);
      own(
          "packages/app.json",
          SOUND
              .replace("inhouse\"", "app\"")
              .replace("build-test", "built")
              .replace("\"c\"", "\"x\"")
              .replace("libapp\"", "libpp\""));
      own("libraries/libinhouse.json", LIBRARY.replace("library", "libary"));
      own("package/thing.json", "{}");
      List<String> words = new ArrayList<>(List.of(command.split(" ")));
      words.addAll(List.of("--rules", "own"));
      CommandLineRun run = run(words.toArray(String[]::new));
      assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
      assertThat(run.err().replaceAll("\\s+", " "))
          .contains(
              "Inhouse.json` is not named after a package",
              "hint: its normalised name is inhouse.json",
              "did you mean `libpq`?",
              "app.json:7:17: rules[0].build[0]: no library, tool or program has the id `x`",
              "rules[0].evidence[0].kind: `built`: no such word here",
              "hint: There may be build-test, elf, index",
              "libinhouse.json:3:3: kind: `libary`: no such word here",
              "did you mean `library`?",
              "own/package` is not read",
              "did you mean `packages`?");
      assertThat(Files.readString(here.resolve("Dockerfile"))).hasLineCount(1);
      assertThat(here.resolve(".dockerignore")).doesNotExist();
    }

    @Test
    void theCommandThatRepeatsItNamesTheDirectory() throws IOException {
      sound();
      assertThat(AnswerFlagsTest.class).isNotNull();
      CommandLineRun run = run("check", "--help");
      assertThat(run.out()).contains("--rules=DIR");
    }
  }

  @Nested
  class HostileDirectories {
    private String faults() {
      CommandLineRun run = run("rules", "test", "own");
      assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.WRONG_USAGE);
      CommandLineRun lint = run("rules", "lint", "own");
      assertThat(lint.exitCode()).as(lint.out() + lint.err()).isEqualTo(ExitCode.CONDITION_HOLDS);
      return run.err().replaceAll("\\s+", " ");
    }

    @Test
    void anEmptyOne() throws IOException {
      Files.createDirectory(here.resolve("own"));
      assertThat(faults()).contains("has neither packages/ nor libraries/");
    }

    @Test
    void aFile() throws IOException {
      Files.writeString(here.resolve("own"), "{}");
      assertThat(faults()).contains("is no directory");
    }

    @Test
    void aHugeFile() throws IOException {
      own("packages/app.json", " ".repeat(1_000_001));
      assertThat(faults()).contains("app.json` is larger than a megabyte");
    }

    @Test
    void linksInCircles() throws IOException {
      sound();
      Path packages = here.resolve("own/packages");
      Files.createSymbolicLink(packages.resolve("loop.json"), Path.of("loop.json"));
      Files.createSymbolicLink(packages.resolve("up.json"), Path.of(".."));
      Files.createSymbolicLink(packages.resolve("round"), Path.of("."));
      assertThat(faults())
          .contains(
              "loop.json` leads to no file", "up.json` leads to no file", "round` is not read");
    }

    @Test
    void anEndlessFile() throws IOException {
      assumeTrue(Files.exists(Path.of("/dev/zero")), "there is no /dev/zero here");
      own("packages/.keep", "");
      Files.createSymbolicLink(here.resolve("own/packages/zero.json"), Path.of("/dev/zero"));
      assertThat(faults()).contains("zero.json` leads to no file");
    }

    @Test
    void anotherEncoding() throws IOException {
      own("packages/app.json", "");
      Files.write(
          here.resolve("own/packages/app.json"),
          "{\"name\": \"app\"}".getBytes(java.nio.charset.StandardCharsets.UTF_16));
      own("packages/latin.json", "");
      Files.write(
          here.resolve("own/packages/latin.json"),
          "{\"name\": \"caf\u00e9\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
      assertThat(faults()).contains("app.json` is not UTF-8", "latin.json` is not UTF-8");
    }

    @Test
    void keysTwice() throws IOException {
      own("packages/app.json", "{\"name\": \"app\", \"rules\": [], \"rules\": []}");
      assertThat(faults()).contains("app.json:1:", "is not JSON: Duplicate field 'rules'");
    }

    @Test
    void deepNesting() throws IOException {
      own("packages/app.json", "{\"name\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}");
      assertThat(faults()).contains("app.json: is not JSON: Document nesting depth");
    }

    @Test
    void numbersAndListsWhereTextsBelong() throws IOException {
      own(
          "packages/app.json",
          """
          {"name": 1, "kind": [], "rules": {}, "twins": [1], "build_time": "long", "tests": [[]]}
          """);
      own("libraries/lib.json", "{\"id\": null, \"kind\": {}, \"packages\": [], \"evidence\": 1}");
      assertThat(faults())
          .contains(
              "name: is not a text",
              "kind: is not a text",
              "rules: is not a list",
              "twins[0]: is not an object",
              "build_time: is not an object",
              "tests[0]: is not an object",
              "packages: is not an object",
              "evidence: is not a list");
    }

    @Test
    void namesThatAreNone() throws IOException {
      own("packages/$(id).json", "{}");
      own("packages/a b.json", "{}");
      own("packages/app.yaml", "name: app");
      own("libraries/Lib_X.json", "{}");
      own("stray.json", "{}");
      own("packages/.app.json.swp", "left by an editor");
      assertThat(faults())
          .contains(
              "$(id).json` is not named after a package",
              "a b.json` is not named after a package",
              "app.yaml` is not read",
              "Lib_X.json` is no id of a library",
              "stray.json` is read only in packages/ or libraries/")
          .doesNotContain("swp");
    }

    @Test
    void oneThatIsNotThere() {
      CommandLineRun run = run("check", "--rules", "owm");
      assertThat(run.exitCode()).isEqualTo(ExitCode.REQUIREMENTS);
      assertThat(run.err()).contains("there is no `owm`");
    }
  }
}
