package wheelbase.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import wheelbase.Analysis;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.survey.ProgressListener;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.WizardWorld;
import wheelbase.wheels.Cure;

/** What is asked of drawn projects. */
class QuestionnaireTest {
  @TempDir Path project;
  private WizardWorld world;
  private Road road;

  @BeforeEach
  void drawAWebApplication() throws IOException {
    write("requirements.txt", "flask==3\ngunicorn\nspeedy==1\n");
    write("app.py", "from flask import Flask\napp = Flask(__name__)\n");
    world =
        new WizardWorld(
            project,
            MiniIndex.of(
                "flask 3 -> click",
                "click 8",
                "gunicorn 23",
                "lonely 1 {wheel=cp313-cp313-manylinux_2_17_x86_64}",
                "speedy 1 {sdist, compiles=C}",
                "speedy 1.1"));
    road = new Road(world.request());
  }

  private void write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Situation outlined(Answers answers) {
    return new Situation(
        answers,
        world.outline(road.exploring(answers)),
        Optional.empty(),
        world.cannotWrite(road.directory(answers)));
  }

  private Situation looked(Answers answers) {
    try {
      Analysis analysis = world.analyse(road.exploring(answers), false, ProgressListener.SILENT);
      return new Situation(
          answers, world.outline(road.exploring(answers)), Optional.of(analysis), Optional.empty());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Question question(Topic topic, Situation situation) {
    return Questionnaire.question(topic, situation).orElseThrow();
  }

  private static List<String> asked(Step step, Situation situation) {
    return Questionnaire.questions(step, situation).stream()
        .map(question -> question.topic().id())
        .toList();
  }

  private static String options(Question question) {
    return question.options().stream()
        .map(option -> option.value() + " (" + option.note() + ")")
        .collect(Collectors.joining("\n"));
  }

  /** A project whose dependencies have optional parts, and a directory that was named. */
  private Situation everythingAsked() throws IOException {
    write(
        "pyproject.toml",
        """
        [project]
        name = "shop"
        dependencies = ["flask==3", "gunicorn", "speedy==1"]
        optional-dependencies = { web = ["click"] }
        [dependency-groups]
        test = ["click"]
        """);
    return looked(
        Answers.NONE
            .with(Topic.REQUIREMENTS, "pyproject.toml")
            .with(Topic.OUTPUT, project.toString()));
  }

  @Test
  void extrasAndGroupsAreAskedOnlyWhereThereAreSome() throws IOException {
    Situation situation = everythingAsked();
    assertThat(asked(Step.PROJECT, situation))
        .containsExactly("requirements", "extras", "groups", "output");
    assertThat(options(question(Topic.EXTRAS, situation))).isEqualTo("web ()");
    assertThat(question(Topic.EXTRAS, situation).check().apply(List.of("wbe")))
        .hasValueSatisfying(
            wrong -> assertThat(wrong.hint().orElseThrow()).startsWith("did you mean `web`?"));
  }

  @Test
  void eachStepAsksItsTopics() {
    Situation situation = looked(Answers.NONE);
    assertThat(asked(Step.PROJECT, situation)).containsExactly("requirements");
    assertThat(asked(Step.TARGETS, situation))
        .containsExactly("python", "architectures", "no-binary");
    assertThat(asked(Step.LOOKING, situation)).isEmpty();
    assertThat(asked(Step.MATRIX, situation)).containsExactly("cures");
    assertThat(asked(Step.BASE, situation)).containsExactly("base");
    assertThat(asked(Step.APPLICATION, situation))
        .containsExactly("application", "port", "health", "workers");
    assertThat(asked(Step.OPTIONS, situation))
        .containsExactly(
            "layout",
            "installer",
            "builder",
            "test",
            "user",
            "cache-mounts",
            "dockerignore",
            "link-check",
            "lock",
            "digest");
    assertThat(asked(Step.PREVIEW, situation)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyTopicIsAskedAtItsStep(Topic topic) throws IOException {
    Situation situation = everythingAsked();
    Question question = question(topic, situation);
    assertThat(question.label()).isNotBlank();
    assertThat(question.help()).endsWith(".");
    assertThat(question.kind() == Question.Kind.YES_NO).isEqualTo(topic.isSwitch());
    assertThat(question.problem(Answers.NONE)).isEmpty();
  }

  /** Beside the field it is said what is wrong; the answer itself is never lost or a crash. */
  @ParameterizedTest
  @EnumSource(Topic.class)
  void hostileWordsAreRefusedOrTaken(Topic topic) throws IOException {
    Situation situation = everythingAsked();
    for (String word :
        List.of(
            "",
            " ",
            "\0",
            "a\nb",
            "\"'`$(id)",
            "\u001b[2J",
            "\u202ebad",
            "8".repeat(10_000),
            "-x",
            "../..",
            "\ud83d\ude00")) {
      Optional<Diagnostic> problem = question(topic, situation).check().apply(List.of(word));
      Answers answers = Answers.NONE.with(topic, word);
      assertThat(road.command(answers)).doesNotContain("\0");
      assertThat(road.directory(answers)).isNotNull();
      assertThat(road.request(answers)).isNotNull();
      assertThat(road.choices(answers, situation.analysis().orElseThrow())).isNotNull();
      problem.ifPresent(why -> assertThat(why.message()).isNotBlank());
      if (word.indexOf('\0') >= 0) {
        assertThat(problem).isPresent();
      }
    }
  }

  @Test
  void theFilesThatWereFoundAreUsualAndOthersOffered() throws IOException {
    write("requirements-dev.txt", "pytest\n");
    Question question = question(Topic.REQUIREMENTS, outlined(Answers.NONE));
    assertThat(question.usual()).containsExactly("requirements.txt");
    assertThat(question.because())
        .isEqualTo("requirements.txt is read: it is what pip is usually given");
    assertThat(options(question))
        .isEqualTo("requirements.txt (3 requirements)\nrequirements-dev.txt ()");
  }

  @Test
  void aFileThatCannotBeReadIsSaidAtItsQuestion() throws IOException {
    write("requirements.txt", "flask=3\n");
    Situation situation = outlined(Answers.NONE);
    assertThat(question(Topic.REQUIREMENTS, situation).problem(Answers.NONE)).isPresent();
  }

  @Test
  void whereFilesGoIsAskedWhereTheyCannotGo() {
    Situation situation = outlined(Answers.NONE);
    Diagnostic denied = Diagnostic.error("cannot-write", "no");
    Situation unwritable =
        new Situation(Answers.NONE, situation.outline(), Optional.empty(), Optional.of(denied));
    Question question = question(Topic.OUTPUT, unwritable);
    assertThat(question.problem(Answers.NONE)).contains(denied);
    assertThat(question.check().apply(List.of("elsewhere"))).isEmpty();
  }

  @Test
  void pythonIsWhatTheProjectDeclares() throws IOException {
    write(".python-version", "3.12\n");
    Question question = question(Topic.PYTHON, outlined(Answers.NONE));
    assertThat(question.usual()).containsExactly("3.12");
    assertThat(question.because()).isEqualTo("found in .python-version");
    assertThat(options(question).lines())
        .contains(
            "3.12 (found in .python-version; fixes until 2028-10-31)",
            "3.10 (no fixes since 2026-10-31; not what .python-version says: 3.12)");
    assertThat(question.options().get(0).value()).isEqualTo("3.14");
    assertThat(question.check().apply(List.of()).orElseThrow().hint().orElse(""))
        .isEqualTo("3.12 is what the project declares");
  }

  @Test
  void withoutADeclarationPythonIsChosen() {
    Question question = question(Topic.PYTHON, outlined(Answers.NONE));
    assertThat(question.usual()).isEmpty();
    assertThat(question.because())
        .isEqualTo("wheelbase chooses the newest with the fewest compiles");
    assertThat(question.check().apply(List.of())).isEmpty();
    assertThat(question.problem(Answers.NONE)).isEmpty();
  }

  @Test
  void aPatchReleaseThatWasAskedForIsAnOption() {
    Answers answers = Answers.NONE.with(Topic.PYTHON, "3.12.7");
    assertThat(options(question(Topic.PYTHON, outlined(answers))))
        .startsWith("3.12.7 (asked for)\n3.14 (");
  }

  @Test
  void atLeastOneArchitecture() {
    Question question = question(Topic.ARCHITECTURES, outlined(Answers.NONE));
    assertThat(question.usual()).containsExactly("amd64", "arm64");
    assertThat(question.check().apply(List.of())).isPresent();
    assertThat(question.check().apply(List.of("arm64"))).isEmpty();
  }

  @Test
  void aCureIsOfferedTakenListedAndTakenBack() {
    Situation before = looked(Answers.NONE);
    Question offered = question(Topic.CURES, before);
    assertThat(options(offered)).startsWith("speedy:speedy==1.1 (a wheel of speedy on ");
    assertThat(offered.options().get(0).label()).isEqualTo("speedy==1 -> speedy==1.1");
    Cure cure = before.analysis().orElseThrow().cures().get(0);
    Answers taken = Cures.take(cure, Answers.NONE, before.analysis().orElseThrow());
    assertThat(taken).isEqualTo(Answers.NONE.with(Topic.CURES, "speedy:speedy==1.1"));
    Situation after = looked(taken);
    assertThat(after.analysis().orElseThrow().cures()).isEmpty();
    assertThat(options(question(Topic.CURES, after))).isEqualTo("speedy:speedy==1.1 (taken)");
    assertThat(Questionnaire.stillFitting(after)).isEqualTo(taken);
    assertThat(Cures.takeBack("speedy:speedy==1.1", taken)).isEqualTo(Answers.NONE);
  }

  /** Else it could not be taken back: no analysis leads to the step where cures are asked for. */
  @Test
  void aCureThatCannotBeMadeIsAskedForWithTheProject() throws IOException {
    write("other.txt", "flask==3\n");
    Answers answers =
        Answers.NONE
            .with(Topic.REQUIREMENTS, "other.txt")
            .with(Topic.CURES, "speedy:speedy-binary==1");
    Situation situation = outlined(answers);
    assertThat(asked(Step.PROJECT, situation)).containsExactly("requirements", "cures");
    assertThat(Questionnaire.questions(Step.PROJECT, situation).get(0).problem(answers)).isEmpty();
    Question cures = Questionnaire.questions(Step.PROJECT, situation).get(1);
    assertThat(cures.problem(answers).orElseThrow().message())
        .startsWith("speedy cannot be made speedy-binary==1: no line names speedy");
    assertThat(cures.check().apply(List.of())).isEmpty();
  }

  @Test
  void theRecommendedBaseIsTheFirstAndTheUsual() {
    Question question = question(Topic.BASE, looked(Answers.NONE));
    assertThat(question.usual()).containsExactly("3.14-slim-trixie");
    assertThat(question.options().get(0).value()).isEqualTo("3.14-slim-trixie");
    assertThat(question.options()).hasSize(3);
    assertThat(question.options().get(0).note())
        .matches(
            "[0-9.]+ MB on disk, [0-9.]+ MB to pull, compiles speedy, about \\d+ (s|min) a build");
    assertThat(question.check().apply(List.of("alpine3.24"))).isEmpty();
    assertThat(question.check().apply(List.of("3.12-slim-trixie")).orElseThrow().id())
        .isEqualTo("base-not-analysed");
  }

  @Test
  void aBaseThatCannotRunItIsRefusedWithTheObstacle() throws IOException {
    write("requirements.txt", "lonely\n");
    Question question =
        question(
            Topic.BASE,
            looked(Answers.NONE.with(Topic.PYTHON, "3.13").with(Topic.ARCHITECTURES, "amd64")));
    assertThat(question.check().apply(List.of("3.13-slim-trixie"))).isEmpty();
    assertThat(question.check().apply(List.of("3.13-alpine3.24")).orElseThrow().message())
        .startsWith("the project does not run on python:3.13-alpine3.24, lonely 1 has no");
    assertThat(options(question)).contains("3.13-alpine3.24 (not possible: lonely 1 has no");
  }

  @Test
  void theApplicationIsWhatWasFoundAndStaysWhenAnotherIsAnswered() throws IOException {
    write("other.py", "from flask import Flask\nother = Flask(__name__)\n");
    Question question = question(Topic.APPLICATION, looked(Answers.NONE));
    assertThat(question.usual()).containsExactly("app:app");
    assertThat(question.because())
        .isEqualTo("Flask, served by gunicorn, found in app.py:2, 1 other was found");
    assertThat(options(question)).isEqualTo("app:app (found in app.py:2)\nother:other ()");
    Situation answered = looked(Answers.NONE.with(Topic.APPLICATION, "other:other"));
    assertThat(question(Topic.APPLICATION, answered).usual()).containsExactly("app:app");
    assertThat(options(question(Topic.APPLICATION, answered))).isEqualTo(options(question));
  }

  @Test
  void whatIsMissingToStartTheApplicationIsSaidWhereItIsAskedFor() throws IOException {
    write("requirements.txt", "flask\n");
    world = new WizardWorld(project, MiniIndex.of("flask 3"));
    assertThat(question(Topic.APPLICATION, looked(Answers.NONE)).because())
        .startsWith("Flask, found in app.py:2; no server is among the requirements")
        .endsWith("; add gunicorn to the requirements");
    Files.delete(project.resolve("app.py"));
    assertThat(question(Topic.APPLICATION, looked(Answers.NONE)).because())
        .startsWith("nothing was found that starts this project: say what does");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main.py | print(1) | requests | application",
        "notes.txt | none | flask | application",
        "app.py | from flask import Flask; app = Flask('') | flask | application port health",
      })
  void onlyWhatMakesSenseIsAsked(String file, String text, String requirement, String topics)
      throws IOException {
    Files.delete(project.resolve("app.py"));
    write(file, text.replace("; ", "\n"));
    write("requirements.txt", requirement + "\n");
    world = new WizardWorld(project, MiniIndex.of("flask 3", "requests 2"));
    assertThat(asked(Step.APPLICATION, looked(Answers.NONE))).containsExactly(topics.split(" "));
  }

  @Test
  void portAndHealthAreThoseOfTheApplication() throws IOException {
    write("Procfile", "web: gunicorn app:app --bind 0.0.0.0:9090\n");
    write(
        "app.py",
        "from flask import Flask\napp = Flask(__name__)\n@app.route('/healthz')\ndef up():\n"
            + "    return ''\n");
    Situation situation = looked(Answers.NONE);
    assertThat(question(Topic.PORT, situation).usual()).containsExactly("9090");
    assertThat(question(Topic.HEALTH, situation).usual()).containsExactly("/healthz");
    assertThat(question(Topic.PORT, looked(Answers.NONE.with(Topic.PORT, "1234"))).usual())
        .containsExactly("9090");
  }

  @Test
  void laterAnswersThatDoNotFitAnyMoreAreDropped() {
    Answers answers =
        Answers.NONE
            .with(Topic.PYTHON, "3.12")
            .with(Topic.BASE, "3.13-slim-trixie")
            .with(Topic.PORT, "9000")
            .with(Topic.USER, "1234");
    assertThat(Questionnaire.stillFitting(looked(answers))).isEqualTo(answers.without(Topic.BASE));
    assertThat(
            Questionnaire.stillFitting(
                looked(Answers.NONE.with(Topic.APPLICATION, "job.py").with(Topic.WORKERS, "3"))))
        .isEqualTo(Answers.NONE.with(Topic.APPLICATION, "job.py"));
  }

  @Test
  void aVariantBecomesAWholeTagOnceImagesAreKnown() {
    Answers answers = Answers.NONE.with(Topic.PYTHON, "3.12").with(Topic.BASE, "alpine3.24");
    assertThat(Questionnaire.stillFitting(looked(answers)).one(Topic.BASE))
        .contains("3.12-alpine3.24");
    Answers two = answers.with(Topic.PYTHON, List.of("3.12", "3.13"));
    assertThat(Questionnaire.stillFitting(looked(two)).one(Topic.BASE)).isEmpty();
  }
}
