package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.dockerfile.syntax.Dockerfile;
import wheelbase.dockerfile.syntax.DockerfileReader;

/** Nothing in a project becomes an instruction, all the way from its files to the Dockerfile. */
class HostileProjectTest {
  @TempDir private Path directory;
  private IndexServer index;
  private int projects;

  @BeforeEach
  void anIndex() throws IOException {
    index =
        new IndexServer()
            .wheel("flask", "3.0.0", "py3-none-any")
            .wheel("gunicorn", "23.0.0", "py3-none-any");
  }

  @AfterEach
  void close() {
    index.close();
  }

  private Dockerfile generated(Map<String, String> files, String... further) throws IOException {
    Path project = directory.resolve("project" + projects++);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = project.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Map<String, String> environment =
        Map.of("LANG", "C.UTF-8", "PIP_CONFIG_FILE", "/dev/null", "HOME", directory.toString());
    List<String> arguments = new ArrayList<>(List.of("generate", project.toString()));
    arguments.addAll(List.of(further));
    arguments.addAll(List.of("--index-url", index.url(), "--exclude-newer", "2026-11-20"));
    arguments.addAll(List.of("--python", "3.13", "--base", "slim-trixie"));
    arguments.addAll(List.of("--cache-dir", directory.resolve("cache").toString()));
    CommandLineRun run =
        CommandLineRun.of(
            project,
            new IndexedPipeline(environment),
            environment,
            false,
            arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    String text = Files.readString(project.resolve("Dockerfile"));
    assertPlain(text);
    assertPlain(Files.readString(project.resolve(".dockerignore")));
    return DockerfileReader.read("Dockerfile", text);
  }

  /** Nothing that moves the cursor, turns the line around or ends it. */
  private static void assertPlain(String text) {
    assertThat(text.codePoints().filter(one -> one != '\n'))
        .noneMatch(
            one ->
                List.of(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.LINE_SEPARATOR,
                        (int) Character.PARAGRAPH_SEPARATOR)
                    .contains(Character.getType(one)));
  }

  private static List<String> keywords(Dockerfile file) {
    assertThat(file.isFaulty()).isFalse();
    return file.instructions().stream().map(one -> one.name().value()).toList();
  }

  private static final String FLASK = "from flask import Flask\napp = Flask(__name__)\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$(id)",
        "`id`",
        "a b",
        "#a",
        "a\\",
        "a'b",
        "a\"b",
        "${PATH}",
        "<<EOF",
        "--from=x",
        "a;b",
        "[1]",
        "{{name}}",
        "a&&b",
        "*",
        "\u00e9",
        "!a",
        "FROM scratch"
      })
  void inTheNameOfARequirementsFile(String name) throws IOException {
    Dockerfile harmless =
        generated(Map.of("x/r.txt", "flask==3.0.0\ngunicorn\n", "app.py", FLASK), "-r", "x/r.txt");
    Dockerfile hostile =
        generated(
            Map.of(name + "/r.txt", "flask==3.0.0\ngunicorn\n", "app.py", FLASK),
            "-r",
            name + "/r.txt");
    assertThat(keywords(hostile)).isEqualTo(keywords(harmless));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flask==3.0.0 # \\\nRUN false",
        "flask==3.0.0 # $(id) `id`",
        "flask==3.0.0 ; python_version > '3' # \u202eRUN false",
        "flask \\\n ==3.0.0"
      })
  void inALineOfRequirements(String line) throws IOException {
    Dockerfile harmless =
        generated(Map.of("requirements.txt", "flask==3.0.0\ngunicorn\n", "app.py", FLASK));
    String lines = line.replace("\nRUN", "\n#RUN") + "\ngunicorn\n";
    Dockerfile hostile = generated(Map.of("requirements.txt", lines, "app.py", FLASK));
    assertThat(keywords(hostile)).isEqualTo(keywords(harmless));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gunicorn app:app --name '$(id)'",
        "gunicorn app:app --name `id`",
        "gunicorn app:app --name \"a\\\"]\"",
        "gunicorn app:app --name '\u202eb'",
        "gunicorn app:app --name '#'",
        "gunicorn app:app --name '\\'"
      })
  void inAProcfile(String command) throws IOException {
    Map<String, String> files = Map.of("requirements.txt", "flask==3.0.0\ngunicorn\n");
    Map<String, String> hostileFiles = new HashMap<>(files);
    hostileFiles.put("Procfile", "web: " + command + "\n");
    Map<String, String> harmlessFiles = new HashMap<>(files);
    harmlessFiles.put("Procfile", "web: gunicorn app:app --name x\n");
    assertThat(keywords(generated(hostileFiles))).isEqualTo(keywords(generated(harmlessFiles)));
  }

  @Test
  void inANameOfASourceFile() throws IOException {
    Dockerfile harmless =
        generated(
            Map.of("requirements.txt", "flask==3.0.0\ngunicorn\n", "app.py", FLASK, "x.py", ""));
    Dockerfile hostile =
        generated(
            Map.of(
                "requirements.txt", "flask==3.0.0\ngunicorn\n",
                "app.py", FLASK,
                "a\nRUN false\n.py", "",
                "\u202e.py", "",
                "$(id)/__init__.py", ""));
    assertThat(keywords(hostile)).isEqualTo(keywords(harmless));
  }
}
