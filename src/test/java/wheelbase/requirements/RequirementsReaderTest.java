package wheelbase.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.diagnostic.Diagnostic;

class RequirementsReaderTest {
  private static ProjectRequirements read(String... namesAndTexts) {
    return new RequirementsReader(
            MemoryFiles.ROOT,
            MemoryFiles.of(namesAndTexts),
            Map.of("TOKEN", "s3cr3t", "NAME", "flask"))
        .read(List.of(Path.of("requirements.txt")), List.of());
  }

  private static ProjectRequirements readText(String text) {
    return read("requirements.txt", text);
  }

  /** {@code file:line:column id}, and the text that the caret is under. */
  private static List<String> faults(ProjectRequirements read) {
    return read.diagnostics().stream().map(RequirementsReaderTest::fault).toList();
  }

  private static String fault(Diagnostic diagnostic) {
    return diagnostic
        .place()
        .map(
            at -> {
              int from = Math.min(at.column() - 1, at.text().length());
              int to = Math.min(from + at.length(), at.text().length());
              return "%s:%d:%d %s <%s>"
                  .formatted(
                      at.file(),
                      at.line(),
                      at.column(),
                      diagnostic.id(),
                      at.text().substring(from, to));
            })
        .orElse(diagnostic.id());
  }

  private static List<String> texts(List<DeclaredRequirement> requirements) {
    return requirements.stream()
        .map(one -> one.place().file() + ":" + one.place().line() + " " + one.text())
        .toList();
  }

  /** pip names the first of joined lines; the caret stays under the fault. */
  @Test
  void aPlaceKnowsTheLogicalLineToo() {
    var read = readText("ok\n\\\nflask \\\n==\n");
    assertThat(faults(read)).containsExactly("requirements.txt:4:1 invalid-requirement <==>");
    assertThat(read.diagnostics().get(0).place().orElseThrow().logicalLine()).isEqualTo(2);
    assertThat(read.requirements().get(0).place().logicalLine()).isEqualTo(1);
  }

  /** pip reads these while it parses: they count beside a requirement as well. */
  @Test
  void choicesOfFormatsAndReleasesCountOnEveryLine() {
    var read = readText("a --all-releases Foo_x --only-binary b\n-r c.txt --only-final c\n");
    assertThat(read.options().allReleases()).containsExactly("foo-x");
    assertThat(read.options().onlyBinary()).containsExactly("b");
    assertThat(read.options().onlyFinal()).containsExactly("c");
    assertThat(faults(read)).containsExactly("requirements.txt:2:4 missing-include <c.txt>");
  }

  @ParameterizedTest
  @CsvSource({
    "a.test, a.test",
    "A.Test:8080, a.test:8080",
    "u@a.test/x, a.test",
    "https://a, https"
  })
  void aTrustedHostIsHostAndPort(String written, String host) {
    assertThat(readText("--trusted-host " + written + "\n").options().sources().trustedHosts())
        .containsExactly(host);
  }

  /** pip joins the two without making the path shorter. */
  @Test
  void linksBesideTheFileStayAsTheyAreWritten() {
    var read = read("requirements.txt", "-f ./dist\n-f gone\n", "dist/a-1.0.zip", "");
    assertThat(read.options().sources().findLinks())
        .containsExactly(MemoryFiles.ROOT + "/./dist", "gone");
  }

  /** {@code splitext} sees no ending where a name begins with its only dot. */
  @Test
  void aNameThatIsAllEndingIsNoArchive() {
    assertThat(faults(readText(".whl\n")))
        .containsExactly("requirements.txt:1:1 invalid-requirement <.>");
  }

  @Test
  void anEggOfADirectReferenceIsCheckedToo() {
    assertThat(faults(readText("a @ https://e.test/a.zip#egg=b[x]\n")))
        .singleElement()
        .asString()
        .contains("invalid-egg-fragment");
  }

  @Test
  void everyFaultOfEveryFileIsReported() {
    var read =
        read(
            "requirements.txt",
            "flask=2\n-r more.txt\n--indx-url x\n-r gone.txt\nok\n",
            "more.txt",
            "requests ==\n-r requirements.txt\nfine\n");
    assertThat(faults(read))
        .containsExactly(
            "requirements.txt:1:6 invalid-requirement <=2>",
            "more.txt:1:10 invalid-requirement <==>",
            "more.txt:2:4 include-cycle <requirements.txt>",
            "requirements.txt:3:1 unknown-option <--indx-url>",
            "requirements.txt:4:4 missing-include <gone.txt>");
    assertThat(texts(read.requirements()))
        .containsExactly("more.txt:3 fine", "requirements.txt:5 ok");
    assertThat(read.hasErrors()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flask=2.31          | 6  | invalid-requirement     | flask==2.31",
        "flask^2             | 6  | invalid-requirement     | ",
        "flask jinja2        | 7  | invalid-requirement     | write one requirement on each line",
        "pip install flask   | 5  | invalid-requirement     | write only what follows `pip install`",
        "flask; python>'3'   | 8  | invalid-requirement     | ",
        "--no                | 1  | ambiguous-option        | ",
        "--extra-index-ulr x | 1  | unknown-option          | did you mean --extra-index-url?",
        "a --hash=md5:0      | 10 | hash-algorithm          | ",
        "a --hash=x          | 10 | hash-format             | ",
        "a -C b              | 6  | config-settings-format  | ",
        "--no-index=1        | 11 | unexpected-value        | ",
        "-e                  | 1  | missing-argument        | ",
        "-i 'x               | 1  | unbalanced-quote        | ",
        "-e flask            | 4  | invalid-editable        | ",
        "-e git+https://x/y  | 4  | egg-missing             | ",
        "https://x/a.whl     | 1  | invalid-wheel-filename  | ",
        "https://x/a#egg=b[c]| 13 | invalid-egg-fragment    | ",
        "-r https://x/r.txt  | 4  | remote-include          | download it into the project and include the copy",
        "./missing           | 1  | invalid-requirement     | it looks like a path; there is no such project or archive",
        "--use-feature=x     | 15 | unknown-feature         | "
      })
  void aRefusedLineIsShownWithTheFaultAndAnAct(String line, int column, String id, String hint) {
    Diagnostic fault = readText(line).diagnostics().get(0);
    assertThat(fault.id()).isEqualTo(id);
    assertThat(fault.place().orElseThrow().column()).isEqualTo(column);
    assertThat(fault.place().orElseThrow().text()).isEqualTo(line);
    assertThat(fault.hint()).isEqualTo(Optional.ofNullable(hint));
  }

  @Test
  void aFaultInAContinuedLineIsShownOnItsOwnLine() {
    assertThat(faults(readText("# head\nflask \\\n  >=2 \\\n  oops\n")))
        .containsExactly("requirements.txt:4:3 invalid-requirement <oops>");
    assertThat(faults(readText("flask==2 \\\n  --hash=sha1:abc\n")))
        .containsExactly("requirements.txt:2:10 hash-algorithm <sha1>");
  }

  @Test
  void theValueOfAVariableIsNotShown() {
    var read =
        readText("https://u:${TOKEN}@x.test/a.whl\na @ https://${TOKEN}@x.test/b ${TOKEN}\n");
    assertThat(read.diagnostics()).hasSize(2);
    assertThat(read.diagnostics().toString()).contains("${TOKEN}").doesNotContain("s3cr3t");
  }

  @Test
  void aPasswordInTheFileIsStarred() {
    var read = readText("a @ https://me:s3cr3t@x.test/b oops\na @ https://s3cr3t@x.test/b\n");
    var fault = read.diagnostics().get(0);
    assertThat(fault.toString()).doesNotContain("s3cr3t");
    assertThat(fault.place().orElseThrow().text()).isEqualTo("a @ https://me:******@x.test/b oops");
    assertThat(fault.place().orElseThrow().column()).isEqualTo(32);
    assertThat(read.requirements().get(0).shownText()).isEqualTo("a @ https://******@x.test/b");
    assertThat(read.requirements().get(0).link()).hasValue("https://s3cr3t@x.test/b");
    assertThat(Credentials.hidden("git+ssh://git@x.test/r https://a.test/@b"))
        .isEqualTo("git+ssh://git@x.test/r https://a.test/@b");
  }

  @Test
  void aMisspeltIncludeHasASuggestion() {
    var read =
        read("requirements.txt", "-r requirements/bsae.txt\n", "requirements/base.txt", "a\n");
    assertThat(read.diagnostics().get(0).hint()).hasValue("did you mean requirements/base.txt?");
  }

  @Test
  void aMissingFileHasASuggestion() {
    var read = read("requirments.txt", "a\n");
    assertThat(read.diagnostics().get(0).id()).isEqualTo("missing-requirements-file");
    assertThat(read.diagnostics().get(0).hint()).hasValue("did you mean requirments.txt?");
  }

  @Test
  void includesStartFromTheFileAndPathsFromTheProject() {
    var read =
        read(
            "requirements.txt", "-r sub/a.txt\n",
            "sub/a.txt", "-c b.txt\n./pkg\n",
            "sub/b.txt", "flask<3\n",
            "pkg/setup.py", "");
    assertThat(texts(read.requirements())).containsExactly("sub/a.txt:2 ./pkg");
    assertThat(texts(read.constraints())).containsExactly("sub/b.txt:1 flask<3");
    assertThat(read.requirements().get(0).link()).hasValue("file:///project/pkg");
    assertThat(read.requirements().get(0).isOutsideTheIndex()).isTrue();
    assertThat(read.files())
        .extracting(file -> MemoryFiles.ROOT.relativize(file).toString())
        .containsExactly("requirements.txt", "sub/a.txt", "sub/b.txt");
  }

  @Test
  void constraintsThatPipRefusesWhenItResolvesAreRefusedHere() {
    var read =
        read("requirements.txt", "-c c.txt\n", "c.txt", "a[x]<2\nhttps://x.test/a.zip\n-e .\n");
    assertThat(faults(read))
        .containsExactly(
            "c.txt:1:1 constraint-with-extras <a[x]<2>",
            "c.txt:2:1 unnamed-constraint <https://x.test/a.zip>",
            "c.txt:3:4 editable-constraint <.>");
  }

  @Test
  void whatPipDropsWithoutAWordIsAWarning() {
    var read = readText("- flask\nflask --pre\n-r a.txt --no-index\n--hash=sha256:0\n-f a -f b\n");
    assertThat(faults(read))
        .contains(
            "requirements.txt:1:1 ignored-word <->",
            "requirements.txt:1:3 ignored-word <flask>",
            "requirements.txt:2:7 ignored-option <--pre>",
            "requirements.txt:3:10 ignored-option <--no-index>",
            "requirements.txt:4:1 ignored-option <--hash>",
            "requirements.txt:5:6 ignored-option <-f>");
  }

  @Test
  void aWheelsNameGivesNameAndVersion() {
    var one = readText("./dist/Foo_Bar-1.0+cu118-py3-none-any.whl[x]\n").requirements().get(0);
    var requirement = one.requirement().orElseThrow();
    assertThat(requirement.name()).hasToString("foo-bar");
    assertThat(requirement.specifier()).hasToString("==1.0+cu118");
    assertThat(one.extras()).containsExactly("x");
    assertThat(one.link()).hasValue("file:///project/dist/Foo_Bar-1.0%2Bcu118-py3-none-any.whl");
  }

  @Test
  void aRequirementWithoutANameKeepsItsExtrasAndMarker() {
    var one =
        read("requirements.txt", ".[web] ; python_version > '3'\n", "pyproject.toml", "")
            .requirements()
            .get(0);
    assertThat(one.requirement()).isEmpty();
    assertThat(one.extras()).containsExactly("web");
    assertThat(one.marker())
        .hasValueSatisfying(marker -> assertThat(marker).hasToString("python_version > \"3\""));
  }

  @Test
  void anIndexInAFileReplacesTheConfiguredOnes() {
    var configured =
        new ReaderOptions(
            FileSources.ofIndexes(Optional.of("https://a.test/"), List.of("https://b.test/")),
            Set.of(),
            Set.of(":all:"),
            false,
            Set.of(),
            Set.of(),
            false,
            false,
            List.of());
    var options =
        new RequirementsReader(
                MemoryFiles.ROOT,
                MemoryFiles.of(
                    "requirements.txt",
                    "-i https://c.test/\n--extra-index-url https://d.test/\n--no-binary flask\n"),
                Map.of())
            .startingFrom(configured)
            .read(List.of(Path.of("requirements.txt")), List.of())
            .options();
    assertThat(options.sources().indexUrl()).hasValue("https://c.test/");
    assertThat(options.sources().extraIndexUrls()).containsExactly("https://d.test/");
    assertThat(options.onlyBinary()).containsExactly(":all:");
    assertThat(options.noBinary()).containsExactly("flask");
  }
}
