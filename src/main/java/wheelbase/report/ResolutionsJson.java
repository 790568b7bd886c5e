package wheelbase.report;

import java.util.Map;
import java.util.TreeMap;
import wheelbase.Analysis;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.resolver.Conflict;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolution;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.Step;
import wheelbase.survey.TargetAnalysis;

/** What pip would take on each target, or why it can take nothing. */
final class ResolutionsJson {
  private final JsonText json;

  ResolutionsJson(JsonText json) {
    this.json = json;
  }

  void resolutions(Analysis analysis) {
    Map<String, TargetAnalysis> byId = new TreeMap<>();
    analysis.targets().forEach(target -> byId.put(target.target().id(), target));
    json.field("resolutions", () -> json.map(byId, target -> resolution(analysis, target)));
  }

  private void resolution(Analysis analysis, TargetAnalysis target) {
    json.object(
        () -> {
          pins(target.resolution());
          json.field("wheels_only", () -> json.object(() -> wheelsOnly(analysis, target)));
          json.text("conflict", conflict(target.resolution()));
          if (target.resolution() instanceof Conflict conflict) {
            json.field("story", () -> json.array(conflict.story(), this::step));
          }
        });
  }

  private void wheelsOnly(Analysis analysis, TargetAnalysis target) {
    Resolution strict = target.wheelsOnly().strict();
    if (strict instanceof Resolved) {
      pins(strict);
    } else {
      json.text("conflict", WheelsOnlyText.conflict(analysis, target));
    }
  }

  private void pins(Resolution resolution) {
    Map<PackageName, Pin> pins = resolution.fold(Resolved::pins, conflict -> new TreeMap<>());
    Map<String, String> versions = new TreeMap<>();
    Map<String, String> files = new TreeMap<>();
    pins.forEach(
        (name, pin) -> {
          versions.put(name.value(), pin.version().map(Version::toString).orElse(null));
          files.put(name.value(), pin.file().map(file -> file.fileName()).orElse(null));
        });
    json.field("pins", () -> json.map(versions, json::text));
    json.field("files", () -> json.map(files, json::text));
  }

  private void step(Step step) {
    StepWords words = StepWords.of(step);
    json.object(
        () -> {
          json.text("kind", words.kind());
          json.text("package", step.subject().map(PackageName::value).orElse(null));
          json.text("by", words.by().orElse(null));
          json.text("requirement", words.requirement().orElse(null));
          new DiagnosticsJson(json).place(words.place());
        });
  }

  private static String conflict(Resolution resolution) {
    return resolution.<String>fold(
        resolved -> null, conflict -> String.join("\n", conflict.explanation()));
  }
}
