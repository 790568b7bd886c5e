package wheelbase.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.elf.LinkedFiles.Outside;
import wheelbase.index.SdistContents.Language;
import wheelbase.platform.DistributionRelease;
import wheelbase.reading.Lesson;
import wheelbase.reading.SourceFact;
import wheelbase.reading.SourceNeeds;
import wheelbase.reading.WheelNeeds;
import wheelbase.syslibs.RuleBook;

/** What the files of a release taught, for programs: all that {@link LessonText} says. */
public final class LessonJson {
  private final JsonText json;
  private final RuleBook rules;

  private LessonJson(JsonText json, RuleBook rules) {
    this.json = json;
    this.rules = rules;
  }

  public static String of(Lesson lesson, RuleBook rules) {
    return RulesJson.of(
        json -> json.field("lesson", () -> new LessonJson(json, rules).put(lesson)), List.of());
  }

  private void put(Lesson lesson) {
    json.object(
        () -> {
          json.text("name", lesson.name().value());
          json.text("version", lesson.version().toString());
          json.text("python", lesson.python().series());
          json.field("wheels", () -> json.array(lesson.wheels(), this::wheel));
          json.field("sdist", () -> lesson.sdist().ifPresentOrElse(this::sdist, json::nothing));
          json.field(
              "draft",
              () ->
                  json.object(
                      () -> {
                        json.text("file", lesson.draft().path());
                        json.text("text", lesson.draft().text());
                      }));
        });
  }

  private void wheel(Lesson.Wheel wheel) {
    SortedMap<String, List<String>> tooOld = new TreeMap<>();
    SortedMap<String, SortedSet<String>> packages = new TreeMap<>();
    wheel
        .needs()
        .forEach(
            (release, needs) -> {
              tooOld.put(release.id(), needs.tooOld());
              SortedSet<String> run = new TreeSet<>();
              needs.libraries().keySet().forEach(id -> run.addAll(rules.runPackages(id, release)));
              packages.put(release.id(), run);
            });
    json.object(
        () -> {
          json.text("file", wheel.fileName());
          json.text("target", wheel.target().id());
          json.flag("pure", wheel.isPure());
          json.flag("complete", wheel.reading().isComplete());
          json.field("needs", () -> json.array(asked(wheel), each -> need(wheel, each)));
          json.texts(
              "optional",
              wheel.reading().optional().stream()
                  .map(Outside::soname)
                  .distinct()
                  .sorted()
                  .toList());
          json.field("too_old", () -> json.map(tooOld, each -> json.array(each, json::text)));
          json.field("packages", () -> json.map(packages, each -> json.array(each, json::text)));
        });
  }

  /** What neither the wheel nor an image has. */
  private static List<Outside> asked(Lesson.Wheel wheel) {
    return wheel.reading().needed().stream()
        .filter(
            outside ->
                wheel.needs().values().stream()
                    .anyMatch(
                        needs ->
                            needs.unnamed().contains(outside.soname())
                                || library(needs, outside).isPresent()))
        .toList();
  }

  private static Optional<String> library(WheelNeeds needs, Outside outside) {
    return needs.libraries().entrySet().stream()
        .filter(each -> each.getValue().contains(outside.soname()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private void need(Lesson.Wheel wheel, Outside outside) {
    Optional<String> library =
        wheel.needs().values().stream()
            .flatMap(needs -> library(needs, outside).stream())
            .findFirst();
    json.object(
        () -> {
          json.text("soname", outside.soname());
          json.text("library", library.orElse(null));
          json.texts("needed_by", List.copyOf(outside.neededBy()));
        });
  }

  private void sdist(Lesson.Sdist sdist) {
    SourceNeeds needs = sdist.needs();
    boolean compiles = !sdist.languages().isEmpty();
    json.object(
        () -> {
          json.text("file", sdist.fileName());
          json.texts(
              "languages", sdist.languages().stream().sorted().map(Language::title).toList());
          json.flag("optional", sdist.optional());
          json.flag("complete", !sdist.reading().cutOff());
          json.field(
              "certain", () -> json.array(ids(needs, compiles, true), id -> need(needs, id)));
          json.field(
              "guessed", () -> json.array(ids(needs, compiles, false), id -> need(needs, id)));
          json.field(
              "loaded",
              () ->
                  json.array(
                      needs.loaded().keySet(), id -> library(id, false, needs.loaded().get(id))));
          json.field("unknown_names", () -> json.array(needs.unnamed(), this::unnamed));
          json.field("oldest_rust", () -> needs.rust().ifPresentOrElse(this::named, json::nothing));
          json.texts(
              "build_requirements",
              needs.buildRequirements().stream().map(SourceFact::name).distinct().toList());
          json.field("packages", () -> json.map(packages(needs, compiles), this::packages));
        });
  }

  /** Where nothing compiles nothing is certain. */
  private static List<String> ids(SourceNeeds needs, boolean compiles, boolean certain) {
    return needs.needed().keySet().stream()
        .filter(id -> (compiles && needs.needed().get(id).certain()) == certain)
        .toList();
  }

  private void need(SourceNeeds needs, String id) {
    SourceNeeds.Need need = needs.needed().get(id);
    library(id, need.bundled().isPresent(), need.facts());
  }

  private void library(String id, boolean copied, List<SourceFact> facts) {
    json.object(
        () -> {
          json.text("library", id);
          json.flag("copied", copied);
          json.field("facts", () -> json.array(facts, this::fact));
        });
  }

  private void fact(SourceFact fact) {
    json.object(() -> putPlace(fact));
  }

  private void unnamed(SourceFact fact) {
    json.object(
        () -> {
          json.text("kind", word(fact.kind()));
          json.text("name", fact.name());
          json.flag("certain", fact.certain());
          putPlace(fact);
        });
  }

  /** {@code cmake-package}. */
  private static String word(SourceFact.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void named(SourceFact fact) {
    json.object(
        () -> {
          json.text("version", fact.name());
          putPlace(fact);
        });
  }

  private void putPlace(SourceFact fact) {
    json.text("file", fact.place().file());
    json.number("line", fact.place().line());
    json.text("text", fact.text());
  }

  private record Packages(SortedSet<String> build, SortedSet<String> run) {}

  private SortedMap<String, Packages> packages(SourceNeeds needs, boolean compiles) {
    SortedMap<String, Packages> packages = new TreeMap<>();
    for (DistributionRelease release : DistributionRelease.SUPPORTED) {
      Packages there = new Packages(new TreeSet<>(), new TreeSet<>());
      if (compiles) {
        needs.build(rules).forEach(id -> there.build.addAll(rules.buildPackages(id, release)));
        needs.run(rules).forEach(id -> there.run.addAll(rules.runPackages(id, release)));
      }
      packages.put(release.id(), there);
    }
    return packages;
  }

  private void packages(Packages there) {
    json.object(
        () -> {
          json.texts("build", there.build());
          json.texts("run", there.run());
        });
  }
}
