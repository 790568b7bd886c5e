package wheelbase.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import wheelbase.buildsystem.BuildEnvironment;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Wording;
import wheelbase.index.Answers;
import wheelbase.index.SdistContents;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Pin;
import wheelbase.survey.Cell;

/**
 * Which of the sdists that pip takes compile, and which are only Python. Where all of them compile
 * the verdicts say as much.
 */
final class Sdists implements Finder {
  /** A package that pip takes an sdist of somewhere. */
  private static final class Taken {
    final Cell cell;
    final Set<TargetPlatform> targets = new LinkedHashSet<>();
    final Set<SdistContents.Language> languages = new LinkedHashSet<>();

    Taken(Cell cell) {
      this.cell = cell;
    }

    boolean compiles() {
      return !languages.isEmpty();
    }

    /** {@code uwsgi (C)}. */
    String words() {
      return cell.name()
          + " ("
          + languages.stream()
              .sorted()
              .map(SdistContents.Language::title)
              .collect(Collectors.joining(", "))
          + ")";
    }
  }

  @Override
  public List<Diagnostic> in(Surveyed project) throws InterruptedException {
    List<Taken> taken = List.copyOf(taken(project).values());
    List<Taken> compiled = taken.stream().filter(Taken::compiles).toList();
    List<Taken> python = taken.stream().filter(each -> !each.compiles()).toList();
    if (python.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(headline(project, python, compiled)));
    groups(project, python).forEach((where, some) -> lines.add(line("only Python", where, some)));
    groups(project, compiled).forEach((where, some) -> lines.add(line("compile", where, some)));
    return List.of(Diagnostic.note("sdists", String.join("\n", lines)));
  }

  private static Map<PackageName, Taken> taken(Surveyed project) throws InterruptedException {
    Map<PackageName, Taken> taken = new TreeMap<>();
    for (Cell cell : project.matrix().cells()) {
      if (cell.pin().filter(Pin::isSdist).isPresent()) {
        Taken sdist = taken.computeIfAbsent(cell.name(), name -> new Taken(cell));
        sdist.targets.add(cell.target());
        sdist.languages.addAll(
            Answers.await(project.index().sdistContents(cell.pin().get().file().get()))
                .languages());
        for (BuildEnvironment.Link link : cell.chain()) {
          if (link.built().compiles()) {
            sdist.languages.addAll(
                Answers.await(project.index().sdistContents(link.built().file())).languages());
          }
        }
      }
    }
    return taken;
  }

  private static String headline(Surveyed project, List<Taken> python, List<Taken> compiled) {
    String quick = "pip makes their wheels in seconds, no compiler";
    if (compiled.isEmpty()) {
      return python.size() == 1
          ? "the one sdist, of "
              + python.get(0).cell.title()
              + ", is only Python: pip makes its wheel in seconds, no compiler"
          : (python.size() == 2 ? "both" : "all " + python.size())
              + " sdists are only Python: "
              + quick;
    }
    List<String> named = new ArrayList<>();
    groups(project, compiled)
        .forEach(
            (where, some) ->
                named.add(Wording.some(some.stream().map(Taken::words).toList()) + where));
    String compile = compiled.size() == 1 ? " compiles: " : " compile: ";
    String names = String.join("; ", named);
    int all = python.size() + compiled.size();
    return "of "
        + all
        + " sdists "
        + python.size()
        + (python.size() == 1 ? " is" : " are")
        + " only Python ("
        + quick
        + "), "
        + compiled.size()
        + compile
        + names;
  }

  /** By the place, in words that may be empty. */
  private static Map<String, List<Taken>> groups(Surveyed project, List<Taken> taken) {
    Map<String, List<Taken>> groups = new LinkedHashMap<>();
    for (Taken each : taken) {
      groups
          .computeIfAbsent(
              project.whereabouts().unlessEverywhere(each.targets), key -> new ArrayList<>())
          .add(each);
    }
    return groups;
  }

  private static String line(String what, String where, List<Taken> some) {
    return what
        + where
        + ": "
        + some.stream()
            .map(each -> each.compiles() ? each.words() : each.cell.title())
            .collect(Collectors.joining(", "));
  }
}
