package wheelbase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wheelbase.baseimage.Words;
import wheelbase.diagnostic.Wording;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.syslibs.Caution;
import wheelbase.syslibs.Evidence;
import wheelbase.syslibs.Filed;
import wheelbase.syslibs.PackageRules;
import wheelbase.syslibs.Proof;
import wheelbase.syslibs.Rule;
import wheelbase.syslibs.RuleCollection;
import wheelbase.syslibs.RuleEffect;
import wheelbase.syslibs.SystemLibrary;
import wheelbase.syslibs.Twin;

/** All that is known of one package, or of one library: what {@code wheelbase rules show} says. */
public final class RulesShowText {
  private static final int LABEL = 17;

  private final RuleCollection rules;
  private final Page page;

  public RulesShowText(RuleCollection rules, Style style) {
    this.rules = rules;
    this.page = new Page(style);
  }

  /** The package with its rules, and then the library, where that is the name of both. */
  public String of(Optional<Filed<PackageRules>> project, Optional<Filed<SystemLibrary>> library) {
    project.ifPresent(this::put);
    if (library.isPresent()) {
      putLibrary(library.get());
    }
    return page.toString();
  }

  private void put(Filed<PackageRules> filed) {
    PackageRules found = filed.content();
    title(found.name().value(), found.kind().map(RuleWords::word).orElse(""), filed);
    for (int index = 0; index < found.rules().size(); index++) {
      Rule rule = found.rules().get(index);
      page.blank();
      page.line(2)
          .put(Ink.STRONG, RuleWords.when(rule.when()))
          .put(Ink.FAINT, "  rules[" + index + "]")
          .end();
      put(rule);
    }
    page.blank();
    for (Twin twin : found.twins()) {
      paragraph(
          2,
          "Or " + twin.relation(),
          twin.name() + (twin.caveat().isEmpty() ? "" : ": " + twin.caveat()));
    }
    found
        .buildTime()
        .ifPresent(
            time ->
                paragraph(
                    2,
                    "Takes",
                    "about "
                        + Words.time(time.seconds())
                        + (time.measured()
                            ? " to compile, measured"
                            : " to compile, not measured")));
    paragraph(2, "Tested by", Wording.count(found.examples().size(), "example"));
  }

  private void put(Rule rule) {
    rule.kind().ifPresent(kind -> paragraph(4, "Kind", RuleWords.word(kind)));
    if (rule.impossible().isPresent()) {
      paragraph(4, "Impossible", rule.impossible().get());
    } else {
      putIds(CellText.TO_COMPILE, rule.build(), rule.when().admitsSdist());
      putIds(CellText.AT_RUN_TIME, rule.run(), true);
      rule.requires().forEach((id, specifier) -> paragraph(4, "Requires", id + " " + specifier));
      rule.loader().ifPresent(loader -> paragraph(4, "Loaded by", RuleWords.word(loader)));
      rule.environment().forEach((name, value) -> paragraph(4, "Variable", name + "=" + value));
      putEffects("Build stage", rule, RuleEffect::build);
      putEffects("Runtime stage", rule, RuleEffect::run);
      putImpossible(rule);
    }
    put(CellText.KNOWN_FROM, rule.evidence().stream().map(Evidence::toString).toList());
    put(
        "Proven",
        rule.proofs().stream()
            .filter(proof -> proof.result() == Proof.Result.PROVEN)
            .map(RuleWords::proof)
            .toList());
    put(
        "Not proven",
        rule.proofs().stream()
            .filter(proof -> proof.result() != Proof.Result.PROVEN)
            .map(RuleWords::proof)
            .toList());
    put("Caution", rule.cautions().stream().map(RulesShowText::words).toList());
    put(CellText.NOTE, rule.hints());
  }

  private static String words(Caution caution) {
    return caution.what()
        + (caution.on().isEmpty() ? "" : " (" + String.join(", ", caution.on()) + ")");
  }

  private void putIds(String label, List<String> ids, boolean asked) {
    if (asked) {
      paragraph(4, label, ids.isEmpty() ? "nothing" : String.join(", ", ids));
    }
  }

  /** Releases with the same names together. */
  private void putEffects(String label, Rule rule, Function<RuleEffect, List<String>> stage) {
    Map<List<String>, List<String>> releases = new LinkedHashMap<>();
    for (DistributionRelease release : DistributionRelease.NAMED) {
      rules
          .effect(rule, release)
          .filter(effect -> effect.impossible().isEmpty() && effect.unnamed().isEmpty())
          .map(stage)
          .ifPresent(
              names -> releases.computeIfAbsent(names, any -> new ArrayList<>()).add(release.id()));
    }
    if (releases.keySet().stream().allMatch(List::isEmpty)) {
      return;
    }
    String shown = label;
    for (Map.Entry<List<String>, List<String>> entry : releases.entrySet()) {
      String names = entry.getKey().isEmpty() ? "nothing" : String.join(" ", entry.getKey());
      page.paragraph(4, shown, LABEL + 2, Ink.PLAIN, String.join(", ", entry.getValue()));
      page.paragraph(LABEL + 4, "", LABEL + 4, Ink.GOOD, names);
      shown = "";
    }
  }

  private void putImpossible(Rule rule) {
    for (DistributionRelease release : DistributionRelease.NAMED) {
      Optional<RuleEffect> effect = rules.effect(rule, release);
      effect
          .filter(there -> !there.impossible().isEmpty())
          .ifPresent(
              there -> paragraph(4, "Impossible", release.id() + ": " + there.impossible().get(0)));
      effect
          .filter(there -> !there.unnamed().isEmpty())
          .ifPresent(
              there ->
                  paragraph(
                      4,
                      "Unknown",
                      release.id() + ": no name is known of " + Wording.list(there.unnamed())));
    }
  }

  private void putLibrary(Filed<SystemLibrary> filed) {
    SystemLibrary library = filed.content();
    page.blank();
    title(library.id(), RuleWords.word(library.kind()), filed);
    page.blank();
    for (DistributionRelease release : DistributionRelease.NAMED) {
      Optional<SystemLibrary.Packaging> there = library.on(release);
      paragraph(2, release.id(), there.map(RulesShowText::words).orElse("not known"));
    }
    library.environment().forEach((name, value) -> paragraph(2, "Variable", name + "=" + value));
    put(2, CellText.KNOWN_FROM, library.evidence().stream().map(Evidence::toString).toList());
    List<String> naming =
        rules.packagesNaming(library.id()).stream().map(PackageName::value).toList();
    paragraph(2, "Named by", naming.isEmpty() ? "no rule" : String.join(", ", naming));
  }

  private static String words(SystemLibrary.Packaging there) {
    if (there.absent().isPresent()) {
      return "not to be had: " + there.absent().get();
    }
    List<String> parts = new ArrayList<>();
    there.build().ifPresent(names -> parts.add("to build " + names(names)));
    there.run().ifPresent(names -> parts.add("to run " + names(names)));
    there.version().ifPresent(version -> parts.add("version " + version));
    if (!there.sonames().isEmpty()) {
      parts.add(String.join(" ", there.sonames()));
    }
    return String.join("; ", parts);
  }

  private static String names(List<String> names) {
    return names.isEmpty() ? "nothing" : String.join(" ", names);
  }

  private void title(String name, String kind, Filed<?> filed) {
    page.line(0)
        .put(Ink.STRONG, name)
        .put("  " + kind + ", " + RuleWords.origin(filed.own()))
        .end();
    page.paragraph(2, filed.file());
  }

  private void put(String label, List<String> lines) {
    put(4, label, lines);
  }

  private void put(int indent, String label, List<String> lines) {
    for (int line = 0; line < lines.size(); line++) {
      paragraph(indent, line == 0 ? label : "", lines.get(line));
    }
  }

  private void paragraph(int indent, String label, String words) {
    page.paragraph(indent, label, LABEL + indent - 2, Ink.PLAIN, words);
  }
}
