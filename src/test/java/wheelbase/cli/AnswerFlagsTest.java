package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import wheelbase.AnalysisRequest;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.platform.Architecture;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.ReaderOptions;
import wheelbase.wizard.AnswerCheck;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Given;
import wheelbase.wizard.Road;
import wheelbase.wizard.Topic;

/** Flags and answers are the same thing said in two ways. */
class AnswerFlagsTest {
  private static final Surroundings SURROUNDINGS =
      new Surroundings(
          new Streams(
              OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), false, false),
          Map.of("PIP_CONFIG_FILE", "/dev/null"),
          Path.of(""),
          CommandLineRun.CLOCK);

  private static CommandLine generate() {
    return new CommandLine(
        new GenerateCommand(
            SURROUNDINGS,
            (request, index, progress) -> {
              throw new AssertionError("nothing is looked at");
            }));
  }

  private static AnswerFlags flags(String... words) {
    ParseResult parsed = generate().parseArgs(words);
    return new AnswerFlags(Optional.of(parsed), ProjectPlace.of(Path.of("."), SURROUNDINGS));
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyTopicHasItsFlag(Topic topic) {
    OptionSpec option = generate().getCommandSpec().findOption(topic.flag());
    assertThat(option).isNotNull();
    assertThat(option.isMultiValue()).isEqualTo(topic.takesSeveral());
    assertThat(option.splitRegex()).isEqualTo(topic.isJoined() ? "," : "");
    assertThat(option.arity().max()).isEqualTo(topic.isSwitch() ? 0 : 1);
  }

  /** Whoever adds an option decides whether it is a question too. */
  @Test
  void everyOptionIsATopicOrKnownToBeNone() {
    Set<String> none =
        Set.of(
            "--constraint",
            "--answers",
            "--save-answers",
            "--no-input",
            "--pre",
            "--index-url",
            "--extra-index-url",
            "--no-index",
            "--find-links",
            "--trusted-host",
            "--keyring-provider",
            "--exclude-newer",
            "--offline",
            "--refresh",
            "--cache-dir",
            "--no-reading",
            "--rules",
            "--fail-on",
            "--json",
            "--color",
            "--quiet",
            "--verbose",
            "--help",
            "--force",
            "--dry-run",
            "--templates",
            "--no-cures",
            "--no-reading");
    Set<String> flags = Arrays.stream(Topic.values()).map(Topic::flag).collect(Collectors.toSet());
    assertThat(generate().getCommandSpec().options())
        .extracting(OptionSpec::longestName)
        .allSatisfy(name -> assertThat(none.contains(name)).isNotEqualTo(flags.contains(name)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--python 3.12,3.13 --python 3.11 | {python=[3.12, 3.13, 3.11]}",
        "--base slim-trixie,3.12-alpine3.24 | {base=[slim-trixie, 3.12-alpine3.24]}",
        "--cure a:b==1 --cure c:c<2,>1 | {cures=[a:b==1, c:c<2,>1]}",
        "-r requirements/a.txt -r ./b.txt | {requirements=[requirements/a.txt, b.txt]}",
        "--no-dockerignore | {dockerignore=[no]}",
        "--no-dockerignore=false | {dockerignore=[yes]}",
        "--port 9000 --workers 3 --user 1234 | {port=[9000], workers=[3], user=[1234]}",
        "--app shop:app --health /up -o x | {output=[x], application=[shop:app], health=[/up]}",
        "--layout user --installer uv --builder full | {layout=[user], installer=[uv], builder=[full]}",
        "--no-binary a,b --no-binary c --test imports | {no-binary=[a, b, c], test=[imports]}",
        "--no-link-check --digest | {link-check=[no], digest=[yes]}",
        "--offline -q --force | {}",
      })
  void flagsAreAnswers(String typed, String answers) {
    assertThat(flags(typed.split(" ")).answers()).hasToString(answers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--index-url https://user:secret@index.test/simple | --index-url https://index.test/simple",
        "--extra-index-url https://token@index.test/ | --extra-index-url https://index.test/",
        "--pre -c limits.txt | --constraint limits.txt --pre",
        "--exclude-newer 2026-06-30 --offline | --exclude-newer 2026-06-30",
        "--cache-dir elsewhere --json -v --port 9000 | ''",
      })
  void whatDecidesAndIsNoAnswerIsSaidAgainWithoutASecret(String typed, String said) {
    assertThat(flags(typed.split(" ")).besides().text())
        .isEqualTo(("wheelbase generate " + said).strip());
  }

  @Provide
  Arbitrary<Answers> answers() {
    Arbitrary<String> text =
        Arbitraries.of(
                "a",
                "it's",
                "\"",
                "\\",
                "$(id)",
                "`",
                "\n",
                "\t",
                " ",
                ";",
                "*",
                "é",
                "-",
                "--",
                "@",
                ",",
                "=",
                "#",
                "%",
                "\u001b[31m",
                "\ud83d\ude00",
                "..",
                "~")
            .list()
            .ofMinSize(1)
            .ofMaxSize(6)
            .map(pieces -> String.join("", pieces));
    Arbitrary<String> path = text.filter(word -> !word.isBlank());
    return Combinators.combine(
            some(Topic.PYTHON, Arbitraries.of("3.14", "3.13", "3.12.7").list().uniqueElements()),
            some(Topic.ARCHITECTURES, Arbitraries.of(List.of("arm64"), List.of("arm64", "amd64"))),
            some(
                Topic.CURES,
                Arbitraries.of("a:a==1", "b:c>1,<2", "d:d[x]~=2.0").list().uniqueElements()),
            some(Topic.BASE, Arbitraries.of("slim-trixie", "alpine3.24").list().uniqueElements()),
            one(Topic.OUTPUT, path.map(word -> word.startsWith("-") ? "./" + word : word)),
            one(Topic.APPLICATION, path.map(word -> "jobs/" + word + ".py")),
            one(Topic.HEALTH, text.map(word -> "/" + word)),
            Combinators.combine(
                    one(Topic.PORT, Arbitraries.integers().between(1, 65535).map(String::valueOf)),
                    one(Topic.WORKERS, Arbitraries.integers().between(1, 512).map(String::valueOf)),
                    one(Topic.CACHE_MOUNTS, Arbitraries.just(Answers.NO)),
                    some(
                        Topic.REQUIREMENTS,
                        path.map(word -> "in/" + word.replace("..", "") + ".txt")
                            .list()
                            .uniqueElements()))
                .as((port, workers, cached, files) -> port.over(workers).over(cached).over(files)))
        .as(
            (python, architectures, cures, base, output, application, health, others) ->
                python
                    .over(architectures)
                    .over(cures)
                    .over(base)
                    .over(output)
                    .over(application)
                    .over(health)
                    .over(others))
        .filter(
            answers ->
                answers.byId().keySet().stream()
                    .map(id -> Topic.ofId(id).orElseThrow())
                    .allMatch(
                        topic -> AnswerCheck.of(topic, answers.to(topic).orElseThrow()).isEmpty()));
  }

  private static Arbitrary<Answers> one(Topic topic, Arbitrary<String> word) {
    return word.map(said -> Answers.NONE.with(topic, said))
        .injectNull(0.4)
        .map(AnswerFlagsTest::or);
  }

  private static Arbitrary<Answers> some(Topic topic, Arbitrary<List<String>> words) {
    return words
        .map(said -> said.isEmpty() ? Answers.NONE : Answers.NONE.with(topic, said))
        .injectNull(0.4)
        .map(AnswerFlagsTest::or);
  }

  private static Answers or(Answers answers) {
    return answers == null ? Answers.NONE : answers;
  }

  /** What the wizard says would do the same is read back as the same answers. */
  @Property(tries = 300)
  void theCommandOfAnswersGivesTheAnswers(@ForAll("answers") Answers answers) {
    List<String> words = new Road(given()).commandLine(answers).words();
    assertThat(words).startsWith("wheelbase", "generate");
    String[] typed = words.subList(2, words.size()).toArray(String[]::new);
    assertThat(flags(typed).answers()).isEqualTo(answers);
  }

  private static Given given() {
    return Given.of(
        new AnalysisRequest(
            Path.of(""),
            Inputs.found(ReaderOptions.NONE),
            ImageSelection.parse(Catalogue.shipped(), "auto", Optional.empty()),
            List.of(Architecture.values()),
            Optional.empty(),
            false,
            LocalDate.of(2026, 11, 21),
            true));
  }
}
