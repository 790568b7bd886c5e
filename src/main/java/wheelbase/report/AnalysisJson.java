package wheelbase.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import wheelbase.Analysis;
import wheelbase.application.Application;
import wheelbase.baseimage.ImageReference;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.FileChange;
import wheelbase.pep508.PackageName;

/**
 * An analysis as JSON, by {@code wheelbase-1.schema.json}. Lists are sorted, names normalised, byte
 * counts integers, and the text is ASCII: the same analysis gives the same bytes anywhere.
 */
public final class AnalysisJson {
  static final String SCHEMA = "wheelbase/1";

  private AnalysisJson() {}

  /** Everything. */
  public static String check(Analysis analysis, Optional<Instant> cutoff) {
    return document(
        json -> {
          project(json, analysis);
          index(json, cutoff);
          targets(json, analysis);
          new ResolutionsJson(json).resolutions(analysis);
          new PackagesJson(json).packages(analysis.packages());
          new PackagesJson(json).downgrades(analysis.downgrades());
          new CuresJson(json).cures(analysis);
          new RecommendationJson(json).recommendation(analysis);
          new DiagnosticsJson(json).diagnostics(analysis.diagnostics());
        });
  }

  /** The matrix: targets, packages, downgrades. */
  public static String wheels(Analysis analysis, Optional<Instant> cutoff) {
    return document(
        json -> {
          project(json, analysis);
          index(json, cutoff);
          targets(json, analysis);
          new PackagesJson(json).packages(analysis.packages());
          new PackagesJson(json).downgrades(analysis.downgrades());
          new DiagnosticsJson(json).diagnostics(analysis.diagnostics());
        });
  }

  /** What concerns one package. */
  public static String why(Analysis analysis, PackageName name, Optional<Instant> cutoff) {
    return document(
        json -> {
          project(json, analysis);
          index(json, cutoff);
          targets(json, analysis);
          new PackagesJson(json)
              .packages(
                  analysis.packages().stream()
                      .filter(analysed -> analysed.name().equals(name))
                      .toList());
          new PackagesJson(json)
              .downgrades(
                  analysis.downgrades().stream()
                      .filter(downgrade -> downgrade.name().equals(name))
                      .toList());
          new CuresJson(json).cures(analysis, name);
          new DiagnosticsJson(json).diagnostics(analysis.diagnostics());
        });
  }

  /**
   * The recommendation and the files.
   *
   * @param more diagnostics of planning and writing
   */
  public static String generate(
      Analysis analysis,
      List<Diagnostic> more,
      List<FileChange> changes,
      List<String> images,
      Optional<Instant> cutoff) {
    List<Diagnostic> diagnostics = new ArrayList<>(analysis.diagnostics());
    diagnostics.addAll(more);
    return document(
        json -> {
          project(json, analysis);
          index(json, cutoff);
          new RecommendationJson(json).recommendation(analysis);
          files(json, changes);
          images(json, images);
          new DiagnosticsJson(json).diagnostics(diagnostics);
        });
  }

  /** The images that a build takes, each as the Dockerfile names it. */
  private static void images(JsonText json, List<String> images) {
    List<ImageReference> named =
        images.stream().flatMap(image -> ImageReference.parse(image).value().stream()).toList();
    json.field(
        "images",
        () ->
            json.array(
                named,
                image ->
                    json.object(
                        () -> {
                          json.text("reference", image.withoutDigest());
                          json.text("digest", image.digest().orElse(null));
                        })));
  }

  /** Where there is nothing but diagnostics to tell. */
  public static String diagnosticsOnly(List<Diagnostic> diagnostics) {
    return document(json -> new DiagnosticsJson(json).diagnostics(diagnostics));
  }

  private static String document(Consumer<JsonText> members) {
    return JsonText.of(
        json -> {
          json.text("schema", SCHEMA);
          members.accept(json);
        });
  }

  private static void project(JsonText json, Analysis analysis) {
    json.field(
        "project",
        () ->
            json.object(
                () -> {
                  json.text("path", analysis.project().toString());
                  json.texts(
                      "requirements",
                      analysis.requirements().files().stream()
                          .map(file -> ReportPaths.relative(analysis, file))
                          .sorted()
                          .toList());
                  json.field("application", () -> application(json, analysis));
                }));
  }

  private static void index(JsonText json, Optional<Instant> cutoff) {
    json.field(
        "index",
        () ->
            json.object(
                () -> {
                  json.text("cutoff", cutoff.map(Instant::toString).orElse(null));
                  json.text("snapshot", null);
                }));
  }

  private static void application(JsonText json, Analysis analysis) {
    if (analysis.application().isEmpty()) {
      json.nothing();
      return;
    }
    Application application = analysis.application().get();
    json.object(
        () -> {
          json.text("framework", application.framework().title().toLowerCase(Locale.ROOT));
          json.text("entry_point", application.entryPoint().orElse(null));
          json.field(
              "port",
              () -> {
                if (application.port().isPresent()) {
                  json.number(application.port().getAsInt());
                } else {
                  json.nothing();
                }
              });
          json.text("found_in", application.foundIn().orElse(null));
        });
  }

  private static void targets(JsonText json, Analysis analysis) {
    json.texts(
        "targets",
        analysis.targets().stream().map(target -> target.target().id()).sorted().toList());
  }

  static void files(JsonText json, List<FileChange> changes) {
    json.field(
        "files",
        () ->
            json.array(
                changes,
                change ->
                    json.object(
                        () -> {
                          json.text("name", change.file().name());
                          json.text("change", change.kind().name().toLowerCase(Locale.ROOT));
                          json.text("text", change.file().text());
                        })));
  }
}
