package wheelbase.syslibs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.diagnostic.Diagnostic;

/** Each check of the rules fails on a copy that is spoiled for it, and on no other. */
class SpoiledRulesTest {
  private static final String SOUND =
      """
      {
        "name": "app",
        "kind": "extension",
        "rules": [
          {
            "when": {"artifact": "wheel", "versions": "<2"},
            "run": [],
            "evidence": [{"kind": "elf", "what": "seen"}]
          },
          {
            "when": {"artifact": "wheel", "versions": ">=2"},
            "run": ["libpq", "unixodbc"],
            "evidence": [{"kind": "elf", "what": "seen"}]
          },
          {
            "when": {"artifact": "sdist"},
            "build": ["c", "inhouse"],
            "run": ["inhouse"],
            "evidence": [{"kind": "build-test", "what": "built"}],
            "proofs": [
              {
                "version": "2.1",
                "on": "debian:13",
                "python": "3.13",
                "arch": "amd64",
                "date": "2026-11-22",
                "result": "proven",
                "seconds": 9
              }
            ]
          }
        ],
        "tests": [
          {"ignores": "1.9", "artifact": "wheel", "on": "debian:13"},
          {"matches": "2.0", "artifact": "wheel", "on": "debian:13", "run": ["libodbc2", "libpq5"]},
          {
            "matches": "2.0",
            "artifact": "sdist",
            "on": "debian:13",
            "build": ["gcc", "inhouse-dev", "libc6-dev"],
            "run": ["inhouse1"]
          }
        ]
      }
      """;
  private static final String LIBRARY =
      """
      {
        "id": "inhouse",
        "kind": "library",
        "packages": {
          "debian": {"build": ["inhouse-dev"], "run": ["inhouse1"]},
          "alpine": {"build": ["inhouse-dev"], "run": ["inhouse"]},
          "ubuntu": {"build": ["inhouse-dev"], "run": ["inhouse1"]}
        },
        "evidence": [{"kind": "index", "what": "seen"}]
      }
      """;

  @TempDir private Path own;

  @BeforeEach
  void aSoundDirectory() throws IOException {
    Files.createDirectories(own.resolve("packages"));
    Files.createDirectories(own.resolve("libraries"));
    write("packages/app.json", SOUND);
    write("libraries/inhouse.json", LIBRARY);
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(own.resolve(path), text);
  }

  /** The ids of all that format, lint and tests have to say. */
  private List<String> said() {
    List<Diagnostic> faults = OwnRules.faults(own);
    RuleCollection collection = RuleCollection.of(Optional.of(own));
    Stream<Diagnostic> lint = RuleLint.of(collection).findings().stream();
    Stream<Diagnostic> tests =
        faults.isEmpty() ? RuleTests.run(collection).failures().stream() : Stream.empty();
    return Stream.of(faults.stream(), lint, tests)
        .flatMap(each -> each)
        .map(Diagnostic::id)
        .distinct()
        .toList();
  }

  @Test
  void nothingIsSaidOfASoundOne() {
    assertThat(said()).isEmpty();
  }

  @ParameterizedTest(name = "{2}: {0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"libpq\", \"unixodbc\"              | \"unixodbc\", \"libpq\"        | not-sorted",
        "\"gcc\", \"inhouse-dev\"             | \"inhouse-dev\", \"gcc\"       | not-sorted",
        "\"c\", \"inhouse\"                   | \"c\", \"inhouse\", \"c\"      | invalid-rule-file",
        "\"libpq\", \"unixodbc\"              | \"libpq\", \"unix-odbc\"       | invalid-rule-file",
        "\"kind\": \"elf\", \"what\": \"seen\" | \"kind\": \"elf\"             | invalid-rule-file",
        "\"kind\": \"extension\",             | ``                             | rule-without-kind",
        "\"kind\": \"extension\"              | \"kind\": \"pure\"             | kind-contradicts-rule",
        "\"versions\": \">=2\"                | \"versions\": \"<1\"           | rule-never-reached,rule-without-test,rule-test-failed",
        "\"versions\": \">=2\"                | \"versions\": \">=1.95\"       | overlapping-versions",
        "\"ignores\": \"1.9\"                 | \"matches\": \"1.9\", \"run\": [] | ``",
        "\"matches\": \"2.0\", \"artifact\": \"wheel\" | \"matches\": \"1.9\", \"artifact\": \"wheel\" | rule-without-test,same-test-twice,rule-test-failed",
        "\"libodbc2\", \"libpq5\"             | \"libodbc2\"                   | rule-test-failed",
        "\"ignores\": \"1.9\"                 | \"ignores\": \"2.0\"           | rule-without-test,same-test-twice,rule-test-failed",
        "\"artifact\": \"sdist\"},            | \"artifact\": \"sdist\", \"versions\": \"<2.1\"}, | proof-of-another-rule",
      })
  void aSpoiledPackage(String before, String after, String ids) throws IOException {
    assertThat(SOUND).contains(before);
    write("packages/app.json", SOUND.replace(before, after));
    assertThat(said()).containsExactlyInAnyOrder(ids.isEmpty() ? new String[0] : ids.split(","));
  }

  @ParameterizedTest(name = "{2}: {0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"run\": [\"inhouse1\"]}, | \"run\": [\"x\", \"inhouse1\"]}, | not-sorted,rule-test-failed",
        "\"debian\":              | \"debain\":                      | invalid-rule-file",
        "\"ubuntu\":              | \"ubuntu:24.04\":                | ``",
        "\"alpine\":              | \"alpine:3.23\":                 | release-not-known",
        "\"id\": \"inhouse\"      | \"id\": \"in-house\"             | invalid-rule-file",
      })
  void aSpoiledLibrary(String before, String after, String ids) throws IOException {
    assertThat(LIBRARY).contains(before);
    write("libraries/inhouse.json", LIBRARY.replace(before, after));
    assertThat(said()).containsExactlyInAnyOrder(ids.isEmpty() ? new String[0] : ids.split(","));
  }

  @Test
  void aLibraryThatNobodyNames() throws IOException {
    write("libraries/idle.json", LIBRARY.replace("\"id\": \"inhouse\"", "\"id\": \"idle\""));
    assertThat(said()).containsExactly("library-of-no-rule");
  }

  @Test
  void aTwinWithoutAFileIsNoFault() throws IOException {
    write(
        "packages/app.json",
        SOUND.replace(
            "\"tests\":",
            "\"twins\": [{\"name\": \"app-binary\", \"relation\": \"prebuilt\"}], \"tests\":"));
    assertThat(said()).isEmpty();
  }
}
