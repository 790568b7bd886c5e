package wheelbase.findings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.CoreMetadata.Provenance;
import wheelbase.survey.Cell;

/** Releases whose dependencies only running their build would tell. */
final class UnknownDependencies implements Finder {
  @Override
  public List<Diagnostic> in(Surveyed project) {
    Map<String, Cell> unknown = new LinkedHashMap<>();
    for (Cell cell : project.matrix().cells()) {
      cell.pin()
          .flatMap(pin -> pin.metadata())
          .filter(metadata -> metadata.provenance() == Provenance.UNKNOWN)
          .ifPresent(metadata -> unknown.putIfAbsent(cell.title(), cell));
    }
    return unknown.values().stream()
        .map(
            cell ->
                Diagnostic.warning(
                        "dependencies-unknown",
                        "what "
                            + cell.title()
                            + " depends on is not known: only running its build would tell")
                    .because(project.paths().blame(cell.name(), cell.target())))
        .toList();
  }
}
