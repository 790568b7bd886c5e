package wheelbase.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import wheelbase.Analysis;
import wheelbase.application.Application;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.Recommendation;
import wheelbase.baseimage.SizeEstimate;
import wheelbase.baseimage.SlimOrAlpine;
import wheelbase.diagnostic.Blame;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.dockerfile.FileChange;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Conflict;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolution;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.Step;
import wheelbase.survey.PackageAnalysis;
import wheelbase.survey.RequirementPath;
import wheelbase.survey.TargetAnalysis;
import wheelbase.wheels.Downgrade;
import wheelbase.wheels.Reason;
import wheelbase.wheels.SideEffects;
import wheelbase.wheels.Verdict;

/**
 * An analysis as JSON, by {@code wheelbase-1.schema.json}. Lists are sorted, names normalised, byte
 * counts integers, and the text is ASCII: the same analysis gives the same bytes anywhere.
 */
public final class AnalysisJson {
  static final String SCHEMA = "wheelbase/1";

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final StringWriter text = new StringWriter();
  private final JsonGenerator json;

  private AnalysisJson() throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    json =
        FACTORY
            .createGenerator(text)
            .setPrettyPrinter(
                new DefaultPrettyPrinter()
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter));
  }

  /** Writes the inside of an object or a value. */
  @FunctionalInterface
  private interface Body {
    void write() throws IOException;
  }

  /** Everything. */
  public static String check(Analysis analysis, Optional<Instant> cutoff) {
    return document(
        writer -> {
          writer.project(analysis);
          writer.index(cutoff);
          writer.targets(analysis);
          writer.resolutions(analysis);
          writer.packages(analysis.packages());
          writer.downgrades(analysis.downgrades());
          writer.cures(analysis);
          writer.recommendation(analysis);
          writer.diagnostics(analysis.diagnostics());
        });
  }

  /** The matrix: targets, packages, downgrades. */
  public static String wheels(Analysis analysis, Optional<Instant> cutoff) {
    return document(
        writer -> {
          writer.project(analysis);
          writer.index(cutoff);
          writer.targets(analysis);
          writer.packages(analysis.packages());
          writer.downgrades(analysis.downgrades());
          writer.diagnostics(analysis.diagnostics());
        });
  }

  /** What concerns one package. */
  public static String why(Analysis analysis, PackageName name, Optional<Instant> cutoff) {
    return document(
        writer -> {
          writer.project(analysis);
          writer.index(cutoff);
          writer.targets(analysis);
          writer.packages(
              analysis.packages().stream()
                  .filter(analysed -> analysed.name().equals(name))
                  .toList());
          writer.downgrades(
              analysis.downgrades().stream()
                  .filter(downgrade -> downgrade.name().equals(name))
                  .toList());
          writer.cures(analysis, name);
          writer.diagnostics(analysis.diagnostics());
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
      Optional<Instant> cutoff) {
    List<Diagnostic> diagnostics = new ArrayList<>(analysis.diagnostics());
    diagnostics.addAll(more);
    return document(
        writer -> {
          writer.project(analysis);
          writer.index(cutoff);
          writer.recommendation(analysis);
          writer.generated(changes);
          writer.diagnostics(diagnostics);
        });
  }

  /** Where there is nothing but diagnostics to tell. */
  public static String diagnosticsOnly(List<Diagnostic> diagnostics) {
    return document(writer -> writer.diagnostics(diagnostics));
  }

  /** Writes the members of the outermost object. */
  @FunctionalInterface
  private interface Members {
    void write(AnalysisJson writer) throws IOException;
  }

  private static String document(Members members) {
    try {
      AnalysisJson writer = new AnalysisJson();
      writer.object(
          () -> {
            writer.json.writeStringField("schema", SCHEMA);
            members.write(writer);
          });
      writer.json.close();
      return writer.text + "\n";
    } catch (IOException impossible) {
      throw new UncheckedIOException("a StringWriter does not fail", impossible);
    }
  }

  private void project(Analysis analysis) throws IOException {
    field(
        "project",
        () ->
            object(
                () -> {
                  json.writeStringField("path", analysis.project().toString());
                  texts(
                      "requirements",
                      analysis.requirements().files().stream()
                          .map(file -> ReportPaths.relative(analysis, file))
                          .sorted()
                          .toList());
                  field("application", () -> application(analysis));
                }));
  }

  private void index(Optional<Instant> cutoff) throws IOException {
    field(
        "index",
        () ->
            object(
                () -> {
                  text("cutoff", cutoff.map(Instant::toString).orElse(null));
                  json.writeNullField("snapshot");
                }));
  }

  private void application(Analysis analysis) throws IOException {
    if (analysis.application().isEmpty()) {
      json.writeNull();
      return;
    }
    Application application = analysis.application().get();
    object(
        () -> {
          json.writeStringField(
              "framework", application.framework().title().toLowerCase(Locale.ROOT));
          text("entry_point", application.entryPoint().orElse(null));
          field(
              "port",
              () -> {
                if (application.port().isPresent()) {
                  json.writeNumber(application.port().getAsInt());
                } else {
                  json.writeNull();
                }
              });
          text("found_in", application.foundIn().orElse(null));
        });
  }

  private void targets(Analysis analysis) throws IOException {
    texts(
        "targets",
        analysis.targets().stream().map(target -> target.target().id()).sorted().toList());
  }

  private void resolutions(Analysis analysis) throws IOException {
    Map<String, TargetAnalysis> byId = new TreeMap<>();
    analysis.targets().forEach(target -> byId.put(target.target().id(), target));
    field("resolutions", () -> map(byId, target -> resolution(analysis, target)));
  }

  private void resolution(Analysis analysis, TargetAnalysis target) throws IOException {
    object(
        () -> {
          pins(target.resolution());
          field("wheels_only", () -> object(() -> wheelsOnly(analysis, target)));
          text("conflict", conflict(target.resolution()));
          if (target.resolution() instanceof Conflict conflict) {
            field("story", () -> array(conflict.story(), this::step));
          }
        });
  }

  private void wheelsOnly(Analysis analysis, TargetAnalysis target) throws IOException {
    Resolution strict = target.wheelsOnly().strict();
    if (strict instanceof Resolved) {
      pins(strict);
    } else {
      json.writeStringField("conflict", WheelsOnlyText.conflict(analysis, target));
    }
  }

  private void pins(Resolution resolution) throws IOException {
    Map<PackageName, Pin> pins = resolution.fold(Resolved::pins, conflict -> new TreeMap<>());
    Map<String, String> versions = new TreeMap<>();
    Map<String, String> files = new TreeMap<>();
    pins.forEach(
        (name, pin) -> {
          versions.put(name.value(), pin.version().map(Version::toString).orElse(null));
          files.put(name.value(), pin.file().map(file -> file.fileName()).orElse(null));
        });
    field("pins", () -> map(versions, json::writeString));
    field("files", () -> map(files, json::writeString));
  }

  private void step(Step step) throws IOException {
    StepWords words = StepWords.of(step);
    object(
        () -> {
          json.writeStringField("kind", words.kind());
          text("package", step.subject().map(PackageName::value).orElse(null));
          text("by", words.by().orElse(null));
          text("requirement", words.requirement().orElse(null));
          place(words.place());
        });
  }

  private void place(Optional<SourceSpan> where) throws IOException {
    field(
        "place",
        () -> {
          if (where.isEmpty()) {
            json.writeNull();
            return;
          }
          SourceSpan place = where.get();
          object(
              () -> {
                json.writeStringField("file", place.file());
                json.writeNumberField("line", place.line());
                json.writeNumberField("column", place.column());
              });
        });
  }

  private static String conflict(Resolution resolution) {
    return resolution.<String>fold(
        resolved -> null, conflict -> String.join("\n", conflict.explanation()));
  }

  private void packages(List<PackageAnalysis> packages) throws IOException {
    field(
        "packages",
        () ->
            array(
                packages.stream().sorted(Comparator.comparing(PackageAnalysis::name)).toList(),
                this::analysed));
  }

  private void analysed(PackageAnalysis analysed) throws IOException {
    object(
        () -> {
          json.writeStringField("name", analysed.name().value());
          field("version", () -> version(analysed.versions()));
          field(
              "required_by",
              () ->
                  array(
                      analysed.paths().stream()
                          .map(AnalysisJson::names)
                          .sorted(Comparator.comparing(path -> String.join("\0", path)))
                          .toList(),
                      path -> array(path, json::writeString)));
          // Shortest first: the order is what they say.
          field("blame", () -> array(analysed.paths(), this::path));
          field("verdicts", () -> map(byId(analysed.verdicts()), this::verdict));
          texts("build_libraries", analysed.buildLibraries());
          texts("run_libraries", analysed.runLibraries());
          texts("evidence", analysed.evidence().stream().sorted().toList());
          texts("hints", analysed.hints().stream().sorted().toList());
        });
  }

  private static List<String> names(RequirementPath path) {
    List<String> names = new ArrayList<>(List.of(path.place()));
    path.names().forEach(name -> names.add(name.value()));
    return names;
  }

  private void path(RequirementPath path) throws IOException {
    blame(path.blame());
  }

  private void blame(List<Blame> steps) throws IOException {
    array(
        steps,
        step ->
            object(
                () -> {
                  json.writeStringField("by", step.by());
                  json.writeStringField("requirement", step.requirement());
                }));
  }

  /** One version as a string; several as an object by target; none, outside the index, as null. */
  private void version(Map<TargetPlatform, Version> versions) throws IOException {
    Set<String> different = new TreeSet<>();
    versions.values().forEach(version -> different.add(version.toString()));
    if (different.size() <= 1) {
      json.writeString(different.stream().findFirst().orElse(null));
    } else {
      map(byId(versions), version -> json.writeString(version.toString()));
    }
  }

  private void verdict(Verdict verdict) throws IOException {
    object(
        () -> {
          json.writeStringField("class", verdict.kind().id());
          text("file", verdict.file().orElse(null));
          // Nearest files first: the order is what they say.
          field("reasons", () -> array(verdict.reasons(), this::reason));
        });
  }

  private void reason(Reason reason) throws IOException {
    object(
        () -> {
          json.writeStringField("id", reason.id());
          text("file", reason.file().isEmpty() ? null : reason.file());
          json.writeStringField("message", reason.message());
          json.writeNumberField("more", reason.more());
        });
  }

  private void downgrades(List<Downgrade> downgrades) throws IOException {
    List<Downgrade> sorted =
        downgrades.stream()
            .sorted(
                Comparator.comparing(Downgrade::name)
                    .thenComparing(downgrade -> downgrade.target().id()))
            .toList();
    field(
        "downgrades",
        () ->
            array(
                sorted,
                downgrade ->
                    object(
                        () -> {
                          json.writeStringField("name", downgrade.name().value());
                          json.writeStringField("target", downgrade.target().id());
                          json.writeStringField("from", downgrade.from().toString());
                          json.writeStringField("to", downgrade.to().toString());
                          json.writeNumberField("releases", downgrade.releases());
                          field("days_older", () -> daysOlder(downgrade));
                          json.writeStringField("reason", downgrade.reason());
                        })));
  }

  private void daysOlder(Downgrade downgrade) throws IOException {
    if (downgrade.older().isPresent()) {
      json.writeNumber(downgrade.older().get().toDays());
    } else {
      json.writeNull();
    }
  }

  /** Those that change least come first: the order is what they say. */
  private void cures(Analysis analysis) throws IOException {
    field("cures", () -> array(analysis.cures(), this::cure));
  }

  private void cures(Analysis analysis, PackageName name) throws IOException {
    field(
        "cures",
        () ->
            array(analysis.cures().stream().filter(cure -> cure.cures(name)).toList(), this::cure));
  }

  private void cure(wheelbase.wheels.Cure cure) throws IOException {
    object(
        () -> {
          json.writeStringField("id", cure.id());
          json.writeStringField("name", cure.name().value());
          texts("names", cure.names().stream().map(PackageName::value).sorted().toList());
          text("place", cure.place().orElse(null));
          json.writeStringField("edit", cure.edit());
          json.writeStringField("effect", cure.effect());
          field("side_effects", () -> sideEffects(cure.sideEffects()));
          texts("targets", cure.targets().stream().map(TargetPlatform::id).sorted().toList());
          // A cure is only ever offered after resolving again with it.
          json.writeBooleanField("tried", true);
        });
  }

  private void sideEffects(SideEffects others) throws IOException {
    Map<String, SideEffects.Move> moved = new TreeMap<>();
    others.moved().forEach((name, move) -> moved.put(name.value(), move));
    object(
        () -> {
          field("moved", () -> map(moved, this::move));
          texts("added", others.added().stream().map(PackageName::value).toList());
          texts("removed", others.removed().stream().map(PackageName::value).toList());
        });
  }

  private void move(SideEffects.Move move) throws IOException {
    object(
        () -> {
          json.writeStringField("from", move.from().toString());
          json.writeStringField("to", move.to().toString());
        });
  }

  private void recommendation(Analysis analysis) throws IOException {
    field(
        "recommendation",
        () -> {
          if (analysis.recommendation().isPresent()) {
            recommendation(analysis.recommendation().get());
          } else {
            json.writeNull();
          }
        });
  }

  private void recommendation(Recommendation recommendation) throws IOException {
    Optional<BaseImage> chosen = recommendation.chosen().map(Candidate::image);
    object(
        () -> {
          text("base_image", chosen.map(BaseImage::reference).orElse(null));
          text("python", chosen.map(image -> image.python().toString()).orElse(null));
          field("slim_or_alpine", () -> slimOrAlpine(recommendation.slimOrAlpine()));
          // Best first: the order is what they say.
          field("candidates", () -> array(recommendation.candidates(), this::candidate));
        });
  }

  private void slimOrAlpine(Optional<SlimOrAlpine> answer) throws IOException {
    if (answer.isEmpty()) {
      json.writeNull();
      return;
    }
    object(
        () -> {
          json.writeStringField("answer", answer.get().answer().id());
          json.writeStringField("sentence", answer.get().sentence());
        });
  }

  private void candidate(Candidate candidate) throws IOException {
    object(
        () -> {
          json.writeStringField("base_image", candidate.image().reference());
          texts("source_builds", candidate.sourceBuilds());
          field(
              "unusable",
              () ->
                  array(
                      candidate.unusable(),
                      unusable ->
                          object(
                              () -> {
                                json.writeStringField("name", unusable.name());
                                json.writeStringField("reason", unusable.reason());
                              })));
          text("conflict", candidate.conflict().orElse(null));
          texts("build_packages", candidate.buildPackages().stream().sorted().toList());
          texts("runtime_packages", candidate.runtimePackages().stream().sorted().toList());
          field("size", () -> size(candidate.size()));
          json.writeNumberField("build_seconds", candidate.buildSeconds());
          texts("reasons", candidate.reasons());
        });
  }

  private void size(SizeEstimate size) throws IOException {
    object(
        () -> {
          json.writeNumberField("on_disk", size.onDisk());
          json.writeNumberField("to_pull", size.toPull());
          json.writeStringField("method", size.method().id());
          Map<String, Long> parts = new TreeMap<>();
          size.parts().forEach((part, bytes) -> parts.put(part.id(), bytes));
          field("parts", () -> map(parts, json::writeNumber));
        });
  }

  private void generated(List<FileChange> changes) throws IOException {
    field(
        "files",
        () ->
            array(
                changes,
                change ->
                    object(
                        () -> {
                          json.writeStringField("name", change.file().name());
                          json.writeStringField(
                              "change", change.kind().name().toLowerCase(Locale.ROOT));
                          json.writeStringField("text", change.file().text());
                        })));
  }

  private void diagnostics(List<Diagnostic> diagnostics) throws IOException {
    Function<Diagnostic, String> file =
        diagnostic -> diagnostic.place().map(place -> place.file()).orElse("");
    Function<Diagnostic, Integer> line =
        diagnostic -> diagnostic.place().map(place -> place.line()).orElse(0);
    Function<Diagnostic, Integer> column =
        diagnostic -> diagnostic.place().map(place -> place.column()).orElse(0);
    List<Diagnostic> sorted =
        diagnostics.stream()
            .sorted(
                Comparator.comparing(file)
                    .thenComparing(line)
                    .thenComparing(column)
                    .thenComparing(Diagnostic::id)
                    .thenComparing(Diagnostic::message))
            .toList();
    field("diagnostics", () -> array(sorted, this::diagnostic));
  }

  private void diagnostic(Diagnostic diagnostic) throws IOException {
    object(
        () -> {
          json.writeStringField("id", diagnostic.id());
          json.writeStringField("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
          json.writeStringField("message", diagnostic.message());
          text("hint", diagnostic.hint().orElse(null));
          field("blame", () -> blame(diagnostic.blame()));
          place(diagnostic.place());
        });
  }

  private static <T> Map<String, T> byId(Map<TargetPlatform, T> values) {
    Map<String, T> sorted = new TreeMap<>();
    values.forEach((target, value) -> sorted.put(target.id(), value));
    return sorted;
  }

  /** Writes one value. */
  @FunctionalInterface
  private interface Element<T> {
    void write(T value) throws IOException;
  }

  private void object(Body members) throws IOException {
    json.writeStartObject();
    members.write();
    json.writeEndObject();
  }

  private void field(String name, Body value) throws IOException {
    json.writeFieldName(name);
    value.write();
  }

  private void text(String name, String value) throws IOException {
    json.writeFieldName(name);
    json.writeString(value);
  }

  private void texts(String name, Collection<String> values) throws IOException {
    field(name, () -> array(values, json::writeString));
  }

  private <T> void array(Collection<T> values, Element<T> element) throws IOException {
    json.writeStartArray();
    for (T value : values) {
      element.write(value);
    }
    json.writeEndArray();
  }

  private <T> void map(Map<String, T> values, Element<T> element) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, T> entry : values.entrySet()) {
      json.writeFieldName(entry.getKey());
      element.write(entry.getValue());
    }
    json.writeEndObject();
  }
}
