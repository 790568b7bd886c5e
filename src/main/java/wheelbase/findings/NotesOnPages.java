package wheelbase.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.Answers;
import wheelbase.index.IndexException;
import wheelbase.pep508.PackageName;
import wheelbase.survey.Cell;

/**
 * That files on a page, or a whole index, were left out, said once; of packages in a conflict too,
 * for there it may be why. That a page is an old copy is no part of an analysis: the same pages
 * give the same bytes, however old they are.
 */
final class NotesOnPages implements Finder {
  @Override
  public List<Diagnostic> in(Surveyed project) throws InterruptedException {
    Map<Diagnostic, Set<PackageName>> found = new LinkedHashMap<>();
    for (PackageName name : names(project)) {
      for (Diagnostic diagnostic : told(project, name)) {
        if (!diagnostic.id().equals("old-copy-of-page")) {
          found.computeIfAbsent(diagnostic, any -> new LinkedHashSet<>()).add(name);
        }
      }
    }
    List<Diagnostic> all = new ArrayList<>();
    found.forEach((diagnostic, names) -> all.add(blamed(diagnostic, names, project)));
    return all;
  }

  private static Set<PackageName> names(Surveyed project) {
    Set<PackageName> names = new LinkedHashSet<>();
    project.matrix().cells().stream().map(Cell::name).forEach(names::add);
    Set<PackageName> inConflict = new TreeSet<>();
    project.targets().values().stream()
        .flatMap(target -> target.resolution().conflict().stream())
        .forEach(conflict -> inConflict.addAll(conflict.packages()));
    names.addAll(inConflict);
    return names;
  }

  private static List<Diagnostic> told(Surveyed project, PackageName name)
      throws InterruptedException {
    try {
      return Answers.await(project.index().page(name)).diagnostics();
    } catch (IndexException unreadable) {
      return List.of();
    }
  }

  /** What several pages say is about their index, and no package is to blame. */
  private static Diagnostic blamed(
      Diagnostic diagnostic, Set<PackageName> names, Surveyed project) {
    return names.size() > 1 || diagnostic.place().isPresent()
        ? diagnostic
        : diagnostic.because(project.paths().blame(names.iterator().next()));
  }
}
