package wheelbase.report;

import java.util.List;
import java.util.Locale;
import wheelbase.audit.Audit;
import wheelbase.audit.Finding;
import wheelbase.audit.Savings;
import wheelbase.audit.TextEdit;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;

/** What {@code wheelbase audit} says to a program. */
public final class AuditJson {
  private AuditJson() {}

  /**
   * @param diagnostics of reading and resolving what is installed
   */
  public static String of(Audit audit, List<Diagnostic> diagnostics) {
    return JsonText.of(
        json -> {
          json.text("schema", "wheelbase/1");
          json.field("audit", () -> json.object(() -> audit(json, audit)));
          new DiagnosticsJson(json).diagnostics(diagnostics);
        });
  }

  private static void audit(JsonText json, Audit audit) {
    json.text("dockerfile", audit.dockerfile().source().file());
    json.field("findings", () -> json.array(audit.findings(), each -> finding(json, audit, each)));
    json.field(
        "savings",
        () ->
            audit
                .savings()
                .ifPresentOrElse(
                    savings -> json.object(() -> savings(json, savings)), json::nothing));
  }

  private static void finding(JsonText json, Audit audit, Finding finding) {
    Diagnostic told = finding.diagnostic();
    json.object(
        () -> {
          json.text("id", told.id());
          json.text("severity", told.severity().name().toLowerCase(Locale.ROOT));
          json.text("message", told.message());
          json.text("why", finding.why());
          json.text("hint", told.hint().orElse(null));
          new DiagnosticsJson(json).place(told.place());
          json.field(
              "safe_edits", () -> json.array(finding.safeEdits(), each -> edit(json, audit, each)));
        });
  }

  private static void edit(JsonText json, Audit audit, TextEdit edit) {
    SourceSpan place = audit.dockerfile().place(edit.extent());
    json.object(
        () -> {
          json.number("line", place.line());
          json.number("column", place.column());
          json.text("replaced", audit.dockerfile().source().written(edit.extent()));
          json.text("replacement", edit.replacement());
        });
  }

  private static void savings(JsonText json, Savings savings) {
    json.text("base_image", savings.base().reference());
    json.field("now", () -> image(json, savings.now()));
    json.field("then", () -> image(json, savings.then()));
  }

  private static void image(JsonText json, Savings.Image image) {
    json.object(
        () -> {
          json.number("on_disk", image.onDisk());
          json.number("build_seconds", image.buildSeconds());
          json.number("rebuild_seconds", image.rebuildSeconds());
        });
  }
}
