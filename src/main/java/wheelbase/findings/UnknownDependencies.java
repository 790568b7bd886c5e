package wheelbase.findings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.CoreMetadata.Provenance;
import wheelbase.survey.Cell;

/** Releases whose dependencies only running their build would tell. */
final class UnknownDependencies implements Finder {
  @Override
  public List<Diagnostic> in(Surveyed project) {
    Set<String> titles = new LinkedHashSet<>();
    for (Cell cell : project.matrix().cells()) {
      cell.pin()
          .flatMap(pin -> pin.metadata())
          .filter(metadata -> metadata.provenance() == Provenance.UNKNOWN)
          .ifPresent(metadata -> titles.add(cell.title()));
    }
    return titles.stream()
        .map(
            title ->
                Diagnostic.warning(
                    "dependencies-unknown",
                    "what "
                        + title
                        + " depends on is not known: only running its build would tell"))
        .toList();
  }
}
