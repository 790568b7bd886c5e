package wheelbase.requirements.pyproject;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.RequirementEdit;

class ProjectEditorTest {
  private static final Path ROOT = Path.of("project").toAbsolutePath();
  private static final Path FIRST = ROOT.resolve("requirements.txt");

  private final Map<Path, byte[]> files = new LinkedHashMap<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a==1                                  | a:a==2        | a==2
          'a == 1  # why'                       | a:a==2        | 'a==2  # why'
          'a>=1,<2 ; python_version < "3.9"'    | a:a==2        | 'a==2 ; python_version < "3.9"'
          'a>=1;python_version<"3.9"  # why'    | a:a==2        | 'a==2;python_version<"3.9"  # why'
          'A[x,Y] (>=1)'                        | a:a==2        | 'A[x,Y]==2'
          'a [x] ~= 1.0'                        | a:a==2        | 'a [x]==2'
          'a[x]==1'                             | a:a[z]==2     | 'a[z]==2'
          a                                     | a:a==2        | a==2
          a==1                                  | a:a-binary==2 | a-binary==2
          'a[x]==1 ; extra == "q"'              | a:b>=2,<3     | 'b>=2,<3 ; extra == "q"'
          'a==1 --config-settings k=v'          | a:a==2        | 'a==2 --config-settings k=v'
          '   a==1   '                          | a:a==2        | '   a==2   '
          'A_B.c==1'                            | a-b-c:a-b-c==2| 'A_B.c==2'
          """)
  void whatIsNotTheVersionStays(String line, String edit, String expected) {
    requirements("# first\n" + line + "\nz==1\n");
    assertThat(edited(edit)).isEqualTo("# first\n" + expected + "\nz==1\n");
  }

  @Test
  void aLineThatGoesOnIsJoinedOnlyWhereItMust() {
    requirements("a \\\r\n  >=1 \\\r\n  ; python_version < '3.9'\r\nb==1\r\n");
    assertThat(edited("a:a==2")).isEqualTo("a==2 \\\r\n  ; python_version < '3.9'\r\nb==1\r\n");
  }

  @Test
  void everyLineIsEditedInIncludedFilesToo() {
    requirements("-r base.txt\na==1 ; python_version<'3.9'\na==2 ; python_version>='3.9'\n");
    put("base.txt", "a<9\nb==1");
    ProjectEditor.Edited edited = edit("a:a==5");
    assertThat(edited.texts())
        .containsOnly(
            Map.entry(
                FIRST, "-r base.txt\na==5 ; python_version<'3.9'\na==5 ; python_version>='3.9'\n"),
            Map.entry(ROOT.resolve("base.txt"), "a==5\nb==1"));
  }

  @Test
  void aConstraintIsEditedOnlyWhereItForbids() {
    requirements("-c limits.txt\na\n");
    put("limits.txt", "a<3\n");
    assertThat(edit("a:a==2").texts()).containsOnlyKeys(FIRST);
    assertThat(edit("a:a==3").texts())
        .containsEntry(ROOT.resolve("limits.txt"), "a==3\n")
        .containsEntry(FIRST, "-c limits.txt\na==3\n");
  }

  @Test
  void aConstraintGetsNoExtras() {
    requirements("-c limits.txt\na\n");
    put("limits.txt", "a<3\n");
    assertThat(edit("a:a[x]==3").texts())
        .containsEntry(ROOT.resolve("limits.txt"), "a==3\n")
        .containsEntry(FIRST, "-c limits.txt\na[x]==3\n");
  }

  @Test
  void aLineThatIsBothCannotGetExtras() {
    requirements("-r both.txt\n-c both.txt\n");
    put("both.txt", "a\n");
    assertThat(edit("a:a[x]==3").diagnostics())
        .extracting(Diagnostic::id)
        .containsExactly("edit-by-hand");
    assertThat(edit("a:a==3").texts()).containsOnly(Map.entry(ROOT.resolve("both.txt"), "a==3\n"));
  }

  @Test
  void whatNobodyNamesIsAddedAtTheEnd() {
    requirements("b==1");
    assertThat(edited("a:a==2")).isEqualTo("b==1\na==2\n");
    requirements("b==1\r\n");
    assertThat(edited("a:a==2")).isEqualTo("b==1\r\na==2\r\n");
    requirements("");
    assertThat(edited("a:a==2")).isEqualTo("a==2\n");
    requirements("b==1 \\\n");
    assertThat(edited("a:a==2")).isEqualTo("b==1 \\\n\na==2\n");
    requirements("b==1 \\");
    assertThat(edited("a:a==2")).isEqualTo("b==1 \\\n\na==2\n");
  }

  @Test
  void theByteOrderMarkStays() {
    requirements("\ufeffa==1\n");
    assertThat(edited("a:a==2")).isEqualTo("\ufeffa==2\n");
  }

  @Test
  void aSecondTimeChangesNothing() {
    requirements("a==1\n");
    assertThat(edit("a:b==2", "a:b==2").texts()).containsOnly(Map.entry(FIRST, "b==2\n"));
    assertThat(edit("a:b==2", "a:b==2").diagnostics()).isEmpty();
    requirements("c==1\n");
    assertThat(edit("a:a==2", "a:a==2").texts()).containsOnly(Map.entry(FIRST, "c==1\na==2\n"));
    requirements("a==2.0\n");
    assertThat(edit("a:a==2").texts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a==1 --hash=sha256:00           | a:a==2 | edit-hashed
          b==1 --hash=sha256:00           | a:a==2 | edit-hashed
          'a @ https://index.test/a.zip'  | a:a==2 | edit-outside-the-index
          a==${VERSION}                   | a:a==2 | edit-by-hand
          b==1                            | a:c==2 | edit-not-named
          c                               | a:c==2 | edit-not-named
          c==1                            | a:c==2 | edit-not-named
          """)
  void whatCannotBeEditedIsSaidAndLeft(String line, String edit, String id) {
    requirements(line + "\n");
    ProjectEditor.Edited edited = edit(edit);
    assertThat(edited.texts()).isEmpty();
    assertThat(edited.diagnostics()).extracting(Diagnostic::id).containsExactly(id);
  }

  @Test
  void anotherEncodingIsSaidAndLeft() {
    files.put(
        FIRST, "# -*- coding: latin-1 -*-\n# \u00e9\na==1\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(edit("a:a==2").diagnostics())
        .extracting(Diagnostic::id)
        .containsExactly("edit-encoding");
  }

  @Test
  void dependenciesOfPyprojectAreEditedInTheirQuotes() {
    put(
        "pyproject.toml",
        "[project]\nname = 'p'\ndependencies = [\"a>=1; python_version<'3.9'\", 'b']\n");
    ProjectEditor.Edited edited = edit(List.of(Path.of("pyproject.toml")), "a:a==2");
    assertThat(edited.texts().values())
        .containsExactly(
            "[project]\nname = 'p'\ndependencies = [\"a==2; python_version<'3.9'\", 'b']\n");
    assertThat(edit(List.of(Path.of("pyproject.toml")), "z:z==2").diagnostics())
        .extracting(Diagnostic::id)
        .containsExactly("edit-by-hand");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a = "^1.2"               | a:a==2     | a = "==2"
          A_b='~1'  # why          | a-b:a-b==2 | A_b='==2'  # why
          a = "*"                  | a:b        | b = "*"
          a = "^1.2"               | a:b==2     | b = "==2"
          """)
  void plainLinesOfPoetryAreEdited(String line, String edit, String expected) {
    String head = "[tool.poetry.dependencies]\npython = \"^3.11\"\n";
    put("pyproject.toml", head + line + "\nz = \"^1.2\"\n");
    ProjectEditor.Edited edited = edit(List.of(Path.of("pyproject.toml")), edit);
    assertThat(edited.diagnostics()).isEmpty();
    assertThat(edited.texts().values()).containsExactly(head + expected + "\nz = \"^1.2\"\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[tool.poetry.dependencies]\na = { version = '^1.2', extras = ['x'] }\n",
        "[tool.poetry.dependencies.a]\nversion = '^1.2'\n",
        "[project]\ndependencies = ['a\\u003e=1', \"a\\u003e=1\"]\n"
      })
  void otherSpellingsAreLeftToTheirOwner(String text) {
    put("pyproject.toml", text);
    ProjectEditor.Edited edited = edit(List.of(Path.of("pyproject.toml")), "a:a==2");
    assertThat(edited.texts()).isEmpty();
    assertThat(edited.diagnostics()).hasSize(1);
    assertThat(edited.diagnostics().get(0).hint())
        .hasValueSatisfying(hint -> assertThat(hint).contains("by hand"));
  }

  private void requirements(String text) {
    put("requirements.txt", text);
  }

  private void put(String name, String text) {
    files.put(ROOT.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private String edited(String edit) {
    ProjectEditor.Edited edited = edit(edit);
    assertThat(edited.diagnostics()).isEmpty();
    return edited.texts().get(FIRST);
  }

  private ProjectEditor.Edited edit(String... edits) {
    return edit(List.of(Path.of("requirements.txt")), edits);
  }

  private ProjectEditor.Edited edit(List<Path> requirementsFiles, String... edits) {
    FileReader reader = path -> Optional.ofNullable(files.get(path));
    return new ProjectEditor(ROOT, reader, Map.of("VERSION", "1.0"))
        .edit(
            requirementsFiles,
            List.of(),
            Arrays.stream(edits).map(RequirementEdit::parse).toList());
  }
}
