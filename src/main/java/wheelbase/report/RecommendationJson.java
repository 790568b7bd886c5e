package wheelbase.report;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wheelbase.Analysis;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.Recommendation;
import wheelbase.baseimage.SizeEstimate;
import wheelbase.baseimage.SlimOrAlpine;

/** Which base image to take, and how the others compare. */
final class RecommendationJson {
  private final JsonText json;

  RecommendationJson(JsonText json) {
    this.json = json;
  }

  void recommendation(Analysis analysis) {
    json.field(
        "recommendation",
        () -> {
          if (analysis.recommendation().isPresent()) {
            recommendation(analysis.recommendation().get());
          } else {
            json.nothing();
          }
        });
  }

  private void recommendation(Recommendation recommendation) {
    Optional<BaseImage> chosen = recommendation.chosen().map(Candidate::image);
    json.object(
        () -> {
          json.text("base_image", chosen.map(BaseImage::reference).orElse(null));
          json.text("python", chosen.map(image -> image.python().toString()).orElse(null));
          json.field("slim_or_alpine", () -> slimOrAlpine(recommendation.slimOrAlpine()));
          // Best first: the order is what they say.
          json.field("candidates", () -> json.array(recommendation.candidates(), this::candidate));
        });
  }

  private void slimOrAlpine(Optional<SlimOrAlpine> answer) {
    if (answer.isEmpty()) {
      json.nothing();
      return;
    }
    json.object(
        () -> {
          json.text("answer", answer.get().answer().id());
          json.text("sentence", answer.get().sentence());
        });
  }

  private void candidate(Candidate candidate) {
    json.object(
        () -> {
          json.text("base_image", candidate.image().reference());
          json.texts("source_builds", candidate.sourceBuilds());
          json.field(
              "unusable",
              () ->
                  json.array(
                      candidate.unusable(),
                      unusable ->
                          json.object(
                              () -> {
                                json.text("name", unusable.name());
                                json.text("reason", unusable.reason());
                              })));
          json.text("conflict", candidate.conflict().orElse(null));
          json.texts("build_packages", candidate.buildPackages().stream().sorted().toList());
          json.texts("runtime_packages", candidate.runtimePackages().stream().sorted().toList());
          json.field("size", () -> size(candidate.size()));
          json.number("build_seconds", candidate.buildSeconds());
          json.texts("reasons", candidate.reasons());
        });
  }

  private void size(SizeEstimate size) {
    json.object(
        () -> {
          json.number("on_disk", size.onDisk());
          json.number("to_pull", size.toPull());
          json.text("method", size.method().id());
          Map<String, Long> parts = new TreeMap<>();
          size.parts().forEach((part, bytes) -> parts.put(part.id(), bytes));
          json.field("parts", () -> json.map(parts, json::number));
        });
  }
}
