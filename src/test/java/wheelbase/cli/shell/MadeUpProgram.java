package wheelbase.cli.shell;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A small program whose descriptions hold whatever means something to a shell or to roff. */
final class MadeUpProgram {
  /** As a reader should see it; run by a shell it would make a file. */
  static final String HOSTILE =
      "It's \"so\" `touch canary` $(touch canary) $HOME ; [x]: {a,b} <c> \\n \\fB 100% * ? ~ # ! & | é";

  private MadeUpProgram() {}

  static CommandSpec specification() {
    CommandSpec tool = CommandSpec.create().name("tool");
    tool.usageMessage()
        .description("A made-up program. " + written(HOSTILE))
        .footer("", ".SH in front", "'tis said twice.", "", "Examples:", "  tool go    .'`\\")
        .exitCodeListHeading("Exit codes:%n")
        .exitCodeList(java.util.Map.of("0", "done"));
    tool.addOption(help())
        .addOption(option("--config").type(Path.class).paramLabel("FILE").build())
        .addOption(option("--secret").hidden(true).build())
        .addPositional(
            PositionalParamSpec.builder()
                .index("0")
                .paramLabel("FILE")
                .type(Path.class)
                .description("A file.")
                .build());
    CommandSpec go = CommandSpec.create();
    go.usageMessage().description(written(HOSTILE));
    go.addOption(help())
        .addOption(
            option("-m", "--mode")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .splitRegex(",")
                .paramLabel("MODE")
                .completionCandidates(List.of("fast", "slow"))
                .build())
        .addOption(option("-q", "--quiet").build())
        .addOption(option("-d", "--directory").type(Path.class).paramLabel("DIR").build())
        .addOption(option("--note").type(String.class).paramLabel("TEXT").build())
        .addPositional(
            PositionalParamSpec.builder()
                .index("0")
                .paramLabel("WHERE")
                .type(String.class)
                .required(true)
                .completionCandidates(List.of("there", "back"))
                .description(written(HOSTILE))
                .build())
        .addPositional(
            PositionalParamSpec.builder()
                .index("1..*")
                .paramLabel("FILE")
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .description("Files.")
                .build());
    CommandSpec rules = CommandSpec.create();
    rules.usageMessage().description("Rules.");
    CommandSpec list = CommandSpec.create();
    list.usageMessage().description("All of them.");
    list.addOption(option("--long").build());
    rules.addSubcommand("list", list);
    CommandSpec hidden = CommandSpec.create();
    hidden.usageMessage().hidden(true);
    return tool.addSubcommand("go", go)
        .addSubcommand("rules", rules)
        .addSubcommand("hidden", hidden);
  }

  static OfferedCommand program() {
    return OfferedCommand.of(specification());
  }

  private static OptionSpec.Builder option(String... names) {
    return OptionSpec.builder(names[0], java.util.Arrays.copyOfRange(names, 1, names.length))
        .description(written(HOSTILE));
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help").usageHelp(true).description("This text.").build();
  }

  /** picocli formats what it shows. */
  private static String written(String text) {
    return text.replace("%", "%%");
  }
}
