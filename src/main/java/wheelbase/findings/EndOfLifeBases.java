package wheelbase.findings;

import java.util.List;
import wheelbase.baseimage.EndOfLife;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;

/**
 * Bases near their end of life: warnings only. That a release lives on long-term support is said of
 * its image, among the reasons.
 */
final class EndOfLifeBases implements Finder {
  @Override
  public List<Diagnostic> in(Surveyed project) {
    return project.images().stream()
        .flatMap(image -> EndOfLife.of(image, project.today()).stream())
        .filter(found -> found.severity() == Severity.WARNING)
        .distinct()
        .toList();
  }
}
