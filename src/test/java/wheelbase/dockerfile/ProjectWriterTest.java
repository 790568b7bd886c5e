package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectWriterTest {
  private static final GeneratedFile DOCKERFILE =
      new GeneratedFile("Dockerfile", "FROM a\nUSER 1\n", false);
  private static final GeneratedFile IGNORE = new GeneratedFile(".dockerignore", ".git\n", true);
  private static final List<GeneratedFile> BOTH = List.of(DOCKERFILE, IGNORE);

  @TempDir Path project;

  @Test
  void writesBothIntoAnEmptyDirectory() throws IOException {
    WriteOutcome outcome = new ProjectWriter(project).write(BOTH, false);
    assertThat(outcome.refused()).isFalse();
    assertThat(outcome.written()).containsExactly("Dockerfile", ".dockerignore");
    assertThat(project.resolve("Dockerfile")).hasContent("FROM a\nUSER 1\n");
    assertThat(names()).containsExactly(".dockerignore", "Dockerfile");
  }

  @Test
  void hasNothingToDoTheSecondTime() throws IOException {
    new ProjectWriter(project).write(BOTH, false);
    WriteOutcome again = new ProjectWriter(project).write(BOTH, true);
    assertThat(again.written()).isEmpty();
    assertThat(again.backups()).isEmpty();
    assertThat(again.diagnostics()).isEmpty();
    assertThat(again.changes()).extracting(FileChange::kind).containsOnly(FileChange.Kind.SAME);
    assertThat(names()).containsExactly(".dockerignore", "Dockerfile");
  }

  @Test
  void leavesADifferentDockerfileAloneAndShowsTheDifference() throws IOException {
    put("Dockerfile", "FROM mine\nUSER 1\n");
    WriteOutcome outcome = new ProjectWriter(project).write(BOTH, false);
    assertThat(outcome.refused()).isTrue();
    assertThat(outcome.diagnostics()).extracting("id").containsExactly("would-overwrite");
    assertThat(outcome.changes().get(0).difference())
        .containsExactly(
            "--- Dockerfile",
            "+++ Dockerfile (wheelbase)",
            "@@ -1,2 +1,2 @@",
            "-FROM mine",
            "+FROM a",
            " USER 1");
    assertThat(project.resolve("Dockerfile")).hasContent("FROM mine\nUSER 1\n");
    assertThat(names()).containsExactly("Dockerfile");
  }

  @Test
  void replacesWhatTheUserAskedToHaveChangedAndKeepsWhatWasThere() throws IOException {
    put("requirements.txt", "a==1\n");
    GeneratedFile edited =
        new GeneratedFile("requirements.txt", "a==2\n", GeneratedFile.Existing.IS_REPLACED);
    WriteOutcome outcome = new ProjectWriter(project).write(List.of(DOCKERFILE, edited), false);
    assertThat(outcome.refused()).isFalse();
    assertThat(outcome.written()).containsExactly("Dockerfile", "requirements.txt");
    assertThat(outcome.backups()).containsExactly("requirements.txt.bak");
    assertThat(project.resolve("requirements.txt")).hasContent("a==2\n");
    assertThat(project.resolve("requirements.txt.bak")).hasContent("a==1\n");
  }

  @Test
  void leavesThatTooWhereAnotherFileStopsTheWriting() throws IOException {
    put("requirements.txt", "a==1\n");
    put("Dockerfile", "FROM mine\n");
    GeneratedFile edited =
        new GeneratedFile("requirements.txt", "a==2\n", GeneratedFile.Existing.IS_REPLACED);
    assertThat(new ProjectWriter(project).write(List.of(DOCKERFILE, edited), false).refused())
        .isTrue();
    assertThat(project.resolve("requirements.txt")).hasContent("a==1\n");
    assertThat(names()).containsExactly("Dockerfile", "requirements.txt");
  }

  @Test
  void keepsADifferentDockerignoreAndWritesTheRest() throws IOException {
    put(".dockerignore", "mine\n");
    WriteOutcome outcome = new ProjectWriter(project).write(BOTH, false);
    assertThat(outcome.refused()).isFalse();
    assertThat(outcome.diagnostics()).extracting("id").containsExactly("existing-file-kept");
    assertThat(outcome.written()).containsExactly("Dockerfile");
    assertThat(project.resolve(".dockerignore")).hasContent("mine\n");
  }

  @Test
  void keepsWhatItReplacesAndEveryEarlierCopyToo() throws IOException {
    put("Dockerfile", "first\n");
    put("Dockerfile.bak", "older\n");
    Files.setPosixFilePermissions(
        project.resolve("Dockerfile"), PosixFilePermissions.fromString("rw-rw----"));
    WriteOutcome outcome = new ProjectWriter(project).write(List.of(DOCKERFILE), true);
    assertThat(outcome.backups()).containsExactly("Dockerfile.bak.1");
    assertThat(project.resolve("Dockerfile.bak")).hasContent("older\n");
    assertThat(project.resolve("Dockerfile.bak.1")).hasContent("first\n");
    assertThat(project.resolve("Dockerfile")).hasContent("FROM a\nUSER 1\n");
    assertThat(Files.getPosixFilePermissions(project.resolve("Dockerfile")))
        .isEqualTo(PosixFilePermissions.fromString("rw-rw----"));
  }

  @Test
  void saysThatOnlyTheEndsOfLinesDiffer() throws IOException {
    put("Dockerfile", "FROM a\r\nUSER 1\r\n");
    assertThat(new ProjectWriter(project).compare(List.of(DOCKERFILE)).get(0).difference())
        .containsExactly("only the ends of lines differ");
  }

  @Test
  void writesThroughALink() throws IOException {
    put("shared.Dockerfile", "old\n");
    Files.createSymbolicLink(project.resolve("Dockerfile"), Path.of("shared.Dockerfile"));
    new ProjectWriter(project).write(List.of(DOCKERFILE), true);
    assertThat(project.resolve("Dockerfile")).isSymbolicLink();
    assertThat(project.resolve("shared.Dockerfile")).hasContent("FROM a\nUSER 1\n");
  }

  @Test
  void writesNothingWhereOneOfTheFilesCannotBeWritten() throws IOException {
    // A directory in the way of the second file's preparation: fails whoever runs the test.
    Files.createDirectories(project.resolve("..dockerignore.new/full"));
    put("Dockerfile", "mine\n");
    WriteOutcome outcome = new ProjectWriter(project).write(BOTH, true);
    assertThat(outcome.refused()).isTrue();
    assertThat(outcome.diagnostics()).extracting("id").containsExactly("cannot-write");
    assertThat(project.resolve("Dockerfile")).hasContent("mine\n");
    assertThat(names()).containsExactly("..dockerignore.new", "Dockerfile");
  }

  @Test
  void takesBackTheFirstFileWhereTheSecondCannotBeMoved() throws IOException {
    put("Dockerfile", "mine\n");
    FileChange first = FileChange.between("mine\n".getBytes("UTF-8"), DOCKERFILE);
    Replacement replacement = Replacement.prepare(project.resolve("Dockerfile"), first);
    replacement.commit();
    assertThat(project.resolve("Dockerfile")).hasContent("FROM a\nUSER 1\n");
    replacement.undo();
    assertThat(project.resolve("Dockerfile")).hasContent("mine\n");
    assertThat(names()).containsExactly("Dockerfile");
  }

  @Test
  void refusesWhereTheDockerignoreThatStaysHidesTheRequirements() throws IOException {
    put(".dockerignore", "*\n!src\n");
    DockerfilePlan plan = Requests.slim().plan();
    List<GeneratedFile> files = new DockerfileWriter().files(plan);
    WriteOutcome outcome = new ProjectWriter(project).write(plan, files, false);
    assertThat(outcome.diagnostics()).extracting("id").containsExactly("copied-file-ignored");
    assertThat(names()).containsExactly(".dockerignore");

    put(".dockerignore", "*\n!src\n!requirements.txt\n");
    assertThat(new ProjectWriter(project).write(plan, files, false).written())
        .containsExactly("Dockerfile");
    assertThat(new ProjectWriter(project).write(plan, files, true).backups())
        .containsExactly(".dockerignore.bak");
    assertThat(new ProjectWriter(project).write(plan, files, false).written()).isEmpty();
  }

  @Test
  void aDockerignoreThatIsNotReplacedStaysInForceEvenWithForce() throws IOException {
    put(".dockerignore", "*\n");
    DockerfilePlan plan = Requests.slim().withoutDockerIgnore().plan();
    List<GeneratedFile> dockerfile = new DockerfileWriter().files(plan).subList(0, 1);
    WriteOutcome outcome = new ProjectWriter(project).write(plan, dockerfile, true);
    assertThat(outcome.diagnostics()).extracting("id").containsExactly("copied-file-ignored");
    assertThat(names()).containsExactly(".dockerignore");
  }

  @Test
  void saysThatTheDirectoryIsMissing() {
    Path nowhere = project.resolve("nowhere");
    WriteOutcome outcome = new ProjectWriter(nowhere).write(BOTH, false);
    assertThat(outcome.diagnostics())
        .singleElement()
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.id()).isEqualTo("cannot-write");
              assertThat(diagnostic.message()).contains("there is no such directory");
            });
  }

  @Test
  void refusesADirectoryInTheFilesPlace() throws IOException {
    Files.createDirectory(project.resolve("Dockerfile"));
    WriteOutcome outcome = new ProjectWriter(project).write(BOTH, true);
    assertThat(outcome.refused()).isTrue();
    assertThat(names()).containsExactly("Dockerfile");
  }

  private void put(String name, String text) throws IOException {
    Files.writeString(project.resolve(name), text);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(project)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
