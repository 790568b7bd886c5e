package wheelbase.report;

import java.util.Map;
import java.util.Optional;
import wheelbase.verify.BuildExplanation;
import wheelbase.verify.BuildFault;
import wheelbase.verify.ProbeReport;
import wheelbase.verify.StartReport;
import wheelbase.verify.Verification;

/** A verification as JSON, by {@code wheelbase-1.schema.json}. */
public final class VerifyJson {
  private final JsonText json;

  private VerifyJson(JsonText json) {
    this.json = json;
  }

  /**
   * @param subject the Dockerfile, as the user knows it
   */
  public static String of(Verification verification, String subject) {
    return JsonText.of(
        json -> {
          json.text("schema", AnalysisJson.SCHEMA);
          json.field(
              "verification",
              () -> json.object(() -> new VerifyJson(json).members(verification, subject)));
          new DiagnosticsJson(json).diagnostics(verification.findings());
        });
  }

  private void members(Verification verification, String subject) {
    json.text("dockerfile", subject);
    json.flag("proven", verification.isProven());
    json.field(
        "engine",
        () ->
            json.object(
                () -> {
                  json.text("name", verification.engine().program());
                  json.text("version", verification.version());
                  json.texts("passed_over", verification.passedOver());
                }));
    json.field("build", () -> json.object(() -> build(verification)));
    json.field(
        "image",
        () ->
            verification
                .proof()
                .ifPresentOrElse(proof -> json.object(() -> image(proof)), json::nothing));
    json.field(
        "draft_rules",
        () ->
            json.array(
                verification.drafts(),
                draft ->
                    json.object(
                        () -> {
                          json.text("path", draft.path());
                          json.text("text", draft.text());
                        })));
  }

  private void build(Verification verification) {
    json.flag("succeeded", verification.explanation().isEmpty());
    json.number("seconds", verification.seconds());
    json.field(
        "faults",
        () ->
            json.array(
                verification
                    .explanation()
                    .map(BuildExplanation::faults)
                    .orElseGet(java.util.List::of),
                fault -> json.object(() -> fault(fault))));
  }

  private void fault(BuildFault fault) {
    json.text("cause", fault.cause().id());
    json.text("subject", fault.subject());
    json.text("library", fault.library().orElse(null));
    json.text("package", fault.name().map(Object::toString).orElse(null));
    json.text("version", fault.version().map(Object::toString).orElse(null));
    json.text("line", fault.line());
  }

  private void image(Verification.Proof proof) {
    ProbeReport report = proof.report();
    json.text("python", report.python());
    json.text("release", report.release());
    json.number("uid", report.uid());
    json.flag("read_only", proof.readOnly());
    json.flag("network", report.network());
    json.number("on_disk", report.bytes());
    json.field(
        "predicted",
        () ->
            proof
                .predicted()
                .ifPresentOrElse(
                    said ->
                        json.object(
                            () -> {
                              json.text("base_image", said.base());
                              json.number("on_disk", said.bytes());
                            }),
                    json::nothing));
    json.number("linked_files", report.sharedObjects());
    json.field("distributions", () -> json.array(report.distributions(), this::distribution));
    json.field(
        "missing_libraries",
        () ->
            json.array(
                report.missing(),
                each ->
                    json.object(
                        () -> {
                          json.text("library", each.library());
                          json.text("file", each.file());
                          json.text("beside", each.beside().orElse(null));
                          json.text("system_package", each.owner().orElse(null));
                          json.text("distribution", each.distribution().orElse(null));
                        })));
    json.texts("other_machine", report.otherMachine());
    json.field("start", () -> start(proof.start()));
  }

  private void distribution(ProbeReport.Distribution each) {
    json.object(
        () -> {
          json.text("name", each.name());
          json.text("version", each.version());
          json.texts("imported", each.imported());
          json.field("failed", () -> json.map(messages(each), json::text));
        });
  }

  private static Map<String, String> messages(ProbeReport.Distribution each) {
    Map<String, String> messages = new java.util.TreeMap<>();
    each.failed().forEach((module, why) -> messages.put(module, why.message()));
    return messages;
  }

  private void start(Optional<StartReport> start) {
    start.ifPresentOrElse(
        seen ->
            json.object(
                () -> {
                  json.flag("healthy", seen.healthy());
                  json.text("problem", seen.problem().orElse(null));
                  json.field(
                      "ended_with",
                      () ->
                          seen.ended()
                              .ifPresentOrElse(status -> json.number(status), json::nothing));
                  json.text("output", seen.output());
                }),
        json::nothing);
  }
}
