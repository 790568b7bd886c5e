package wheelbase.report;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import wheelbase.bake.ServiceOutcome;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.FileChange;

/** What came of {@code wheelbase bake} as JSON, by {@code wheelbase-1.schema.json}. */
public final class BakeJson {
  private BakeJson() {}

  /**
   * @param together of the bake file
   * @param diagnostics that are about no service
   */
  public static String of(
      Path root,
      List<ServiceOutcome> services,
      List<FileChange> together,
      List<Diagnostic> diagnostics) {
    return JsonText.of(
        json -> {
          json.text("schema", AnalysisJson.SCHEMA);
          json.text("root", root.toString());
          List<ServiceOutcome> sorted =
              services.stream().sorted(Comparator.comparing(ServiceOutcome::name)).toList();
          json.field(
              "services", () -> json.array(sorted, each -> json.object(() -> service(json, each))));
          AnalysisJson.files(json, together);
          new DiagnosticsJson(json).diagnostics(diagnostics);
        });
  }

  private static void service(JsonText json, ServiceOutcome each) {
    json.text("name", each.name());
    json.text("directory", each.directory());
    json.flag("baked", each.service().isPresent());
    json.text("base_image", each.base().map(image -> image.reference()).orElse(null));
    AnalysisJson.files(json, each.changes());
    new DiagnosticsJson(json).diagnostics(each.diagnostics());
  }
}
