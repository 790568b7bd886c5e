package wheelbase.findings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.Answers;
import wheelbase.survey.Cell;

/**
 * That files on a page were left out, said once. That a page is an old copy is no part of an
 * analysis: the same pages give the same bytes, however old they are.
 */
final class NotesOnPages implements Finder {
  @Override
  public List<Diagnostic> in(Surveyed project) throws InterruptedException {
    Set<Diagnostic> found = new LinkedHashSet<>();
    for (Cell cell : project.matrix().cells()) {
      Answers.await(project.index().page(cell.name())).diagnostics().stream()
          .filter(diagnostic -> !diagnostic.id().equals("old-copy-of-page"))
          .forEach(found::add);
    }
    return List.copyOf(found);
  }
}
