package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import wheelbase.cli.shell.OfferedCommand;
import wheelbase.cli.shell.OfferedOption;
import wheelbase.cli.shell.OfferedValue;
import wheelbase.cli.shell.RealShell;
import wheelbase.testing.Golden;
import wheelbase.testing.Programs;

/** The commands themselves: what is defined is described, and known to shells and to man. */
class CommandDefinitionsTest {
  private static final Pipeline NONE =
      (request, index, progress) -> {
        throw new AssertionError("nothing is to be analysed");
      };

  @TempDir private Path scratch;
  @TempDir private Path here;

  private String output(String... args) {
    CommandLineRun run = CommandLineRun.of(here, NONE, args);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out();
  }

  private CommandSpec specification() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Surroundings surroundings =
        new Surroundings(
            new Streams(nowhere, nowhere, false, false), Map.of(), here, CommandLineRun.CLOCK);
    return new Main(surroundings, NONE).commandLine(new PrintWriter(nowhere)).getCommandSpec();
  }

  private OfferedCommand program() {
    return OfferedCommand.of(specification());
  }

  @Test
  void everythingHasADescription() {
    assertThat(program().all())
        .hasSizeGreaterThan(5)
        .allSatisfy(
            command -> {
              assertThat(command.description()).as(command.words()).isNotEmpty();
              assertThat(command.options())
                  .as(command.words())
                  .isNotEmpty()
                  .noneMatch(option -> option.description().isEmpty());
              assertThat(command.operands())
                  .as(command.words())
                  .noneMatch(operand -> operand.description().isEmpty());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"completion bash", "completion zsh", "completion fish", "man"})
  void everythingIsMentioned(String command) {
    String text = output(command.split(" ")).replace("\\-", "-");
    assertThat(program().all())
        .allSatisfy(
            each -> {
              assertThat(text).contains(each.name());
              assertThat(each.options().stream().flatMap(option -> option.names().stream()))
                  .allSatisfy(name -> assertThat(text).containsPattern(mention(name, command)));
            });
  }

  /** fish declares names without hyphens. */
  private static Pattern mention(String name, String command) {
    String declared =
        command.endsWith("fish")
            ? name.replaceFirst("^--", " -l ").replaceFirst("^-(?=.$)", " -s ")
            : name;
    return Pattern.compile(Pattern.quote(declared) + "(?![a-z-])");
  }

  @ParameterizedTest
  @EnumSource
  @Tag("shell")
  void aShellOffersEveryOptionOfEveryCommand(RealShell shell)
      throws IOException, InterruptedException {
    OfferedCommand program = program();
    for (OfferedCommand command : program.all().toList()) {
      String typed = String.join(" ", "wheelbase " + command.words()).strip() + " ";
      assertThat(shell.ask(scratch, here, program, typed + "--").words())
          .as("%s: %s", shell, typed)
          .isEqualTo(
              sorted(
                  command.options().stream()
                      .flatMap(option -> option.names().stream())
                      .filter(name -> name.startsWith("--"))));
      if (!command.subcommands().isEmpty()) {
        assertThat(shell.ask(scratch, here, program, typed).words())
            .isEqualTo(sorted(command.subcommands().stream().map(OfferedCommand::name)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("shell")
  void aShellOffersEveryValueThatIsKnown(RealShell shell) throws IOException, InterruptedException {
    OfferedCommand program = program();
    OfferedCommand generate =
        program
            .all()
            .filter(command -> command.name().equals("generate"))
            .findFirst()
            .orElseThrow();
    for (OfferedOption option : generate.options()) {
      List<String> choices = option.value().map(OfferedValue::choices).orElse(List.of());
      if (!choices.isEmpty()) {
        String typed = "wheelbase generate " + option.names().get(0) + " ";
        assertThat(shell.ask(scratch, here, program, typed).words())
            .as("%s: %s", shell, typed)
            .isEqualTo(sorted(choices.stream()));
      }
    }
  }

  private static List<String> sorted(Stream<String> words) {
    return List.copyOf(new TreeSet<>(words.toList()));
  }

  @ParameterizedTest
  @CsvSource({
    "--python, CHOICE, 3.13",
    "--arch, CHOICE, amd64",
    "--base, CHOICE, auto",
    "--color, CHOICE, always",
    "--fail-on, CHOICE, compile",
    "--requirement, FILE, ",
    "--constraint, FILE, ",
    "--cache-dir, DIRECTORY, ",
    "--output, DIRECTORY, ",
    "--index-url, TEXT, ",
  })
  void aValueIsOfItsKind(String name, OfferedValue.Kind kind, String choice) {
    OfferedValue value =
        program()
            .all()
            .flatMap(command -> command.options().stream())
            .filter(option -> option.names().contains(name))
            .findFirst()
            .flatMap(OfferedOption::value)
            .orElseThrow();
    assertThat(value.kind()).isEqualTo(kind);
    if (choice != null) {
      assertThat(value.choices()).contains(choice);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"completion", "man"})
  void helpHasExamples(String command) throws IOException {
    String help = output(command, "--help");
    assertThat(help).contains("Examples:\n  ");
    assertThat(help.lines()).allMatch(line -> line.length() <= 80);
    Golden.assertMatches("cli/help-" + command + ".txt", help);
  }

  @Test
  void theDateOnThePageCanBeFixed() {
    assertThat(output("man")).startsWith(".TH \"WHEELBASE\" \"1\" \"2026-11-20\" ");
    Map<String, String> environment = Map.of("SOURCE_DATE_EPOCH", "86400");
    assertThat(CommandLineRun.of(here, NONE, environment, false, "man").out())
        .startsWith(".TH \"WHEELBASE\" \"1\" \"1970-01-02\" ");
  }

  @Test
  void whoeverSeesThePageRawIsToldHowToReadIt() {
    CommandLineRun run = CommandLineRun.of(here, NONE, Map.of(), true, "man");
    assertThat(run.out()).startsWith(".TH");
    assertThat(run.err()).contains("wheelbase man | man -l -");
  }

  @Test
  @Tag("shell")
  void formattersFindNoFaultInThePage() throws IOException, InterruptedException {
    Programs.need("mandoc", "groff");
    String page = output("man");
    assertThat(Programs.run(here, Map.of(), page, List.of("mandoc", "-T", "lint"))).isEmpty();
    String rendered =
        Programs.run(here, Map.of(), page, List.of("groff", "-man", "-Tutf8", "-ww", "-P-cbou"));
    assertThat(rendered)
        .startsWith("WHEELBASE(1)")
        .contains("\nEXIT STATUS\n")
        .doesNotContain("<standard input>");
    assertThat(rendered.lines().map(String::length)).allMatch(length -> length <= 80);
  }

  @Test
  void everyVariableThatTheSourcesReadIsOnThePage() throws IOException {
    Pattern reading =
        Pattern.compile(
            "environment(?:\\(\\))?\\.(?:get|getOrDefault)\\(\\s*\"([A-Z_]+)\""
                + "|environment, \"([A-Z_]+)\""
                + "|VARIABLE = \"([A-Z_]+)\"");
    TreeSet<String> names = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        reading
            .matcher(Files.readString(source))
            .results()
            .map(CommandDefinitionsTest::name)
            .forEach(names::add);
      }
    }
    assertThat(names).contains("NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH", "NETRC");
    assertThat(output("man")).contains(names);
  }

  private static String name(MatchResult found) {
    return Stream.of(1, 2, 3).map(found::group).filter(each -> each != null).findFirst().orElse("");
  }

  @Test
  void theReadmeHasTheSameExitCodes() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(specification().usageMessage().exitCodeList())
        .hasSize(7)
        .allSatisfy(
            (code, meaning) ->
                assertThat(readme.replace("`", ""))
                    .contains("| " + code.strip() + " | " + meaning + " |"));
  }
}
