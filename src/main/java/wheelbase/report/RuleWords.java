package wheelbase.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import wheelbase.diagnostic.Wording;
import wheelbase.pep508.PackageName;
import wheelbase.syslibs.Evidence;
import wheelbase.syslibs.PackageRules;
import wheelbase.syslibs.Proof;
import wheelbase.syslibs.Rule;
import wheelbase.syslibs.RuleCondition;
import wheelbase.wheels.VerdictClass;

/** What rules are said in, wherever they are shown. */
final class RuleWords {
  private RuleWords() {}

  /** A constant as the files have it: {@code runs-program}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code wheel, >=4.0.35, on musl}. */
  static String when(RuleCondition when) {
    List<String> parts = new ArrayList<>();
    when.artifact().ifPresent(artifact -> parts.add(word(artifact)));
    when.versions().ifPresent(versions -> parts.add(versions.toString()));
    when.python().ifPresent(versions -> parts.add("Python " + versions));
    when.libc().ifPresent(libc -> parts.add("on " + word(libc)));
    when.architecture().ifPresent(one -> parts.add("on " + one.engineName()));
    when.marker().ifPresent(marker -> parts.add(marker.toString()));
    if (!when.distributions().isEmpty()) {
      parts.add("on " + String.join(" or ", when.distributions()));
    }
    if (!when.unlessInstalled().isEmpty()) {
      Set<String> names = new TreeSet<>();
      when.unlessInstalled().stream().map(PackageName::value).forEach(names::add);
      parts.add("without " + Wording.list(names));
    }
    return parts.isEmpty() ? "whatever is installed" : String.join(", ", parts);
  }

  /** What the rules can come to, the best first. */
  static Set<VerdictClass> verdicts(PackageRules rules) {
    Set<VerdictClass> found = EnumSet.noneOf(VerdictClass.class);
    rules.rules().forEach(rule -> found.addAll(verdicts(rule)));
    return found;
  }

  private static Set<VerdictClass> verdicts(Rule rule) {
    Set<VerdictClass> found = EnumSet.noneOf(VerdictClass.class);
    if (rule.impossible().isPresent()) {
      found.add(VerdictClass.UNUSABLE);
      return found;
    }
    if (rule.when().admitsWheel()) {
      found.add(rule.run().isEmpty() ? VerdictClass.WHEEL : VerdictClass.WHEEL_NEEDS_LIBRARIES);
    }
    if (rule.when().admitsSdist() && !rule.build().isEmpty()) {
      found.add(VerdictClass.SOURCE_BUILD);
    } else if (rule.when().admitsSdist() && !rule.when().admitsWheel()) {
      found.add(VerdictClass.PURE_SDIST);
    }
    return found;
  }

  /** The strongest evidence of each rule, the strongest first. */
  static Set<Evidence.Kind> known(PackageRules rules) {
    Set<Evidence.Kind> kinds = EnumSet.noneOf(Evidence.Kind.class);
    for (Rule rule : rules.rules()) {
      rule.evidence().stream()
          .map(Evidence::kind)
          .min(Comparator.naturalOrder())
          .ifPresent(kinds::add);
    }
    return kinds;
  }

  /** Where its rules were proven by a build. */
  static List<Proof> proven(PackageRules rules) {
    return rules.rules().stream()
        .flatMap(rule -> rule.proofs().stream())
        .filter(proof -> proof.result() == Proof.Result.PROVEN)
        .toList();
  }

  /** {@code 5.3.0 on debian:13, Python 3.13, amd64, 2026-11-22, 34 s}. */
  static String proof(Proof proof) {
    return proof.version().map(version -> version + " ").orElse("")
        + "on "
        + proof.on().id()
        + ", Python "
        + proof.python().series()
        + ", "
        + proof.architecture().engineName()
        + ", "
        + proof.date()
        + (proof.seconds().isPresent() ? ", " + proof.seconds().getAsInt() + " s" : "")
        + proof.why().map(why -> ": " + why).orElse("");
  }

  /** {@code shipped}, or whose it is. */
  static String origin(boolean own) {
    return own ? "your own" : "shipped";
  }
}
