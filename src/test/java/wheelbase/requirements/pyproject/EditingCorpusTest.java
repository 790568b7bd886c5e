package wheelbase.requirements.pyproject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep508.PackageName;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.ReaderOptions;
import wheelbase.requirements.RequirementEdit;
import wheelbase.requirements.RequirementsFinder;
import wheelbase.testing.Shared;

/**
 * Every requirement of real projects is edited in its turn: each edit is made in the lines that
 * name the package and in no other, or it is said why not.
 */
class EditingCorpusTest {
  /** Why a line of a real project may be left to its owner. */
  private static final Set<String> REFUSALS =
      Set.of("edit-hashed", "edit-outside-the-index", "edit-by-hand");

  @ParameterizedTest
  @MethodSource("projects")
  @Tag("corpus")
  void everyRequirementCanBeEdited(Path project) {
    List<Path> files =
        new RequirementsFinder(FileReader.disk())
            .find(project, project.toString())
            .fold(found -> found.files(), several -> List.of(), missing -> List.of());
    ProjectRequirements read = read(project, FileReader.disk(), files);
    for (DeclaredRequirement declared : read.requirements()) {
      declared
          .requirement()
          .ifPresent(requirement -> edit(project, files, read, requirement.name()));
    }
  }

  private static void edit(
      Path project, List<Path> files, ProjectRequirements read, PackageName name) {
    RequirementEdit edit = RequirementEdit.parse(name + ":" + name + "==98765");
    ProjectEditor.Edited edited =
        new ProjectEditor(project, FileReader.disk(), Map.of())
            .edit(files, List.of(), List.of(edit));
    if (!edited.diagnostics().isEmpty()) {
      assertThat(edited.diagnostics()).extracting(Diagnostic::id).isSubsetOf(REFUSALS);
      return;
    }
    ProjectRequirements after = read(project, FileReader.disk().edited(edited.texts()), files);
    assertThat(texts(after, name)).isNotEmpty().allMatch(text -> text.contains("==98765"));
    assertThat(others(after, name)).isEqualTo(others(read, name));
    Set<String> named = new HashSet<>();
    Stream.concat(read.requirements().stream(), read.constraints().stream())
        .filter(declared -> names(declared, name))
        .forEach(declared -> named.add(declared.place().text().strip()));
    edited.texts().forEach((file, text) -> onlyTheseLinesDiffer(file, text, named));
  }

  private static void onlyTheseLinesDiffer(Path file, String text, Set<String> named) {
    try {
      String[] before = Files.readString(file, StandardCharsets.UTF_8).split("\n", -1);
      String[] after = text.split("\n", -1);
      assertThat(after).hasSameSizeAs(before);
      for (int index = 0; index < before.length; index++) {
        if (!before[index].equals(after[index])) {
          assertThat(named).contains(before[index].strip());
        }
      }
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static List<String> texts(ProjectRequirements read, PackageName name) {
    return read.requirements().stream()
        .filter(declared -> names(declared, name))
        .map(DeclaredRequirement::text)
        .toList();
  }

  private static List<String> others(ProjectRequirements read, PackageName name) {
    List<String> others = new ArrayList<>();
    read.requirements().stream()
        .filter(declared -> !names(declared, name))
        .forEach(declared -> others.add(declared.text()));
    return others;
  }

  private static boolean names(DeclaredRequirement declared, PackageName name) {
    return declared.requirement().map(each -> each.name().equals(name)).orElse(false);
  }

  private static ProjectRequirements read(Path project, FileReader reader, List<Path> files) {
    return new ProjectReader(project, reader, Map.of()).read(files, List.of(), ReaderOptions.NONE);
  }

  static List<Path> projects() throws IOException {
    try (Stream<Path> entries = Files.list(Shared.directory("corpus"))) {
      List<Path> projects = entries.filter(Files::isDirectory).sorted().toList();
      assertThat(projects).hasSizeGreaterThan(30);
      return projects;
    }
  }
}
