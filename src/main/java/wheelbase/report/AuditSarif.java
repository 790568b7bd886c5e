package wheelbase.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import wheelbase.audit.Audit;
import wheelbase.audit.Finding;
import wheelbase.audit.FindingTitles;
import wheelbase.audit.TextEdit;
import wheelbase.diagnostic.Severity;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.dockerfile.syntax.Extent;
import wheelbase.dockerfile.syntax.SourceText;

/** What {@code wheelbase audit} says to code scanners: SARIF 2.1.0, as OASIS publishes it. */
public final class AuditSarif {
  private final JsonText json;
  private final Audit audit;

  private AuditSarif(JsonText json, Audit audit) {
    this.json = json;
    this.audit = audit;
  }

  public static String of(Audit audit) {
    return JsonText.of(json -> new AuditSarif(json, audit).log());
  }

  private void log() {
    json.text("version", "2.1.0");
    json.field("runs", () -> json.array(List.of(audit), run -> json.object(this::run)));
  }

  private void run() {
    json.field(
        "tool",
        () ->
            json.object(
                () ->
                    json.field(
                        "driver",
                        () ->
                            json.object(
                                () -> {
                                  json.text("name", "wheelbase");
                                  json.field(
                                      "rules",
                                      () -> json.array(FindingTitles.all().entrySet(), this::rule));
                                }))));
    json.text("columnKind", "utf16CodeUnits");
    json.field("results", () -> json.array(audit.findings(), this::result));
  }

  private void rule(Map.Entry<String, String> rule) {
    json.object(
        () -> {
          json.text("id", rule.getKey());
          json.field(
              "shortDescription", () -> json.object(() -> json.text("text", rule.getValue())));
        });
  }

  private void result(Finding finding) {
    json.object(
        () -> {
          json.text("ruleId", finding.id());
          json.text("level", level(finding.diagnostic().severity()));
          json.field("message", () -> message(words(finding)));
          finding
              .diagnostic()
              .place()
              .ifPresent(
                  place ->
                      json.field(
                          "locations", () -> json.array(List.of(place), each -> location(each))));
          if (!finding.safeEdits().isEmpty()) {
            json.field("fixes", () -> json.array(List.of(finding), this::fix));
          }
        });
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }

  private static String words(Finding finding) {
    return finding.diagnostic().message()
        + ": "
        + finding.why()
        + finding.diagnostic().hint().map(hint -> "; " + hint).orElse("");
  }

  private void message(String text) {
    json.object(() -> json.text("text", text));
  }

  private void location(SourceSpan place) {
    json.object(
        () ->
            json.field(
                "physicalLocation",
                () ->
                    json.object(
                        () -> {
                          artifact();
                          json.field(
                              "region",
                              () ->
                                  json.object(
                                      () -> {
                                        json.number("startLine", place.line());
                                        json.number("startColumn", place.column());
                                        json.number("endColumn", place.column() + place.length());
                                      }));
                        })));
  }

  private void artifact() {
    String file = audit.dockerfile().source().file().replace('\\', '/');
    json.field("artifactLocation", () -> json.object(() -> json.text("uri", relative(file))));
  }

  /** As a URI reference, with what a path may hold and a URI not. */
  private static String relative(String file) {
    try {
      return new URI(null, null, file, null).toASCIIString();
    } catch (URISyntaxException e) {
      return "Dockerfile";
    }
  }

  private void fix(Finding finding) {
    json.object(
        () -> {
          json.field(
              "description", () -> message(finding.diagnostic().hint().orElse(finding.why())));
          json.field(
              "artifactChanges",
              () ->
                  json.array(
                      List.of(finding),
                      each ->
                          json.object(
                              () -> {
                                artifact();
                                json.field(
                                    "replacements",
                                    () -> json.array(finding.safeEdits(), this::replacement));
                              })));
        });
  }

  private void replacement(TextEdit edit) {
    json.object(
        () -> {
          json.field("deletedRegion", () -> region(edit.extent()));
          json.field("insertedContent", () -> message(edit.replacement()));
        });
  }

  private void region(Extent extent) {
    SourceText source = audit.dockerfile().source();
    int first = source.lineAt(extent.start());
    int last = source.lineAt(extent.end());
    json.object(
        () -> {
          json.number("startLine", first);
          json.number("startColumn", extent.start() - source.start(first) + 1);
          json.number("endLine", last);
          json.number("endColumn", extent.end() - source.start(last) + 1);
        });
  }
}
