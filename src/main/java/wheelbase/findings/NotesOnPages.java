package wheelbase.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.Answers;
import wheelbase.pep508.PackageName;
import wheelbase.survey.Cell;

/**
 * That files on a page were left out, said once. That a page is an old copy is no part of an
 * analysis: the same pages give the same bytes, however old they are.
 */
final class NotesOnPages implements Finder {
  @Override
  public List<Diagnostic> in(Surveyed project) throws InterruptedException {
    Map<Diagnostic, Set<PackageName>> found = new LinkedHashMap<>();
    for (Cell cell : project.matrix().cells()) {
      for (Diagnostic diagnostic : Answers.await(project.index().page(cell.name())).diagnostics()) {
        if (!diagnostic.id().equals("old-copy-of-page")) {
          found.computeIfAbsent(diagnostic, any -> new LinkedHashSet<>()).add(cell.name());
        }
      }
    }
    List<Diagnostic> all = new ArrayList<>();
    found.forEach((diagnostic, names) -> all.add(blamed(diagnostic, names, project)));
    return all;
  }

  /** What several pages say is about their index, and no package is to blame. */
  private static Diagnostic blamed(
      Diagnostic diagnostic, Set<PackageName> names, Surveyed project) {
    return names.size() > 1
        ? diagnostic
        : diagnostic.because(project.paths().blame(names.iterator().next()));
  }
}
