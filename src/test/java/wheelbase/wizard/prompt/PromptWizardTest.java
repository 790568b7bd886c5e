package wheelbase.wizard.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.index.IndexException;
import wheelbase.testing.Golden;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.ScriptedLines;
import wheelbase.testing.WizardWorld;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Ending;
import wheelbase.wizard.Outside;
import wheelbase.wizard.Road;
import wheelbase.wizard.Topic;

/** The wizard line by line, by what is said and answered. */
class PromptWizardTest {
  @TempDir Path project;
  private WizardWorld world;

  @BeforeEach
  void drawTheWorld() throws IOException {
    Files.writeString(project.resolve("requirements.txt"), "flask==3\ngunicorn\nspeedy>=1\n");
    Files.writeString(
        project.resolve("app.py"), "from flask import Flask\napp = Flask(__name__)\n");
    world =
        new WizardWorld(
            project,
            MiniIndex.of(
                "flask 3 -> click",
                "click 8",
                "gunicorn 23",
                "speedy 1 {wheel=cp313-cp313-manylinux_2_28_x86_64, compiles=C}",
                "speedy-binary 1"));
  }

  private Ending walk(ScriptedLines lines) {
    return PromptWizard.walk(lines, true, world, new Road(world.request()), Answers.NONE);
  }

  private String transcript(String... replies) {
    ScriptedLines lines = new ScriptedLines(replies);
    walk(lines);
    return said(lines);
  }

  private String said(ScriptedLines lines) {
    return lines
        .transcript()
        .replace(project.toString(), "/service")
        // They are done in whatever order.
        .replaceAll("is done: Python.*", "is done: NAME.");
  }

  @Test
  void enterAlone() throws IOException {
    ScriptedLines lines = new ScriptedLines(Collections.nCopies(24, "").toArray(String[]::new));
    Ending ending = walk(lines);
    Golden.assertMatches("wizard/prompts.txt", said(lines));
    assertThat(ending.written()).containsExactly("Dockerfile", ".dockerignore");
    assertThat(ending.command()).contains("wheelbase generate");
  }

  @Test
  void theEndOfTheInputWritesNothing() {
    assertThat(walk(new ScriptedLines(""))).isEqualTo(Ending.NOTHING_WRITTEN);
    assertThat(project.resolve("Dockerfile")).doesNotExist();
  }

  @Test
  void optionsAreNamedByNumberAndValue() {
    assertThat(transcript("", "4, 3.12", "2", "", "quit"))
        .contains(
            "\nPython: 3.12, 3.11.\n", "\nArchitectures: arm64.\n", "Resolving for 6 targets.");
  }

  @Test
  void aBadAnswerIsKeptToBeMended() {
    assertThat(transcript("", "3.13 3.99", "3.13"))
        .contains(
            """
            Python: 3.13 3.99
            no base image of Python 3.99 is known here.
            hint: there are 3.10 to 3.14
            Python: {3.13 3.99} 3.13

            Architectures.\
            """);
  }

  @Test
  void backGoesToTheQuestionBeforeAndFromTheFirstOneToTheStepBefore() {
    assertThat(transcript("back", "", "", "<", "3.12", "back", "back", "quit"))
        .containsSubsequence(
            "Requirements [requirements.txt]: back\nThis is the first question.",
            "Architectures [amd64, arm64]: <\n",
            "Python: 3.12\n",
            "Architectures [amd64, arm64]: back\n",
            "Enter keeps 3.12.\n`usual` takes what is usual, none; wheelbase chooses",
            "Python [3.12]: back\n",
            "Step 1 of 8: Project",
            "Requirements [requirements.txt]: quit");
  }

  @Test
  void whatWasSaidIsTakenBack() {
    assertThat(transcript("", "3.12", "back", "usual", "back"))
        .containsSubsequence("Python [3.12]: usual\n", "Architectures", ": back", "\nPython: ^D");
  }

  @Test
  void everyPromptExplainsItself() {
    assertThat(transcript("", "", "?"))
        .contains(
            """
            At every prompt:
              back: to the question before; < does it too
              quit: leaves without writing; so do Ctrl-C and Ctrl-D
            """);
  }

  @Test
  void lookingIsStoppedAndNothingIsLost() {
    ScriptedLines lines =
        new ScriptedLines("", "3.12", "", "", "", "", "", "quit").interruptAt("Choosing Python");
    walk(lines);
    assertThat(said(lines))
        .containsSubsequence(
            "Stopped; what was fetched is kept in the cache.",
            "Step 2 of 8: Targets",
            "Python [3.12]: \n",
            "Step 4 of 8: Matrix");
  }

  @Test
  void aPackageIsAskedAboutAtTheMatrix() {
    assertThat(transcript("", "", "", "", "why spedy", "why Speedy", "all", "quit"))
        .containsSubsequence(
            "the matrix has no package `spedy`.\nhint: ",
            "Matrix [next]: {why spedy} why Speedy\nspeedy 1\n",
            "cp313 alpine3.24 amd64",
            "compiles",
            "Matrix [next]: all\n",
            "Matrix [next]: quit");
  }

  @Test
  void requirementsThatCannotBeMetLeadBackToTheProject() {
    world = new WizardWorld(project, MiniIndex.of("flask 3"));
    assertThat(transcript("", "", "", "", "later", "retry", "targets", "", "", "", "back"))
        .containsSubsequence(
            "but no index knows gunicorn",
            "What now [retry]: later\n`later` is nothing that can be done here.\nhint: retry",
            "What now [retry]: {later} retry\n",
            "Step 3 of 8: Looking",
            "What now [retry]: targets\n",
            "Step 2 of 8: Targets",
            "What now [retry]: back\n",
            "Step 1 of 8: Project");
  }

  @Test
  void anIndexThatFailsLeavesTheUserInTheWizard() {
    List<Boolean> offline = new ArrayList<>();
    Outside failing =
        (Outside)
            Proxy.newProxyInstance(
                Outside.class.getClassLoader(),
                new Class<?>[] {Outside.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("analyse")) {
                    offline.add((Boolean) arguments[1]);
                    throw new IndexException("index.test does not answer");
                  }
                  return method.invoke(world, arguments);
                });
    ScriptedLines lines = new ScriptedLines("", "", "", "", "", "offline", "back", "quit");
    PromptWizard.walk(lines, true, failing, new Road(world.request()), Answers.NONE);
    assertThat(said(lines))
        .containsSubsequence(
            "index.test does not answer.",
            "  2. offline: ",
            "What now [retry]: \n",
            "What now [retry]: offline\n",
            "What now [retry]: back\n",
            "Step 2 of 8: Targets");
    assertThat(offline).containsExactly(false, false, true);
  }

  @Test
  void requirementsThatCannotBeReadAreNotLeft() throws IOException {
    Files.writeString(project.resolve("requirements.txt"), "flask=3\n");
    assertThat(transcript("", "nothing.txt", ""))
        .containsSubsequence(
            "requirements.txt:1:",
            "    flask=3\n",
            "Requirements [requirements.txt]: \nrequirements.txt:1:",
            "Requirements [requirements.txt]: nothing.txt\n",
            "nothing.txt",
            "Requirements [nothing.txt]: {nothing.txt}");
  }

  @Test
  void aCureThatFitsNoLineIsTakenBackWhereTheProjectIsNamed() {
    Answers preset = Answers.NONE.with(Topic.CURES, "lxml:lxml-binary==5");
    ScriptedLines lines = new ScriptedLines("", "", "none", "quit");
    PromptWizard.walk(lines, true, world, new Road(world.request()), preset);
    assertThat(said(lines))
        .containsSubsequence(
            "Cures [lxml:lxml-binary==5]: none\n", "Step 2 of 8: Targets", "Python: quit");
  }

  @Test
  void anotherFileIsReplacedOnlyWhereThatIsSaid() throws IOException {
    Files.writeString(project.resolve("Dockerfile"), "FROM scratch\n");
    ScriptedLines lines =
        new ScriptedLines(
            Stream.concat(Collections.nCopies(20, "").stream(), Stream.of("write", "", "1", "yes"))
                .toArray(String[]::new));
    Ending ending = walk(lines);
    assertThat(said(lines))
        .containsSubsequence(
            "Dockerfile differs from what is there.",
            "-FROM scratch",
            "What now [write]: write\n",
            "Replace [no]: \nWhat now [write]: 1\n",
            "Replace [no]: yes\n");
    assertThat(ending.kept()).containsExactly("Dockerfile.bak");
  }

  @Test
  void answersAndCommandAreKeptBesides() {
    String said =
        transcript(
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "9000",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "answers",
            "answers kept.json",
            "answers kept.json",
            "no",
            "command",
            "reasons",
            "quit");
    assertThat(said)
        .containsSubsequence(
            "What now [write]: answers\n",
            "What now [write]: {answers} answers kept.json\nanswers are in kept.json.\n",
            "There is another kept.json already.\nyes replaces it; no leaves it.\nReplace [no]: no\n",
            "What now [write]: command\nwheelbase generate --port 9000\n",
            "What now [write]: reasons\n",
            "CMD [",
            "  - ");
    assertThat(project.resolve("kept.json")).content().contains("\"port\" : \"9000\"");
  }

  @Test
  void nothingThatATerminalWouldObeyIsSaid() throws IOException {
    Files.writeString(
        project.resolve("requirements.txt"),
        "flask==3 # \u001b[31mred\u202e\nspeedy=1 \u001b]0;x\n");
    ScriptedLines lines = new ScriptedLines("\u001b[2J", "").width(40);
    walk(lines);
    String said = lines.transcript().replace("{\u001b[2J}", "").replace("]: \u001b[2J", "]:");
    assertThat(said).contains("\\u001b").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void aLineIsNoWiderThanTheTerminal() {
    ScriptedLines lines = new ScriptedLines("", "", "", "", "", "", "", "", "", "").width(40);
    walk(lines);
    assertThat(lines.transcript().lines().filter(line -> !line.contains("]: ")))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
  }

  @Test
  void optionsAndFilesAreCompleted() throws IOException {
    Files.createDirectories(project.resolve("requirements"));
    Files.writeString(project.resolve("requirements/prod file.txt"), "flask==3\n");
    ScriptedLines lines = new ScriptedLines("", "", "");
    walk(lines);
    assertThat(lines.asked().get(0).completions().apply("req"))
        .containsExactly("requirements.txt", "requirements/prod\\ file.txt", "requirements/");
    assertThat(lines.asked().get(0).completions().apply("requirements.txt requirements/p"))
        .containsExactly("requirements/prod\\ file.txt");
    assertThat(lines.asked().get(1).completions().apply("3.14,3.1"))
        .containsExactly("3.14", "3.13", "3.12", "3.11", "3.10");
  }
}
