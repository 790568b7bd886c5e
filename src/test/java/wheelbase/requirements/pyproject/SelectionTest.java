package wheelbase.requirements.pyproject;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.MemoryFiles;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.ReaderOptions;
import wheelbase.requirements.Selection;

/** Extras of the project table (PEP 621), dependency groups (PEP 735), and poetry's of both. */
class SelectionTest {
  private static final String PROJECT =
      """
      [project]
      name = "shop"
      dependencies = ["flask"]
      [project.optional-dependencies]
      Web_Server = ["gunicorn"]
      mail = ["dnspython>=2", "idna"]
      all = ["shop[web-server,mail]"]
      round = ["shop[round]", "click"]
      broken = ["=="]
      [dependency-groups]
      test = ["pytest", {include-group = "Type_Checks"}]
      type-checks = ["mypy"]
      one = [{include-group = "two"}]
      two = [{include-group = "one"}, "click"]
      lost = [{include-group = "tset"}]
      odd = [{include-groups = "test"}, 1]
      no-list = "test"
      """;

  private static final String POETRY =
      """
      [tool.poetry.dependencies]
      python = "^3.11"
      flask = "^3.0"
      gunicorn = { version = "^23", optional = true }
      [tool.poetry.extras]
      web-server = ["Gunicorn"]
      [tool.poetry.dev-dependencies]
      old = "*"
      [tool.poetry.group.dev.dependencies]
      pytest = "*"
      [tool.poetry.group.Test_Suite]
      optional = true
      [tool.poetry.group.Test_Suite.dependencies]
      tox = "*"
      """;

  private static ProjectRequirements read(
      FileReader files, String file, String extras, String groups) {
    return new ProjectReader(MemoryFiles.ROOT, files, Map.of())
        .read(
            Inputs.of(List.of(Path.of(file)), List.of(), ReaderOptions.NONE)
                .withSelection(Selection.of(words(extras), words(groups))));
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : Arrays.asList(text.split(" "));
  }

  private static List<String> texts(ProjectRequirements read) {
    return read.requirements().stream().map(each -> each.text()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "           |             | flask",
        "mail       |             | flask dnspython>=2 idna",
        "MAIL       |             | flask dnspython>=2 idna",
        "web.server |             | flask gunicorn",
        "all        |             | flask gunicorn dnspython>=2 idna",
        "all mail   |             | flask gunicorn dnspython>=2 idna",
        "round      |             | flask click",
        "           | test        | flask pytest mypy",
        "           | TYPE.checks | flask mypy",
        "web-server | type-checks | flask gunicorn mypy"
      })
  void whatIsSelectedIsReadToo(String extras, String groups, String expected) {
    ProjectRequirements read =
        read(MemoryFiles.of("pyproject.toml", PROJECT), "pyproject.toml", extras, groups);
    assertThat(read.diagnostics()).isEmpty();
    assertThat(texts(read)).containsExactlyInAnyOrderElementsOf(words(expected));
    assertThat(read.offered().extras())
        .containsExactly("all", "broken", "mail", "round", "web-server");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "           |            | flask>=3.0,<4",
        "web-server |            | flask>=3.0,<4 gunicorn>=23,<24",
        "           | dev        | flask>=3.0,<4 old pytest",
        "           | test-suite | flask>=3.0,<4 tox"
      })
  void poetrysOwnTablesLikewise(String extras, String groups, String expected) {
    ProjectRequirements read =
        read(MemoryFiles.of("pyproject.toml", POETRY), "pyproject.toml", extras, groups);
    assertThat(read.diagnostics()).isEmpty();
    assertThat(texts(read)).containsExactlyInAnyOrderElementsOf(words(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| one     | dependency groups include each other: one -> two -> one",
        "| two     | dependency groups include each other: two -> one -> two",
        "| lost    | `lost` includes a group `tset` that is not there",
        "| odd     | a dependency group has requirements and `{include-group = \"...\"}`, nothing else",
        "| no-list | a dependency group is a list",
        "| tset    | pyproject.toml has no group `tset`",
        "mial |    | pyproject.toml has no extra `mial`"
      })
  void whatIsWrongIsSaidOnlyWhereItIsWanted(String extras, String groups, String expected) {
    ProjectRequirements read =
        read(MemoryFiles.of("pyproject.toml", PROJECT), "pyproject.toml", extras, groups);
    assertThat(read.hasErrors()).isTrue();
    assertThat(read.diagnostics()).extracting(Diagnostic::message).contains(expected);
  }

  @Test
  void whatIsMeantIsProposedAndWhatThereIsNamed() {
    ProjectRequirements read =
        read(MemoryFiles.of("pyproject.toml", PROJECT), "pyproject.toml", "mial", null);
    assertThat(read.diagnostics().get(0).hint())
        .hasValue("did you mean `mail`? There are all, broken, mail, round, web-server");
  }

  /** As {@code pip install -r requirements.txt --group test} has it. */
  @Test
  void groupsGoWithARequirementsFileToo() {
    MemoryFiles files = MemoryFiles.of("pyproject.toml", PROJECT, "requirements.txt", "django\n");
    assertThat(texts(read(files, "requirements.txt", null, "test")))
        .containsExactly("django", "pytest", "mypy");
    assertThat(read(files, "requirements.txt", "mail", null).diagnostics())
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.hint())
                    .hasValue("read the project's own dependencies: -r pyproject.toml"));
  }

  @Property(tries = 300)
  void garbageIsNoException(@ForAll @Size(max = 60) byte[] garbage) {
    ProjectRequirements read =
        read(path -> Optional.of(garbage.clone()), "pyproject.toml", "mail", "test");
    assertThat(read.hasErrors()).isTrue();
  }
}
