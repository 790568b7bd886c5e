package wheelbase.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wheelbase.Analysis;
import wheelbase.report.Column;
import wheelbase.wheels.Downgrade;

/**
 * A silent downgrade: what installing wheels only would take in place of what pip takes, and how
 * far back that is.
 */
record OlderVersion(
    String name, String from, String to, String distance, String where, String reason) {
  private record Edit(String name, String from, String to, String distance, String reason) {}

  /** Those of one edit together. */
  static List<OlderVersion> all(Analysis analysis) {
    Map<Edit, List<Downgrade>> byEdit = new LinkedHashMap<>();
    for (Downgrade downgrade : analysis.downgrades()) {
      Edit edit =
          new Edit(
              downgrade.name().value(),
              downgrade.from().toString(),
              downgrade.to().toString(),
              downgrade.distance(),
              downgrade.reason());
      byEdit.computeIfAbsent(edit, key -> new ArrayList<>()).add(downgrade);
    }
    List<OlderVersion> older = new ArrayList<>();
    byEdit.forEach(
        (edit, downgrades) ->
            older.add(
                new OlderVersion(
                    edit.name(),
                    edit.from(),
                    edit.to(),
                    edit.distance(),
                    Column.where(columns(analysis, downgrades), analysis),
                    edit.reason())));
    return older;
  }

  private static List<Column> columns(Analysis analysis, List<Downgrade> downgrades) {
    return Column.all(analysis).stream()
        .filter(
            column ->
                downgrades.stream()
                    .anyMatch(downgrade -> downgrade.target().equals(column.target())))
        .toList();
  }
}
