package wheelbase.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wheelbase.diagnostic.Wording;
import wheelbase.syslibs.Filed;
import wheelbase.syslibs.PackageRules;

/** What {@code wheelbase rules list} says to a person: a line for each package. */
public final class RulesListText {
  private static final int KIND = 26;
  private static final int SIGNS = 41;
  private static final int KNOWN = 48;
  private static final int PROVEN = 60;

  private final Style style;

  public RulesListText(Style style) {
    this.style = style;
  }

  /**
   * @param libraries how many libraries, tools and programs the rules know
   */
  public String of(List<Filed<PackageRules>> packages, int libraries) {
    Page page = new Page(style);
    page.line(2)
        .put(Ink.STRONG, "package")
        .to(KIND)
        .put(Ink.STRONG, "kind")
        .to(SIGNS)
        .put(Ink.STRONG, "comes")
        .to(KNOWN)
        .put(Ink.STRONG, "known by")
        .to(PROVEN)
        .put(Ink.STRONG, "proven on")
        .end();
    packages.forEach(each -> put(page, each));
    page.blank().paragraph(2, legend());
    page.paragraph(2, "* a file of your own");
    page.blank().paragraph(0, summary(packages, libraries));
    return page.toString();
  }

  private static void put(Page page, Filed<PackageRules> filed) {
    PackageRules rules = filed.content();
    page.line(2)
        .fit(Ink.PLAIN, rules.name() + (filed.own() ? " *" : ""), KIND - 4)
        .to(KIND)
        .put(rules.kind().map(RuleWords::word).orElse("-"))
        .to(SIGNS)
        .put(
            RuleWords.verdicts(rules).stream()
                .map(verdict -> VerdictWords.of(verdict).sign())
                .collect(Collectors.joining(" ")))
        .to(KNOWN)
        .put(RuleWords.known(rules).stream().findFirst().map(RuleWords::word).orElse("-"))
        .to(PROVEN)
        .put(releases(rules))
        .end();
  }

  /** {@code debian:12,13 alpine:3.24}. */
  private static String releases(PackageRules rules) {
    Map<String, Set<String>> byFamily = new TreeMap<>(Comparator.reverseOrder());
    RuleWords.proven(rules)
        .forEach(
            proof ->
                byFamily
                    .computeIfAbsent(proof.on().family(), family -> new TreeSet<>())
                    .add(proof.on().id().substring(proof.on().family().length() + 1)));
    return byFamily.entrySet().stream()
        .map(family -> family.getKey() + ":" + String.join(",", family.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String legend() {
    return Arrays.stream(VerdictWords.values())
        .filter(words -> words != VerdictWords.UNKNOWN)
        .map(words -> words.sign() + " " + words.legend())
        .collect(Collectors.joining("  "));
  }

  private static String summary(List<Filed<PackageRules>> packages, int libraries) {
    long proven =
        packages.stream().filter(each -> !RuleWords.proven(each.content()).isEmpty()).count();
    long own = packages.stream().filter(Filed::own).count();
    return Wording.count(packages.size(), "package")
        + (own == 0 ? "" : ", " + own + " of them your own")
        + ", "
        + proven
        + " proven by a build; "
        + libraries
        + " libraries, tools and programs. `wheelbase rules show NAME` has all of one";
  }
}
