package wheelbase.syslibs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;

/**
 * One file of {@code rules-db/packages/}.
 *
 * @param rules in the order in which they are tried: the first that matches speaks
 * @param kind of its newest releases
 */
public record PackageRules(
    PackageName name,
    Optional<PackageKind> kind,
    List<Rule> rules,
    List<Twin> twins,
    Optional<BuildDuration> statedTime,
    List<RuleExample> examples) {
  public PackageRules {
    rules = List.copyOf(rules);
    twins = List.copyOf(twins);
    examples = List.copyOf(examples);
  }

  public Optional<Rule> ruleFor(InstallCase asked) {
    return rules.stream().filter(rule -> rule.when().matches(asked)).findFirst();
  }

  /** As it is stated, where that was measured; else of the newest proof; else as it is classed. */
  public Optional<BuildDuration> buildTime() {
    return statedTime.filter(BuildDuration::measured).or(this::provenTime).or(() -> statedTime);
  }

  /** Under emulation everything takes long, so only the usual architecture counts. */
  private Optional<BuildDuration> provenTime() {
    return rules.stream()
        .flatMap(rule -> rule.proofs().stream())
        .filter(Proof::holds)
        .filter(proof -> proof.architecture() == Architecture.AMD64 && proof.seconds().isPresent())
        .max(
            Comparator.comparing((Proof proof) -> proof.version().orElseThrow())
                .thenComparing(Proof::date))
        .map(proof -> new BuildDuration(proof.seconds().getAsInt(), true));
  }
}
