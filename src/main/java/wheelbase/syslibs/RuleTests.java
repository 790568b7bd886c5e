package wheelbase.syslibs;

import java.util.ArrayList;
import java.util.List;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep508.PackageName;

/**
 * What came of the examples that the rules files carry.
 *
 * @param files how many were looked at
 * @param passed how many examples the rules agree with
 * @param skipped how many are about a release that has ended
 * @param failures those that the rules do not agree with, each where it stands
 */
public record RuleTests(int files, int passed, int skipped, List<Diagnostic> failures) {
  public RuleTests {
    failures = List.copyOf(failures);
  }

  /**
   * Of the user's own files where there are any, else of the shipped ones.
   *
   * @throws RuleFileException where a file breaks the format
   */
  public static RuleTests run(RuleCollection collection) {
    int passed = 0;
    int skipped = 0;
    List<Diagnostic> failures = new ArrayList<>();
    List<PackageName> names = collection.examinedPackages();
    Releases releases = Releases.shipped();
    for (PackageName name : names) {
      List<RuleExample> examples = collection.rules(name).orElseThrow().content().examples();
      for (int index = 0; index < examples.size(); index++) {
        RuleExample example = examples.get(index);
        if (releases.past().contains(example.distribution())) {
          skipped++;
          continue;
        }
        List<String> disagreements = example.disagreements(name, collection.book());
        if (disagreements.isEmpty()) {
          passed++;
        } else {
          failures.add(failure(collection, name, index, example, disagreements));
        }
      }
    }
    return new RuleTests(names.size(), passed, skipped, failures);
  }

  private static Diagnostic failure(
      RuleCollection collection,
      PackageName name,
      int index,
      RuleExample example,
      List<String> disagreements) {
    RuleFiles.RuleFile file = collection.file(RuleFiles.PACKAGES, name.value());
    String headline = name + " " + example.version() + ", " + example.circumstances();
    return Diagnostic.error("rule-test-failed", headline + "\n" + String.join("\n", disagreements))
        .withHint(speaking(collection, name, example))
        .at(RuleFilePlaces.of(file).at("tests[" + index + "]"));
  }

  private static String speaking(RuleCollection collection, PackageName name, RuleExample example) {
    PackageRules rules = collection.rules(name).orElseThrow().content();
    return rules
        .ruleFor(example.asked())
        .map(rule -> "rules[" + rules.rules().indexOf(rule) + "] speaks here")
        .orElse("no rule speaks here");
  }
}
