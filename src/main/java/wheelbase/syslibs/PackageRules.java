package wheelbase.syslibs;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import wheelbase.pep508.PackageName;

/**
 * One file of {@code rules-db/packages/}.
 *
 * @param rules in the order in which they are tried: the first that matches speaks
 * @param toldSeconds how long a source build takes, as others have told
 */
record PackageRules(
    PackageName name,
    List<Rule> rules,
    List<Twin> twins,
    OptionalInt toldSeconds,
    List<RuleExample> examples) {
  PackageRules {
    rules = List.copyOf(rules);
    twins = List.copyOf(twins);
    examples = List.copyOf(examples);
  }

  /** How long a source build takes, roughly: as proofs have measured it, else as was told. */
  OptionalInt buildSeconds() {
    OptionalInt measured =
        rules.stream()
            .flatMap(rule -> rule.proofs().stream())
            .filter(Proof::holds)
            .flatMapToInt(proof -> proof.seconds().stream())
            .max();
    return measured.isPresent() ? measured : toldSeconds;
  }

  Optional<Rule> ruleFor(InstallCase asked) {
    return rules.stream().filter(rule -> rule.when().matches(asked)).findFirst();
  }
}
