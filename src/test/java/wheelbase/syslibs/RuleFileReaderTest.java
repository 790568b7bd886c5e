package wheelbase.syslibs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;

/** What the reader refuses, and how a "when" is read. */
class RuleFileReaderTest {
  private static final String EVIDENCE = "\"evidence\": [{\"kind\": \"elf\", \"what\": \"seen\"}]";
  private static final String TESTS =
      "\"tests\": [{\"ignores\": \"1\", \"artifact\": \"wheel\", \"on\": \"debian:13\"}]";

  private static final Set<String> LIBRARIES = Set.of("c", "libpq");

  private final RuleFileReader reader =
      new RuleFileReader(LIBRARIES::contains, () -> LIBRARIES, Releases.shipped());

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "an unknown library     | {'build': ['c', 'libqp'], 'run': [], EVIDENCE}   | rules[0].build[1]: no library, tool or program has the id `libqp`",
        "an id with a slash     | {'build': ['../c'], 'run': [], EVIDENCE}         | rules[0].build[0]: no library, tool or program has the id `../c`",
        "no evidence            | {'build': [], 'run': []}                         | rules[0].evidence: is missing",
        "a strange evidence     | {'build': [], 'run': [], 'evidence': [{'kind': 'rumour', 'what': 'x'}]} | rules[0].evidence[0].kind: `rumour`: no such word here",
        "a malformed specifier  | {'when': {'versions': '>>1'}, 'build': [], 'run': [], EVIDENCE} | rules[0].when.versions: `>>1`",
        "a malformed Python     | {'when': {'python': '3.x'}, 'build': [], 'run': [], EVIDENCE} | rules[0].when.python: `3.x`",
        "a misspelt condition   | {'when': {'version': '>1'}, 'build': [], 'run': [], EVIDENCE} | rules[0].when.version: no such key",
        "a strange artifact     | {'when': {'artifact': 'egg'}, 'build': [], 'run': [], EVIDENCE} | rules[0].when.artifact: `egg`: no such word here",
        "a strange distribution | {'when': {'distribution': ['debian:7']}, 'build': [], 'run': [], EVIDENCE} | rules[0].when.distribution[0]: `debian:7`: no such word here",
        "an unnormalised name   | {'when': {'unless_installed': ['A_b']}, 'build': [], 'run': [], EVIDENCE} | rules[0].when.unless_installed[0]: `A_b`: the normalised name is `a-b`",
        "nothing about running  | {'build': ['c'], EVIDENCE}                       | rules[0].run: is missing",
        "nothing about building | {'run': ['libpq'], EVIDENCE}                     | rules[0].build: is missing, and the rule can meet an sdist",
        "a malformed marker     | {'when': {'marker': 'extra is pdf'}, 'build': [], 'run': [], EVIDENCE} | rules[0].when.marker: `extra is pdf`",
        "a strange kind         | {'kind': 'native', 'build': [], 'run': [], EVIDENCE} | rules[0].kind: `native`: no such word here",
        "a strange loader       | {'loader': 'luck', 'build': [], 'run': [], EVIDENCE} | rules[0].loader: `luck`: no such word here",
        "a strange caution      | {'cautions': [{'about': 'luck', 'what': 'x'}], 'build': [], 'run': [], EVIDENCE} | rules[0].cautions[0].about: `luck`: no such word here",
        "a caution on nothing   | {'cautions': [{'about': 'fonts', 'on': ['gentoo'], 'what': 'x'}], 'build': [], 'run': [], EVIDENCE} | rules[0].cautions[0].on[0]: `gentoo`: no such word here",
        "a library named twice  | {'build': ['c', 'c'], 'run': [], EVIDENCE} | rules[0].build: holds the same text twice",
        "a strange requirement  | {'build': ['libpq'], 'run': [], 'requires': {'libpq': 'new'}, EVIDENCE} | rules[0].requires.libpq: `new` is not a specifier",
      })
  void refusesARuleWith(String what, String rule, String fault) {
    String text = "{'name': 'app', 'rules': [" + rule.trim() + "], TESTS}";
    assertThat(faults(text)).anySatisfy(found -> assertThat(found).contains(fault.trim()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name': 'App', 'rules': []}                     | name: is not `app`",
        "{'name': 'app', 'rules': [], 'twin': []}         | twin: no such key",
        "{'name': 'app', 'name': 'app', 'rules': []}      | is not JSON: Duplicate field 'name'",
        "[]                                               | is not a JSON object",
        "{                                                | is not JSON",
        "{'name': 'app', 'rules': [{'build': [], 'run': [], EVIDENCE}]} | tests: is empty",
        "{'name': 'app', 'rules': [], 'twins': [{'name': 'b', 'relation': 'better'}]} | twins[0].relation: `better`: no such word here",
        "{'name': 'app', 'rules': [], 'kind': 'native'}   | kind: `native`: no such word here",
        "{'name': 'app', 'rules': [], 'build_time': {}}   | build_time.seconds: either `seconds`, measured, or a `class` is given",
        "{'name': 'app', 'rules': [], 'build_time': {'class': 'hours'}} | build_time.class: `hours`: no such word here",
        "{'name': 'app', 'rules': [], 'build_time': {'seconds': 9}} | build_time.evidence: is missing",
        "{'name': 'app', 'rules': [{'run': [], 'proofs': [{'version': '1'}]}]} | rules[0].proofs[0].on: is missing",
        "{'name': 'app', 'rules': [{'run': [], 'proofs': [{'version': '1', 'on': 'debian:13', 'python': '3.13', 'arch': 'amd64', 'date': 'today', 'result': 'proven'}]}]} | rules[0].proofs[0].date: `today`: is not a day",
        "{'name': 'app', 'rules': [{'run': [], 'proofs': [{'on': 'debian:13', 'python': '3.13', 'arch': 'amd64', 'date': '2026-11-22', 'result': 'left-out'}]}]} | rules[0].proofs[0].version: is missing",
        "{'name': 'app', 'rules': [], 'build_time': {'seconds': 0, EVIDENCE}} | build_time.seconds: is not a number of seconds",
      })
  void refusesAFileLike(String text, String fault) {
    assertThat(faults(text)).anySatisfy(found -> assertThat(found).contains(fault.trim()));
  }

  @Test
  void whereThereWasNothingToBuildNoVersionIsAsked() {
    String proof =
        "{'on': 'debian:13', 'python': '3.13', 'arch': 'amd64', 'date': '2026-11-22', 'result': 'nothing-to-build', 'why': 'no sdist'}";
    assertThat(faults("{'name': 'app', 'rules': [{'run': [], 'proofs': [" + proof + "]}]}"))
        .isNotEmpty()
        .noneMatch(fault -> fault.contains("proofs"));
  }

  @Test
  void namesEveryFaultOfAFileAtOnce() {
    assertThat(faults("{'name': 'App', 'rules': [{'build': ['x']}], 'more': 1}"))
        .containsExactly(
            "more: no such key",
            "name: is not `app`, the normalised name that the file has",
            "rules[0].run: is missing: an empty list says that nothing is needed",
            "rules[0].build[0]: no library, tool or program has the id `x`",
            "rules[0].evidence: is missing",
            "tests: is empty: a rule wants an example");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id': 'x', 'kind': 'library', 'packages': {}, EVIDENCE} | packages: names no distribution release",
        "{'id': 'x', 'kind': 'library', 'packages': {'redhat': {'run': []}}, EVIDENCE} | packages.redhat: no such key",
        "{'id': 'x', 'kind': 'gadget', 'packages': {}, EVIDENCE} | kind: `gadget`: no such word here",
        "{'id': 'x', 'kind': 'library', 'packages': {'debian': {'run': [], 'absent': 'so'}}, EVIDENCE} | packages.debian.absent: stands where neither",
        "{'id': 'y', 'kind': 'library', 'packages': {}, EVIDENCE} | id: is not `x`",
        "{'id': 'x', 'kind': 'library', 'packages': {}} | evidence: is missing",
      })
  void refusesALibraryLike(String text, String fault) {
    RuleFileException refused =
        catchThrowableOfType(
            RuleFileException.class, () -> reader.readLibrary("x", file("x.json", text)));
    assertThat(refused).hasMessageContaining(fault.trim());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                             | true",
        "{'versions': '>=2,<3'}                         | true",
        "{'versions': '>=2.5'}                          | false",
        "{'artifact': 'sdist'}                          | true",
        "{'artifact': 'wheel'}                          | false",
        "{'libc': 'musl'}                               | true",
        "{'libc': 'glibc'}                              | false",
        "{'arch': 'arm64'}                              | true",
        "{'arch': 'amd64'}                              | false",
        "{'python': '>=3.11.5'}                         | true",
        "{'python': '>=3.11.8'}                         | false",
        "{'distribution': ['debian:12', 'alpine:3.24']} | true",
        "{'distribution': ['alpine:3.23']}              | false",
        "{'unless_installed': ['other']}                | false",
        "{'unless_installed': ['another']}              | true",
        "{'marker': 'python_version < \"3.12\"'}         | true",
        "{'marker': 'platform_machine == \"x86_64\"'}    | false",
        "{'marker': 'extra == \"pdf\"'}                  | true",
        "{'marker': 'extra == \"svg\"'}                  | false",
        "{'libc': 'musl', 'arch': 'amd64'}              | false",
      })
  void allThatIsGivenMustHold(String when, boolean holds) {
    PackageRules rules =
        reader.readPackage(
            new PackageName("app"),
            file(
                "app.json",
                "{'name': 'app', 'rules': [{'when': "
                    + when
                    + ", 'build': [], 'run': [], EVIDENCE}], TESTS}"));
    DistributionRelease alpine = DistributionRelease.ALPINE_3_24;
    InstallCase asked =
        new InstallCase(
            Version.parse("2.4"),
            Artifact.SDIST,
            new TargetPlatform(new PythonRelease(3, 11, 7), alpine.libc(), Architecture.ARM64),
            alpine,
            Set.of(new PackageName("other")),
            Set.of("pdf"));
    Optional<Rule> found = rules.ruleFor(asked);
    assertThat(found.isPresent()).isEqualTo(holds);
  }

  private List<String> faults(String text) {
    RuleFileException refused =
        catchThrowableOfType(
            RuleFileException.class,
            () -> reader.readPackage(new PackageName("app"), file("app.json", text)));
    assertThat(refused).isNotNull();
    return refused.diagnostics().stream().map(Diagnostic::message).toList();
  }

  /** Single quotes stand for double ones, and two words for what most files have. */
  private static RuleFiles.RuleFile file(String name, String text) {
    String json =
        text.replace("\"", "\\\"")
            .replace("EVIDENCE", EVIDENCE)
            .replace("TESTS", TESTS)
            .replace('\'', '"');
    return new RuleFiles.RuleFile(name, true, json.getBytes(StandardCharsets.UTF_8));
  }
}
