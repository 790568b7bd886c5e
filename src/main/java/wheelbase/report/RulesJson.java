package wheelbase.report;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.syslibs.BuildDuration;
import wheelbase.syslibs.Caution;
import wheelbase.syslibs.Evidence;
import wheelbase.syslibs.Filed;
import wheelbase.syslibs.PackageRules;
import wheelbase.syslibs.Proof;
import wheelbase.syslibs.Rule;
import wheelbase.syslibs.RuleCollection;
import wheelbase.syslibs.RuleEffect;
import wheelbase.syslibs.RuleLint;
import wheelbase.syslibs.RuleTests;
import wheelbase.syslibs.SystemLibrary;
import wheelbase.syslibs.Twin;
import wheelbase.wheels.VerdictClass;

/** What the commands below {@code wheelbase rules} say to a program. */
public final class RulesJson {
  private final JsonText json;
  private final RuleCollection rules;

  private RulesJson(JsonText json, RuleCollection rules) {
    this.json = json;
    this.rules = rules;
  }

  public static String list(
      List<Filed<PackageRules>> packages, List<Filed<SystemLibrary>> libraries) {
    return of(
        json -> {
          json.field("packages", () -> json.array(packages, each -> line(json, each)));
          json.field(
              "libraries",
              () ->
                  json.array(
                      libraries,
                      each ->
                          json.object(
                              () -> {
                                json.text("id", each.content().id());
                                json.text("kind", RuleWords.word(each.content().kind()));
                                origin(json, each);
                              })));
        },
        List.of());
  }

  public static String show(
      RuleCollection rules,
      Optional<Filed<PackageRules>> project,
      Optional<Filed<SystemLibrary>> library) {
    return of(
        json -> {
          RulesJson writer = new RulesJson(json, rules);
          json.field("package", () -> project.ifPresentOrElse(writer::project, json::nothing));
          json.field("library", () -> library.ifPresentOrElse(writer::library, json::nothing));
        },
        List.of());
  }

  public static String test(RuleTests tests) {
    return of(
        json -> {
          json.number("files", tests.files());
          json.number("passed", tests.passed());
          json.number("failed", tests.failures().size());
          json.number("skipped", tests.skipped());
        },
        tests.failures());
  }

  public static String lint(RuleLint lint) {
    return of(
        json -> {
          json.number("files", lint.files());
          json.flag("clean", lint.isClean());
        },
        lint.findings());
  }

  static String of(Consumer<JsonText> members, List<Diagnostic> diagnostics) {
    return JsonText.of(
        json -> {
          json.text("schema", "wheelbase/1");
          json.field("rules", () -> json.object(() -> members.accept(json)));
          new DiagnosticsJson(json).diagnostics(diagnostics);
        });
  }

  private static void line(JsonText json, Filed<PackageRules> filed) {
    json.object(
        () -> {
          heading(json, filed);
          json.texts(
              "verdicts",
              RuleWords.verdicts(filed.content()).stream().map(VerdictClass::id).toList());
          json.texts(
              "known", RuleWords.known(filed.content()).stream().map(RuleWords::word).toList());
          json.field(
              "proofs",
              () -> json.array(RuleWords.proven(filed.content()), proof -> proof(json, proof)));
        });
  }

  private static void heading(JsonText json, Filed<PackageRules> filed) {
    json.text("name", filed.content().name().value());
    json.text("kind", filed.content().kind().map(RuleWords::word).orElse(null));
    origin(json, filed);
  }

  private static void origin(JsonText json, Filed<?> filed) {
    json.text("file", filed.file());
    json.flag("own", filed.own());
  }

  private void project(Filed<PackageRules> filed) {
    PackageRules found = filed.content();
    json.object(
        () -> {
          heading(json, filed);
          json.field("rules", () -> json.array(found.rules(), this::rule));
          json.field("twins", () -> json.array(found.twins(), this::twin));
          json.field(
              "build_time", () -> found.buildTime().ifPresentOrElse(this::time, json::nothing));
          json.number("tests", found.examples().size());
        });
  }

  private void time(BuildDuration time) {
    json.object(
        () -> {
          json.number("seconds", time.seconds());
          json.flag("measured", time.measured());
        });
  }

  private void twin(Twin twin) {
    json.object(
        () -> {
          json.text("name", twin.name().value());
          json.text("relation", twin.relation());
          json.text("caveat", twin.caveat());
        });
  }

  private void rule(Rule rule) {
    json.object(
        () -> {
          json.text("when", RuleWords.when(rule.when()));
          json.text("kind", rule.kind().map(RuleWords::word).orElse(null));
          json.texts("build", rule.build());
          json.texts("run", rule.run());
          json.field("requires", () -> json.map(new TreeMap<>(rule.requires()), json::text));
          json.field("environment", () -> json.map(new TreeMap<>(rule.environment()), json::text));
          json.text("loader", rule.loader().map(RuleWords::word).orElse(null));
          json.text("impossible", rule.impossible().orElse(null));
          json.field("cautions", () -> json.array(rule.cautions(), this::caution));
          json.texts("hints", rule.hints());
          json.texts("evidence", rule.evidence().stream().map(Evidence::toString).toList());
          json.field("proofs", () -> json.array(rule.proofs(), proof -> proof(json, proof)));
          json.field("on", () -> json.object(() -> effects(rule)));
        });
  }

  private void effects(Rule rule) {
    for (DistributionRelease release : DistributionRelease.NAMED) {
      rules
          .effect(rule, release)
          .ifPresent(effect -> json.field(release.id(), () -> effect(effect)));
    }
  }

  private void effect(RuleEffect effect) {
    json.object(
        () -> {
          json.texts("build_packages", effect.build());
          json.texts("runtime_packages", effect.run());
          json.texts("impossible", effect.impossible());
          json.texts("unnamed", effect.unnamed());
        });
  }

  private void caution(Caution caution) {
    json.object(
        () -> {
          json.text("about", RuleWords.word(caution.about()));
          json.texts("on", caution.on());
          json.text("what", caution.what());
        });
  }

  private static void proof(JsonText json, Proof proof) {
    json.object(
        () -> {
          json.text("version", proof.version().map(Object::toString).orElse(null));
          json.text("on", proof.on().id());
          json.text("python", proof.python().series());
          json.text("arch", proof.architecture().engineName());
          json.text("date", proof.date().toString());
          json.text("result", RuleWords.word(proof.result()));
          json.field("seconds", () -> proof.seconds().ifPresentOrElse(json::number, json::nothing));
          json.text("why", proof.why().orElse(null));
        });
  }

  private void library(Filed<SystemLibrary> filed) {
    SystemLibrary library = filed.content();
    json.object(
        () -> {
          json.text("id", library.id());
          json.text("kind", RuleWords.word(library.kind()));
          origin(json, filed);
          json.field(
              "environment", () -> json.map(new TreeMap<>(library.environment()), json::text));
          json.texts("evidence", library.evidence().stream().map(Evidence::toString).toList());
          json.texts(
              "named_by",
              rules.packagesNaming(library.id()).stream().map(PackageName::value).toList());
          json.field("on", () -> json.object(() -> packaging(library)));
        });
  }

  private void packaging(SystemLibrary library) {
    for (DistributionRelease release : DistributionRelease.NAMED) {
      library
          .on(release)
          .ifPresent(
              there ->
                  json.field(
                      release.id(),
                      () ->
                          json.object(
                              () -> {
                                json.texts("build_packages", there.build().orElse(List.of()));
                                json.texts("runtime_packages", there.run().orElse(List.of()));
                                json.texts("sonames", there.sonames());
                                json.text(
                                    "version", there.version().map(Object::toString).orElse(null));
                                json.text("absent", there.absent().orElse(null));
                              })));
    }
  }
}
