package wheelbase.syslibs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is odd about the file of one package. */
final class PackageLint {
  private final PackageRules rules;
  private final List<LintFinding> findings = new ArrayList<>();

  private PackageLint(PackageRules rules) {
    this.rules = rules;
  }

  static List<LintFinding> of(PackageRules rules) {
    PackageLint lint = new PackageLint(rules);
    lint.kind();
    lint.order();
    lint.reach();
    lint.proofs();
    lint.examples();
    return lint.findings;
  }

  private void kind() {
    if (rules.kind().isEmpty()) {
      warning("rule-without-kind", "", "`kind` is missing");
    }
    for (int index = 0; index < rules.rules().size(); index++) {
      Rule rule = rules.rules().get(index);
      Optional<PackageKind> kind = rule.kind().or(rules::kind);
      String place = "rules[" + index + "]";
      if (kind.equals(Optional.of(PackageKind.PURE)) && !rule.build().isEmpty()) {
        warning("kind-contradicts-rule", place + ".build", "what is `pure` is not compiled");
      }
      if (rule.loader().isPresent() && rule.run().isEmpty()) {
        warning("kind-contradicts-rule", place + ".loader", "of no library in `run`");
      }
      if (rule.evidence().stream().allMatch(each -> each.kind() == Evidence.Kind.GUESS)) {
        findings.add(LintFinding.note("rule-is-a-guess", place + ".evidence", "only guesses"));
      }
    }
  }

  private void order() {
    for (int index = 0; index < rules.rules().size(); index++) {
      Rule rule = rules.rules().get(index);
      sorted("rules[" + index + "].build", rule.build());
      sorted("rules[" + index + "].run", rule.run());
    }
    for (int index = 0; index < rules.examples().size(); index++) {
      RuleExample example = rules.examples().get(index);
      sorted("tests[" + index + "].build", example.build().orElse(List.of()));
      sorted("tests[" + index + "].run", example.run().orElse(List.of()));
    }
  }

  private void sorted(String place, List<String> texts) {
    LibraryLint.unsorted(place, texts).ifPresent(findings::add);
  }

  /** A rule that another one takes everything from, in whole or in part. */
  private void reach() {
    for (int later = 1; later < rules.rules().size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        RuleCondition first = rules.rules().get(earlier).when();
        RuleCondition second = rules.rules().get(later).when();
        String place = "rules[" + later + "]";
        if (first.covers(second)) {
          findings.add(
              LintFinding.error(
                  "rule-never-reached",
                  place,
                  "never speaks: rules[" + earlier + "] holds wherever it does"));
          break;
        }
        if (first.overlaps(second)) {
          findings.add(
              LintFinding.error(
                  "overlapping-versions",
                  place + ".when.versions",
                  "`"
                      + second.versions().orElseThrow()
                      + "` overlaps `"
                      + first.versions().orElseThrow()
                      + "` of rules["
                      + earlier
                      + "]"));
        }
      }
    }
    Set<Rule> reached =
        rules.examples().stream()
            .flatMap(example -> rules.ruleFor(example.asked()).stream())
            .collect(Collectors.toSet());
    for (int index = 0; index < rules.rules().size(); index++) {
      if (!reached.contains(rules.rules().get(index))) {
        warning("rule-without-test", "rules[" + index + "]", "no test reaches it");
      }
    }
  }

  /** A proof is of the rule that speaks for what was built; a rule that changed may lose it. */
  private void proofs() {
    for (int index = 0; index < rules.rules().size(); index++) {
      Rule rule = rules.rules().get(index);
      for (int proof = 0; proof < rule.proofs().size(); proof++) {
        Optional<InstallCase> tried = rule.proofs().get(proof).asked(rules.name());
        if (tried.isPresent() && rules.ruleFor(tried.get()).filter(rule::equals).isEmpty()) {
          InstallCase asked = tried.get();
          warning(
              "proof-of-another-rule",
              "rules[" + index + "].proofs[" + proof + "]",
              "for "
                  + asked.version()
                  + " on "
                  + asked.distribution().id()
                  + " another rule speaks, or none");
        }
      }
    }
  }

  private void examples() {
    Set<String> seen = new TreeSet<>();
    for (int index = 0; index < rules.examples().size(); index++) {
      RuleExample example = rules.examples().get(index);
      if (!seen.add(example.version() + " " + example.circumstances())) {
        warning("same-test-twice", "tests[" + index + "]", "this case is tested already");
      }
    }
  }

  private void warning(String id, String place, String what) {
    findings.add(LintFinding.warning(id, place, what));
  }
}
