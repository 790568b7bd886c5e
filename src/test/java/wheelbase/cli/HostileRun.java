package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.dockerfile.syntax.Dockerfile;
import wheelbase.dockerfile.syntax.DockerfileReader;
import wheelbase.dockerfile.syntax.Extent;
import wheelbase.dockerfile.syntax.Flag;
import wheelbase.dockerfile.syntax.Keyword;
import wheelbase.dockerfile.syntax.ParsedInstruction;
import wheelbase.testing.HostileTexts;

/**
 * {@code generate} from the files of a project to the text of its Dockerfile, as a user runs it.
 */
final class HostileRun implements AutoCloseable {
  static final String FLASK = "from flask import Flask\napp = Flask(__name__)\n";

  /** What a value is called in the run that hostile ones are held against. */
  static final String HARMLESS = "harmless";

  private final Path directory;
  private final IndexServer index;
  private int projects;

  HostileRun() throws IOException {
    directory = Files.createTempDirectory("hostile");
    index =
        new IndexServer()
            .wheel("flask", "3.0.0", "py3-none-any")
            .wheel("gunicorn", "23.0.0", "py3-none-any");
  }

  @Override
  public void close() throws IOException {
    index.close();
    try (var files = Files.walk(directory)) {
      for (Path each : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(each);
      }
    }
  }

  /** A project of these files and a Flask application. */
  Path project(Map<String, String> files) throws IOException {
    Path project = Files.createDirectory(directory.resolve("project" + projects++));
    write(project, Map.of("requirements.txt", "flask==3.0.0\ngunicorn\n", "app.py", FLASK));
    write(project, files);
    return project;
  }

  private static void write(Path project, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = project.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  CommandLineRun generate(Path project, String... further) {
    Map<String, String> environment =
        Map.of("LANG", "C.UTF-8", "PIP_CONFIG_FILE", "/dev/null", "HOME", directory.toString());
    List<String> arguments = new ArrayList<>(List.of("generate", project.toString()));
    arguments.addAll(List.of(further));
    arguments.addAll(List.of("--index-url", index.url(), "--exclude-newer", "2026-11-20"));
    arguments.addAll(List.of("--cache-dir", directory.resolve("cache").toString()));
    CommandLineRun run =
        CommandLineRun.of(
            project,
            new IndexedPipeline(environment),
            environment,
            false,
            arguments.toArray(String[]::new));
    HostileTexts.assertPlain(run.out());
    HostileTexts.assertPlain(run.err());
    return run;
  }

  /** What was written; empty where the run was refused, which must then have written nothing. */
  static Optional<Dockerfile> written(CommandLineRun run, Path directory) throws IOException {
    Path file = directory.resolve("Dockerfile");
    if (run.exitCode() != ExitCode.DONE) {
      assertThat(run.exitCode())
          .as(run.err())
          .isIn(ExitCode.WRONG_USAGE, ExitCode.REQUIREMENTS, ExitCode.INDEX);
      assertThat(run.err()).isNotBlank();
      assertThat(file).doesNotExist();
      return Optional.empty();
    }
    String text = Files.readString(file);
    HostileTexts.assertPlain(text);
    HostileTexts.assertPlain(Files.readString(directory.resolve(".dockerignore")));
    Dockerfile read = DockerfileReader.read("Dockerfile", text);
    assertThat(read.isFaulty()).as(text).isFalse();
    return Optional.of(read);
  }

  /**
   * Both files have the same instructions with the same options, and those that do not speak of the
   * harmless value are the same to the letter.
   */
  static void assertSameInstructions(Dockerfile hostile, Dockerfile harmless) {
    assertSameKinds(hostile, harmless);
    for (int i = 0; i < harmless.instructions().size(); i++) {
      String expected = text(harmless, harmless.instructions().get(i));
      if (!expected.contains(HARMLESS)) {
        assertThat(text(hostile, hostile.instructions().get(i))).isEqualTo(expected);
      }
    }
  }

  /** Both files have the same instructions with the same options, whatever they say. */
  static void assertSameKinds(Dockerfile hostile, Dockerfile harmless) {
    assertThat(kinds(hostile)).as(hostile.source().text()).isEqualTo(kinds(harmless));
  }

  private static List<String> kinds(Dockerfile file) {
    return file.instructions().stream()
        .map(
            each ->
                each.name().value()
                    + each.flags().stream().map(Flag::toString).toList()
                    // A path that is no plain word is copied in the JSON form.
                    + (each.exec() && !each.is(Keyword.COPY))
                    + each.heredocs().size())
        .toList();
  }

  private static String text(Dockerfile file, ParsedInstruction instruction) {
    Extent extent = instruction.extent();
    return file.source().text().substring(extent.start(), extent.end());
  }
}
