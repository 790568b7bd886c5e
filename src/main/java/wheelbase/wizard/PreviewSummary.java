package wheelbase.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.BaseAnalysis;
import wheelbase.ImagePlanner;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.Recommendation;
import wheelbase.baseimage.SizeEstimate;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.ExplainedLine;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.Layout;
import wheelbase.report.Bytes;
import wheelbase.report.CandidateWords;

/** What was decided, by whom, and what it comes to: a line each, with its reasons. */
final class PreviewSummary {
  private static final String LABEL = "%-16s";

  private final Preview preview;
  private final Situation situation;
  private final List<ExplainedLine> lines = new ArrayList<>();

  PreviewSummary(Preview preview, Situation situation) {
    this.preview = preview;
    this.situation = situation;
  }

  List<ExplainedLine> lines() {
    preview.diagnostics().forEach(this::put);
    candidate().ifPresent(this::put);
    for (Step step : Step.values()) {
      for (Question question : Questionnaire.questions(step, situation)) {
        if (question.topic() != Topic.BASE) {
          put(question);
        }
      }
    }
    for (FileChange change : preview.changes()) {
      put(change.file().name(), new PreviewTabs(preview).state(change), List.of());
    }
    put("Command", preview.command(), List.of("does the same without questions"));
    return lines;
  }

  private Optional<Candidate> candidate() {
    Optional<Analysis> analysis = situation.analysis();
    Optional<BaseAnalysis> base =
        analysis.flatMap(
            looked ->
                ImagePlanner.base(looked, AnsweredChoices.of(situation.answers(), looked)).value());
    return analysis.flatMap(Analysis::recommendation).map(Recommendation::candidates).stream()
        .flatMap(List::stream)
        .filter(candidate -> base.map(BaseAnalysis::image).equals(Optional.of(candidate.image())))
        .findFirst();
  }

  private void put(Candidate candidate) {
    Layout layout = AnsweredChoices.build(situation.answers()).layout();
    SizeEstimate size =
        layout == Layout.VENV ? candidate.size() : candidate.size().withoutEnvironment();
    put("Base image", candidate.image().reference(), candidate.reasons());
    put("On disk", Bytes.megabytes(size.onDisk()), CandidateWords.parts(size));
    put("To pull", Bytes.megabytes(size.toPull()), List.of());
    put(
        "A build",
        CandidateWords.compiles(candidate)
            + ", about "
            + CandidateWords.time(candidate.buildSeconds()),
        List.of());
  }

  private void put(Question question) {
    List<String> standing = question.standing(situation.answers());
    boolean isUsual = standing.equals(question.usual());
    String because = isUsual ? question.because() : "";
    put(
        question.label(),
        standing.isEmpty()
            ? because.isEmpty() ? "none" : because
            : String.join(", ", standing.stream().map(question::label).toList()),
        List.of(because.isEmpty() ? question.help() : because));
  }

  private void put(Diagnostic diagnostic) {
    lines.add(
        new ExplainedLine(
            diagnostic.severity().name().toLowerCase(Locale.ROOT) + ": " + diagnostic.message(),
            diagnostic.hint().map(hint -> "hint: " + hint).stream().toList()));
  }

  private void put(String label, String value, List<String> reasons) {
    lines.add(new ExplainedLine(String.format(LABEL, label) + value, reasons));
  }
}
