package wheelbase.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import wheelbase.report.RuleChecksText;
import wheelbase.report.RulesJson;
import wheelbase.syslibs.RuleCollection;
import wheelbase.syslibs.RuleTests;

/** The examples that rules files carry, held against the rules. */
@Command(
    name = "test",
    description = "Runs the tests that stand in the rules files.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Ends with 1 where a test fails, with 2 where a file is broken.",
      "",
      "Examples:",
      "  wheelbase rules test my-rules",
      "  wheelbase rules test"
    })
final class RulesTestCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ExaminedRules examined = new ExaminedRules();

  @Mixin private RulesFaceOptions face = new RulesFaceOptions();

  RulesTestCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    RuleTests tests = RuleTests.run(RuleCollection.of(examined.sound(surroundings)));
    surroundings
        .streams()
        .print(
            face.json()
                ? RulesJson.test(tests)
                : new RuleChecksText(face.style(surroundings)).of(tests));
    return tests.failures().isEmpty() ? ExitCode.DONE : ExitCode.CONDITION_HOLDS;
  }
}
