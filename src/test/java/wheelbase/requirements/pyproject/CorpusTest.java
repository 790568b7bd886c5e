package wheelbase.requirements.pyproject;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wheelbase.diagnostic.Severity;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.ReaderOptions;
import wheelbase.requirements.RequirementsFinder;
import wheelbase.testing.Shared;

/** The requirements files of real projects. */
@Tag("corpus")
class CorpusTest {
  private static final int PROJECTS = 41;

  private static List<Path> projects() throws IOException {
    try (var entries = Files.list(Shared.directory("corpus"))) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static ProjectRequirements read(Path project, List<Path> files) {
    return new ProjectReader(project, FileReader.disk(), Map.of())
        .read(files, List.of(), ReaderOptions.NONE);
  }

  @Test
  void everyProjectIsFoundFromItsDirectoryAndReadWithoutError() throws IOException {
    var wrong = new ArrayList<String>();
    int seen = 0;
    for (Path project : projects()) {
      seen++;
      new RequirementsFinder(FileReader.disk())
          .find(project, project.toString())
          .fold(
              found -> {
                ProjectRequirements read = read(project, found.files());
                if (read.hasErrors() || read.requirements().isEmpty()) {
                  wrong.add(project.getFileName() + ": " + read.diagnostics());
                }
                return true;
              },
              several -> wrong.add(project.getFileName() + ": " + several),
              notFound -> wrong.add(project.getFileName() + ": " + notFound));
    }
    assertThat(seen).isEqualTo(PROJECTS);
    assertThat(wrong).isEmpty();
  }

  @Test
  void asManyRequirementsAreReadAsPipReads() throws IOException {
    for (Path project : projects()) {
      JsonNode facts = Shared.json(project.resolve("meta.json"));
      var files = new ArrayList<Path>();
      facts.path("files").path("install").forEach(file -> files.add(Path.of(file.asText())));
      ProjectRequirements read = read(project, files);
      JsonNode pip = facts.path("pip_reading");
      assertThat(read.diagnostics())
          .filteredOn(one -> one.severity() == Severity.ERROR)
          .as("%s", project.getFileName())
          .isEmpty();
      if (pip.isObject()) {
        assertThat(read.requirements())
            .as("%s", project.getFileName())
            .hasSize(pip.path("requirements").asInt());
        assertThat(read.constraints()).hasSize(pip.path("constraints").asInt());
      }
    }
  }
}
