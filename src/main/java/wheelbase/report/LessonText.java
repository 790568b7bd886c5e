package wheelbase.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wheelbase.elf.LinkedFiles.Outside;
import wheelbase.platform.DistributionRelease;
import wheelbase.reading.Lesson;
import wheelbase.reading.SourceFact;
import wheelbase.reading.SourceNeeds;
import wheelbase.reading.WheelNeeds;
import wheelbase.syslibs.RuleBook;

/** What the files of a release taught: what is certain, what is guessed, and where it stands. */
public final class LessonText {
  private static final int COLUMN = 20;
  private static final int PLACES = 3;

  private final Style style;
  private final RuleBook rules;

  public LessonText(Style style, RuleBook rules) {
    this.style = style;
    this.rules = rules;
  }

  public String of(Lesson lesson) {
    Page page = new Page(style);
    page.line(0)
        .put(Ink.STRONG, lesson.name() + " " + lesson.version())
        .put("   read for Python " + lesson.python().series() + "; nothing of it was run")
        .end();
    lesson.wheels().forEach(wheel -> putWheel(page, wheel));
    lesson.sdist().ifPresent(sdist -> putSdist(page, sdist));
    if (lesson.sdist().isEmpty()) {
      page.blank();
      page.paragraph(0, "no sdist: nobody can compile this release");
    }
    return page.toString();
  }

  /** The file to look over. */
  public String draft(Lesson lesson) {
    Page page = new Page(style);
    page.line(0)
        .put(Ink.STRONG, "== " + lesson.draft().path())
        .put(" (a draft: look it over)")
        .end();
    lesson.draft().text().lines().forEach(page::uncut);
    return "\n" + page;
  }

  private void putWheel(Page page, Lesson.Wheel wheel) {
    page.blank();
    page.paragraph(0, "", 0, Ink.STRONG, wheel.fileName());
    if (wheel.isPure()) {
      page.paragraph(2, "no machine code in it: linked to nothing");
      return;
    }
    for (Outside outside : wheel.reading().needed()) {
      List<String> ids =
          wheel.needs().values().stream()
              .flatMap(needs -> needs.libraries().entrySet().stream())
              .filter(each -> each.getValue().contains(outside.soname()))
              .map(Map.Entry::getKey)
              .distinct()
              .toList();
      boolean unnamed =
          wheel.needs().values().stream()
              .anyMatch(needs -> needs.unnamed().contains(outside.soname()));
      if (!ids.isEmpty() || unnamed) {
        String who = ids.isEmpty() ? "no library of the rules" : String.join(", ", ids);
        put(page, "certain", outside.soname() + " (" + who + ")", outside.neededBy());
      }
    }
    if (wheel.needs().values().stream()
        .allMatch(needs -> needs.libraries().isEmpty() && needs.unnamed().isEmpty())) {
      page.paragraph(2, "asks for nothing beyond itself and the images");
    }
    putOptional(page, wheel);
    wheel
        .needs()
        .forEach((release, needs) -> needs.tooOld().forEach(each -> page.paragraph(2, each)));
    if (!wheel.reading().isComplete()) {
      put(page, "not read", "", wheel.reading().unread().keySet());
    }
    putPackages(page, wheel);
  }

  private static void putOptional(Page page, Lesson.Wheel wheel) {
    List<String> optional =
        wheel.reading().optional().stream().map(Outside::soname).distinct().sorted().toList();
    if (!optional.isEmpty()) {
      put(page, "optional parts", "", optional);
    }
  }

  private void putPackages(Page page, Lesson.Wheel wheel) {
    for (Map.Entry<DistributionRelease, WheelNeeds> each : wheel.needs().entrySet()) {
      SortedSet<String> run = new TreeSet<>();
      each.getValue()
          .libraries()
          .keySet()
          .forEach(id -> run.addAll(rules.runPackages(id, each.getKey())));
      if (!run.isEmpty()) {
        page.paragraph(
            2, each.getKey().id(), COLUMN, Ink.PLAIN, "to run: " + String.join(" ", run));
      }
    }
  }

  private void putSdist(Page page, Lesson.Sdist sdist) {
    page.blank();
    String languages =
        sdist.languages().stream()
            .sorted()
            .map(each -> each.title())
            .collect(Collectors.joining(", "));
    String compiles =
        languages.isEmpty()
            ? "compiles nothing"
            : "compiles " + languages + (sdist.optional() ? ", where there is a compiler" : "");
    page.line(0).put(Ink.STRONG, sdist.fileName()).put("   " + compiles).end();
    SourceNeeds needs = sdist.needs();
    needs
        .needed()
        .forEach(
            (id, need) -> {
              if (need.certain() && !languages.isEmpty()) {
                put(page, "certain", id, places(need.facts()));
              }
            });
    needs
        .needed()
        .forEach(
            (id, need) -> {
              if (!need.certain() || languages.isEmpty()) {
                String copy = need.bundled().isPresent() ? " (a copy of it is in the sdist)" : "";
                put(page, "guessed", id + copy, places(need.facts()));
              }
            });
    needs.loaded().forEach((id, facts) -> put(page, "guessed, to run", id, places(facts)));
    if (!needs.unnamed().isEmpty()) {
      put(
          page,
          "unknown names",
          "",
          needs.unnamed().stream()
              .map(fact -> fact.name() + " (" + fact.place() + ")")
              .distinct()
              .toList());
    }
    needs
        .rust()
        .ifPresent(fact -> put(page, "oldest Rust", fact.name(), List.of(fact.place().toString())));
    if (!needs.buildRequirements().isEmpty()) {
      put(
          page,
          "pip installs",
          "",
          needs.buildRequirements().stream().map(SourceFact::name).distinct().toList());
    }
    if (sdist.reading().cutOff()) {
      page.paragraph(2, "only its beginning was read: it is too long");
    }
    if (!languages.isEmpty()) {
      putPackages(page, needs.build(rules), needs.run(rules));
    }
  }

  private void putPackages(Page page, SortedSet<String> toBuild, SortedSet<String> toRun) {
    for (DistributionRelease release : DistributionRelease.SUPPORTED) {
      SortedSet<String> build = new TreeSet<>();
      SortedSet<String> run = new TreeSet<>();
      toBuild.forEach(id -> build.addAll(rules.buildPackages(id, release)));
      toRun.forEach(id -> run.addAll(rules.runPackages(id, release)));
      List<String> parts = new ArrayList<>();
      if (!build.isEmpty()) {
        parts.add("to build: " + String.join(" ", build));
      }
      if (!run.isEmpty()) {
        parts.add("to run: " + String.join(" ", run));
      }
      if (!parts.isEmpty()) {
        page.paragraph(2, release.id(), COLUMN, Ink.PLAIN, String.join("; ", parts));
      }
    }
  }

  private static List<String> places(List<SourceFact> facts) {
    return facts.stream().map(SourceFact::toString).distinct().toList();
  }

  private static void put(Page page, String label, String what, Collection<String> places) {
    List<String> all = List.copyOf(places);
    boolean lines = !what.isEmpty();
    if (lines) {
      page.paragraph(2, label, COLUMN, Ink.STRONG, what);
      all.stream().limit(PLACES).forEach(each -> page.paragraph(COLUMN + 2, each));
      if (all.size() > PLACES) {
        page.paragraph(COLUMN + 2, "and " + (all.size() - PLACES) + " more places");
      }
    } else {
      page.paragraph(2, label, COLUMN, Ink.PLAIN, String.join(", ", all));
    }
  }
}
