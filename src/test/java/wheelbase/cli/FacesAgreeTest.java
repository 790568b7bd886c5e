package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wheelbase.Wheelbase;
import wheelbase.baseimage.Catalogue;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.report.AnswersJson;
import wheelbase.requirements.FileReader;
import wheelbase.syslibs.RuleBook;
import wheelbase.testing.MiniIndex;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Ending;
import wheelbase.wizard.Outside;
import wheelbase.wizard.Road;
import wheelbase.wizard.Topic;
import wheelbase.wizard.prompt.PromptWizard;

/**
 * The full screen, the prompts, the flags and the answers file do not drift apart: driven to the
 * same answers they write the same bytes, and so does the command line that the first two end with.
 */
class FacesAgreeTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("LANG", "C.UTF-8");

  private static final Map<String, String> SERVICE =
      Map.of(
          "requirements.txt", "flask==3\ngunicorn\npsycopg2==2.9.11\n",
          "requirements/prod.txt", "flask==3\ngunicorn\npsycopg2==2.9.11\n",
          "pyproject.toml",
              """
              [project]
              name = "service"
              dependencies = ["flask==3", "psycopg2==2.9.11"]
              [project.optional-dependencies]
              mail = ["click"]
              [dependency-groups]
              serve = ["gunicorn"]
              test = ["click", {include-group = "serve"}]
              """,
          "app.py", "from flask import Flask\napp = Flask(__name__)\n",
          "shop.py", "from flask import Flask\napplication = Flask(__name__)\n",
          "build/notes.txt", "where another tool builds\n");

  @TempDir private Path directory;

  /** A project and what its user wants. */
  private record Case(
      String name, Map<String, String> files, Answers answers, boolean isWritable, boolean force) {
    static Case of(String name, Answers answers) {
      return new Case(name, SERVICE, answers, true, false);
    }

    Case with(String file, String text) {
      Map<String, String> more = new LinkedHashMap<>(files);
      more.put(file, text);
      return new Case(name, more, answers, isWritable, true);
    }

    Case unwritable() {
      return new Case(name, files, answers, false, force);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Case> cases() {
    return List.of(
        Case.of("everything as usual", Answers.NONE),
        Case.of("nothing as usual", everythingElse()).unwritable(),
        Case.of(
            "a cure is taken", Answers.NONE.with(Topic.CURES, "psycopg2:psycopg2-binary==2.9.11")),
        Case.of("another Dockerfile is there", Answers.NONE.with(Topic.PORT, "9000"))
            .with("Dockerfile", "FROM scratch\n")
            .with(".dockerignore", "mine\n"),
        Case.of("it cannot be written there", Answers.NONE.with(Topic.OUTPUT, "build"))
            .unwritable(),
        Case.of(
            "several Pythons, no port to ask",
            Answers.NONE
                .with(Topic.PYTHON, List.of("3.13", "3.12"))
                .with(Topic.HEALTH, "none")
                .with(Topic.APPLICATION, "shop:application")));
  }

  private static Answers everythingElse() {
    return Answers.NONE
        .with(Topic.REQUIREMENTS, "pyproject.toml")
        .with(Topic.EXTRAS, List.of("mail"))
        .with(Topic.GROUPS, List.of("serve", "test"))
        .with(Topic.OUTPUT, "build")
        .with(Topic.PYTHON, "3.12")
        .with(Topic.ARCHITECTURES, "arm64")
        .with(Topic.NO_BINARY, List.of("lxml", "psycopg2"))
        .with(Topic.CURES, "psycopg2:psycopg2-binary==2.9.11")
        .with(Topic.BASE, "3.12-slim-bookworm")
        .with(Topic.APPLICATION, "shop:application")
        .with(Topic.PORT, "9000")
        .with(Topic.HEALTH, "/healthz")
        .with(Topic.WORKERS, "3")
        .with(Topic.LAYOUT, "prefix")
        .with(Topic.INSTALLER, "uv")
        .with(Topic.BUILDER, "full")
        .with(Topic.TEST, "imports")
        .with(Topic.USER, "12345")
        .with(Topic.CACHE_MOUNTS, Answers.NO)
        .with(Topic.DOCKERIGNORE, Answers.NO)
        .with(Topic.LINK_CHECK, Answers.NO)
        .with(Topic.LOCK, Answers.YES)
        .with(Topic.DIGEST, Answers.YES);
  }

  @Test
  void everyTopicIsAnswered() {
    assertThat(everythingElse().byId().keySet())
        .containsExactlyElementsOf(Stream.of(Topic.values()).map(Topic::id).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFacesWriteTheSameBytes(Case told) throws IOException {
    Path project = draw(told, "keys");
    Ending byKeys = new PressedKeys(outside(told, project), road(project), told.answers()).walk();
    Map<String, String> written = contents(project);
    assertThat(written)
        .containsKey(
            told.answers().to(Topic.OUTPUT).isPresent() ? "build/Dockerfile" : "Dockerfile");
    assertThat(byKeys.written()).isNotEmpty();

    project = draw(told, "prompts");
    SpokenReplies replies = new SpokenReplies(told.answers());
    Ending byPrompts =
        PromptWizard.walk(replies, true, outside(told, project), road(project), Answers.NONE);
    assertThat(replies.unsaid()).as(replies.toString()).isEqualTo(Answers.NONE);
    assertThat(contents(project)).as(replies.toString()).isEqualTo(written);
    assertThat(byPrompts).isEqualTo(byKeys);

    assertThat(generated(told, "flags", flags(told.answers()))).isEqualTo(written);

    Files.writeString(directory.resolve("answers.json"), AnswersJson.write(told.answers().byId()));
    List<String> file = List.of("--answers", directory.resolve("answers.json").toString());
    List<String> noInput = new ArrayList<>(file);
    noInput.add("--no-input");
    assertThat(run(told, "answers", noInput)).isEqualTo(written);

    String again = byKeys.command().orElseThrow();
    assertThat(again).startsWith("wheelbase generate").doesNotContain("'", "\"", "\\");
    List<String> words = List.of(again.split(" "));
    assertThat(generated(told, "again", words.subList(2, words.size()))).isEqualTo(written);
  }

  @Test
  void whatIsNotAsUsualIsInTheCommand() throws IOException {
    Case told = Case.of("nothing as usual", everythingElse()).unwritable();
    Path project = draw(told, "keys");
    Ending ending = new PressedKeys(outside(told, project), road(project), told.answers()).walk();
    assertThat(ending.command().orElseThrow())
        .contains(Stream.of(Topic.values()).map(Topic::flag).toList());
  }

  private Path draw(Case told, String face) throws IOException {
    Path project = directory.resolve(face).resolve("service");
    for (Map.Entry<String, String> file : told.files().entrySet()) {
      Path place = project.resolve(file.getKey());
      Files.createDirectories(place.getParent());
      Files.writeString(place, file.getValue());
    }
    return project;
  }

  private static Map<String, String> contents(Path project) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(project)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  // Each byte is one character of Latin-1.
                  contents.put(
                      project.relativize(file).toString(),
                      new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return contents;
  }

  private static List<String> flags(Answers answers) {
    List<String> flags = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      List<String> words = answers.to(topic).orElse(List.of());
      if (topic.isSwitch() && !words.isEmpty()) {
        flags.add(topic.flag());
      } else if (topic.isJoined() && !words.isEmpty()) {
        flags.addAll(List.of(topic.flag(), String.join(",", words)));
      } else {
        words.forEach(word -> flags.addAll(List.of(topic.flag(), word)));
      }
    }
    return flags;
  }

  private Map<String, String> generated(Case told, String face, List<String> flags)
      throws IOException {
    List<String> words = new ArrayList<>(flags);
    words.add(0, "generate");
    return run(told, face, words);
  }

  private Map<String, String> run(Case told, String face, List<String> arguments)
      throws IOException {
    Path project = draw(told, face);
    List<String> words = new ArrayList<>(arguments);
    if (told.force()) {
      words.add("--force");
    }
    CommandLineRun run =
        CommandLineRun.of(project, pipeline(), ENVIRONMENT, false, words.toArray(String[]::new));
    assertThat(run.exitCode()).as(words + "\n" + run.err()).isZero();
    return contents(project);
  }

  private static Pipeline pipeline() {
    Wheelbase wheelbase =
        new Wheelbase(
            options ->
                MiniIndex.of(
                    "flask 3 -> click",
                    "click 8",
                    "gunicorn 23",
                    "psycopg2 2.9.11 {compiles=C}",
                    "psycopg2-binary 2.9.11"),
            RuleBook.shipped(Optional.empty()),
            Catalogue.shipped(),
            FileReader.disk(),
            ENVIRONMENT);
    return (request, index, progress) -> wheelbase.analyse(request, progress);
  }

  private static Surroundings surroundings(Path project) {
    Streams nobody =
        new Streams(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), true, true);
    return new Surroundings(nobody, ENVIRONMENT, project, CommandLineRun.CLOCK);
  }

  private static Road road(Path project) {
    return new Road(new ProjectOptions().given(Path.of("."), surroundings(project)));
  }

  /** The real one, but that a directory may be said not to be writable; root may write anywhere. */
  private static Outside outside(Case told, Path project) {
    Surroundings surroundings = surroundings(project);
    Outside real =
        new DiskAndIndex(surroundings, pipeline(), new ProjectOptions().index(surroundings));
    return (Outside)
        Proxy.newProxyInstance(
            Outside.class.getClassLoader(),
            new Class<?>[] {Outside.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("cannotWrite")
                  && !told.isWritable()
                  && !((Path) arguments[0]).endsWith("build")) {
                return Optional.of(Diagnostic.error("cannot-write", "it cannot be written to"));
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
