package wheelbase.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.report.RuleChecksText;
import wheelbase.report.RulesJson;
import wheelbase.syslibs.OwnRules;
import wheelbase.syslibs.RuleCollection;
import wheelbase.syslibs.RuleLint;

/** What is wrong or odd about rules files beside their tests. */
@Command(
    name = "lint",
    description = "Finds what is wrong or odd about rules files.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Ends with 1 where something has to be mended; notes are only to be known.",
      "",
      "Examples:",
      "  wheelbase rules lint my-rules",
      "  wheelbase rules lint"
    })
final class RulesLintCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ExaminedRules examined = new ExaminedRules();

  @Mixin private RulesFaceOptions face = new RulesFaceOptions();

  RulesLintCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    examined
        .directory(surroundings)
        .ifPresent(
            directory -> RulesOption.checkIsThere(examined.written().orElseThrow(), directory));
    RuleLint lint = lint();
    surroundings
        .streams()
        .print(
            face.json()
                ? RulesJson.lint(lint)
                : new RuleChecksText(face.style(surroundings)).of(lint));
    return lint.isClean() ? ExitCode.DONE : ExitCode.CONDITION_HOLDS;
  }

  /** What is broken comes first; the other files are looked at all the same. */
  private RuleLint lint() {
    List<Diagnostic> broken =
        examined.directory(surroundings).map(OwnRules::faults).orElse(List.of());
    RuleLint lint = RuleLint.of(RuleCollection.of(examined.directory(surroundings)));
    return new RuleLint(
        lint.files(), Stream.concat(broken.stream(), lint.findings().stream()).distinct().toList());
  }
}
