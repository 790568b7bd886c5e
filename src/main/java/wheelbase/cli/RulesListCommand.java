package wheelbase.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import wheelbase.report.RulesJson;
import wheelbase.report.RulesListText;
import wheelbase.syslibs.Filed;
import wheelbase.syslibs.PackageRules;
import wheelbase.syslibs.RuleCollection;
import wheelbase.syslibs.SystemLibrary;

/** The packages that there are rules of. */
@Command(
    name = "list",
    description = "Every package with rules: what it comes to, and how that is known.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples:",
      "  wheelbase rules list",
      "  wheelbase rules list psycopg",
      "  wheelbase rules list --rules my-rules --json"
    })
final class RulesListCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      paramLabel = "WORD",
      defaultValue = "",
      description = "Only those with it in their names.")
  private String word;

  @Mixin private RulesOption own = new RulesOption();

  @Mixin private RulesFaceOptions face = new RulesFaceOptions();

  RulesListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    RuleCollection rules = RuleCollection.of(own.directory(surroundings));
    String wanted = word.toLowerCase(Locale.ROOT).replace('_', '-');
    List<Filed<PackageRules>> packages =
        rules.packages().stream()
            .filter(name -> name.value().contains(wanted))
            .map(name -> rules.rules(name).orElseThrow())
            .toList();
    if (packages.isEmpty()) {
      throw new UsageException(
          "no package with rules has `" + word + "` in its name", "wheelbase rules list");
    }
    List<Filed<SystemLibrary>> libraries =
        rules.libraries().stream().map(id -> rules.library(id).orElseThrow()).toList();
    surroundings
        .streams()
        .print(
            face.json()
                ? RulesJson.list(packages, libraries)
                : new RulesListText(face.style(surroundings)).of(packages, libraries.size()));
    return ExitCode.DONE;
  }
}
