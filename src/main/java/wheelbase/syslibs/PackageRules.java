package wheelbase.syslibs;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import wheelbase.pep508.PackageName;

/**
 * One file of {@code rules-db/packages/}.
 *
 * @param rules in the order in which they are tried: the first that matches speaks
 * @param buildSeconds how long a source build takes, roughly, on a machine of a CI service
 */
record PackageRules(
    PackageName name,
    List<Rule> rules,
    List<Twin> twins,
    OptionalInt buildSeconds,
    List<RuleExample> examples) {
  PackageRules {
    rules = List.copyOf(rules);
    twins = List.copyOf(twins);
    examples = List.copyOf(examples);
  }

  Optional<Rule> ruleFor(InstallCase asked) {
    return rules.stream().filter(rule -> rule.when().matches(asked)).findFirst();
  }
}
