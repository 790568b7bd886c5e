package wheelbase.cli.shell;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import wheelbase.diagnostic.Wording;

/**
 * The manual page of a program, in section 1: one for all its commands, since they share most of
 * their options, which are described once.
 */
public final class ManualPage {
  private static final Pattern SENTENCE = Pattern.compile("(.+?[.?!])(?:\\s.*)?");

  private final OfferedCommand root;
  private final SharedOptions options;
  private final Roff roff;

  private ManualPage(OfferedCommand root, String version, LocalDate date) {
    this.root = root;
    this.options = new SharedOptions(root);
    this.roff = new Roff(root.program(), "1", date, version, "User Commands");
  }

  /**
   * The page, in roff.
   *
   * @param version as {@code --version} prints it
   * @param environment the variables that the program looks at
   * @param files those that it looks at without being told to
   */
  public static String of(
      CommandSpec root,
      String version,
      LocalDate date,
      List<Definition> environment,
      List<Definition> files) {
    ManualPage page = new ManualPage(OfferedCommand.of(root), version, date);
    page.head();
    page.commands();
    page.options();
    page.definitions(
        "EXIT STATUS",
        root.usageMessage().exitCodeList().entrySet().stream()
            .map(
                code ->
                    new Definition(
                        code.getKey().strip(), PlainText.of(PlainText.formatted(code.getValue()))))
            .toList());
    page.definitions("ENVIRONMENT", environment);
    page.definitions("FILES", files);
    page.examples();
    return page.roff.toString();
  }

  private void head() {
    String title = title(root.description());
    roff.section("NAME").text(Roff.escaped(root.program()) + " \\- " + Roff.escaped(title));
    roff.section("SYNOPSIS").text(synopsis(root));
    root.all().skip(1).forEach(command -> roff.lineBreak().text(synopsis(command)));
    roff.section("DESCRIPTION").text(Roff.escaped(root.description()));
    Footer.of(root.footer()).paragraphs().forEach(this::paragraph);
  }

  /** The first sentence, as it stands behind the name of a command. */
  private static String title(String description) {
    Matcher sentence = SENTENCE.matcher(description);
    String first = sentence.matches() ? sentence.group(1) : description;
    String bare = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    return bare.isEmpty() ? bare : Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
  }

  private static String synopsis(OfferedCommand command) {
    String words = command.program() + (command.path().isEmpty() ? "" : " ") + command.words();
    return Roff.bold(words)
        + (command.options().isEmpty() ? "" : " [" + Roff.italic("OPTION") + "]...")
        + command.operands().stream().map(ManualPage::operand).collect(joining());
  }

  private static String operand(OfferedOperand operand) {
    String label = Roff.italic(operand.value().label()) + (operand.repeatable() ? "..." : "");
    return operand.required() ? " " + label : " [" + label + "]";
  }

  private void paragraph(String text) {
    roff.paragraph().text(Roff.escaped(text));
  }

  private void commands() {
    if (root.subcommands().isEmpty()) {
      return;
    }
    roff.section("COMMANDS");
    root.all()
        .skip(1)
        .forEach(
            command -> {
              roff.subsection(command.words()).text(Roff.escaped(command.description()));
              Footer.of(command.footer()).paragraphs().forEach(this::paragraph);
              command
                  .operands()
                  .forEach(
                      operand ->
                          roff.definition(
                              Roff.italic(operand.value().label()),
                              meaning(operand.description(), operand.value())));
              options.of(command).forEach(this::option);
            });
  }

  private void options() {
    roff.section("OPTIONS");
    long all = root.all().count();
    options
        .shared()
        .forEach(
            (commands, shared) -> {
              roff.subsection(
                  commands.size() == all ? "Of every command" : "Of " + enumeration(commands));
              shared.forEach(this::option);
            });
  }

  private String enumeration(List<OfferedCommand> commands) {
    return Wording.list(
        commands.stream()
            .map(each -> each.path().isEmpty() ? root.program() + " itself" : each.words())
            .toList());
  }

  private void option(OfferedOption option) {
    String names = option.names().stream().map(Roff::bold).collect(joining(", "));
    boolean longName = option.names().get(option.names().size() - 1).startsWith("--");
    String value =
        option.value().map(each -> (longName ? "=" : " ") + placeholder(each)).orElse("");
    roff.definition(
        names + value,
        option
            .value()
            .map(each -> meaning(option.description(), each))
            .orElse(option.description()));
  }

  private static String placeholder(OfferedValue value) {
    String label = Roff.italic(value.label());
    return value.list() ? label + "[," + label + "]..." : label;
  }

  /** The description, and the values that it does not name. */
  private static String meaning(String description, OfferedValue value) {
    return value.choices().stream().allMatch(description::contains)
        ? description
        : description + " Known: " + String.join(", ", value.choices()) + ".";
  }

  private void definitions(String heading, List<Definition> definitions) {
    if (!definitions.isEmpty()) {
      roff.section(heading);
      definitions.forEach(each -> roff.definition(Roff.bold(each.term()), each.meaning()));
    }
  }

  private void examples() {
    List<String> examples =
        root.all()
            .map(command -> Footer.of(command.footer()).examples())
            .filter(lines -> !lines.isEmpty())
            .map(lines -> String.join("\n", lines))
            .toList();
    if (!examples.isEmpty()) {
      roff.section("EXAMPLES");
      roff.literal(String.join("\n\n", examples).lines().toList());
    }
  }
}
