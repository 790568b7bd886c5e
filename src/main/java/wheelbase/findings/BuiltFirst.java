package wheelbase.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import wheelbase.baseimage.Words;
import wheelbase.buildsystem.BuildEnvironment.Link;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Wording;
import wheelbase.platform.TargetPlatform;
import wheelbase.survey.Cell;
import wheelbase.wheels.VerdictClass;

/**
 * Source builds that begin with other source builds, because what a package is built with has no
 * wheel either; and those of which it is not known what they are built with.
 */
final class BuiltFirst implements Finder {
  /** What is said of some targets, and whom it is about. */
  private record Said(String title, String what, List<String> lines) {}

  @Override
  public List<Diagnostic> in(Surveyed project) {
    Map<Said, Map<TargetPlatform, Cell>> found = new LinkedHashMap<>();
    for (Cell cell : project.matrix().cells()) {
      if (cell.verdict().kind() != VerdictClass.UNUSABLE) {
        Stream.concat(chain(cell).stream(), unseen(cell).stream())
            .forEach(
                said ->
                    found
                        .computeIfAbsent(said, key -> new LinkedHashMap<>())
                        .putIfAbsent(cell.target(), cell));
      }
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    found.forEach(
        (said, cells) -> {
          String where = project.whereabouts().unlessEverywhere(cells.keySet());
          Cell first = cells.values().iterator().next();
          List<String> lines = new ArrayList<>(List.of(said.title() + where + said.what()));
          lines.addAll(said.lines());
          diagnostics.add(
              Diagnostic.note("built-first", String.join("\n", lines))
                  .because(project.paths().blame(first.name(), first.target())));
        });
    return diagnostics;
  }

  private static List<Said> chain(Cell cell) {
    List<Link> compiled = cell.build().map(each -> each.compiled(cell.title())).orElse(List.of());
    if (compiled.isEmpty()) {
      return List.of();
    }
    int seconds = compiled.stream().mapToInt(link -> link.built().time().get().seconds()).sum();
    List<String> titles = compiled.stream().map(link -> link.built().title()).toList();
    return List.of(
        new Said(
            cell.title(),
            " is built with "
                + Wording.some(titles)
                + ", which "
                + (titles.size() == 1 ? "has" : "have")
                + " no wheel there: "
                + Wording.count(titles.size(), "more source build")
                + ", about "
                + Words.time(seconds),
            compiled.stream().map(link -> line(link, cell)).toList()));
  }

  /** {@code numpy 1.23.2 needs c, c++ and openblas}. */
  private static String line(Link link, Cell cell) {
    List<String> wanted = new ArrayList<>(link.built().needs().buildTools());
    wanted.addAll(link.built().needs().buildLibraries());
    return link.built().title()
        + (link.forWhat().equals(cell.title()) ? "" : ", for " + link.forWhat() + ",")
        + (link.built().needs().known()
            ? " needs " + Wording.list(wanted)
            : " has no rule that says which libraries its build needs")
        + ", about "
        + Words.time(link.built().time().orElseThrow().seconds());
  }

  private static List<Said> unseen(Cell cell) {
    return cell.build()
        .flatMap(each -> each.unseen(cell.title()))
        .map(
            why ->
                new Said(cell.title(), ": what it is built with is not known: " + why, List.of()))
        .map(List::of)
        .orElse(List.of());
  }
}
