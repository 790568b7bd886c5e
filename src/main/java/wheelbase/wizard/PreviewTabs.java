package wheelbase.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import wheelbase.dockerfile.ExplainedLine;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.report.GenerateText;

/** What a preview is looked at in: a difference from the user's Dockerfile before the file. */
final class PreviewTabs {
  private final Preview preview;

  PreviewTabs(Preview preview) {
    this.preview = preview;
  }

  List<PreviewTab> all(Situation situation) {
    List<PreviewTab> tabs = new ArrayList<>();
    for (FileChange change : preview.changes()) {
      PreviewTab file = file(change);
      if (change.kind() != FileChange.Kind.DIFFERENT) {
        tabs.add(file);
      } else if (isDockerfile(change)) {
        tabs.addAll(List.of(difference(change, "difference"), file));
      } else {
        tabs.addAll(List.of(file, difference(change, file.title() + ": difference")));
      }
    }
    if (preview.changes().isEmpty() && !preview.dockerfile().isEmpty()) {
      tabs.add(
          new PreviewTab(
              "Dockerfile", PreviewTab.Kind.DOCKERFILE, "", withoutLastEnd(preview.dockerfile())));
    }
    tabs.add(
        new PreviewTab(
            "decided",
            PreviewTab.Kind.SUMMARY,
            "",
            new PreviewSummary(preview, situation).lines()));
    return tabs;
  }

  private boolean isDockerfile(FileChange change) {
    return change.equals(preview.changes().get(0));
  }

  private PreviewTab file(FileChange change) {
    return isDockerfile(change)
        ? new PreviewTab(
            change.file().name(),
            PreviewTab.Kind.DOCKERFILE,
            state(change),
            withoutLastEnd(preview.dockerfile()))
        : new PreviewTab(
            change.file().name(),
            PreviewTab.Kind.FILE,
            state(change),
            plain(change.file().text().lines()));
  }

  private PreviewTab difference(FileChange change, String title) {
    return new PreviewTab(
        title,
        PreviewTab.Kind.DIFFERENCE,
        state(change),
        isDockerfile(change)
            ? ExplainedDifference.of(change.difference(), preview.dockerfile())
            : plain(change.difference().stream()));
  }

  /** Behind the last line feed there is no line to look at. */
  private static List<ExplainedLine> withoutLastEnd(List<ExplainedLine> lines) {
    int last = lines.size() - 1;
    return last >= 0 && lines.get(last).text().isEmpty() ? lines.subList(0, last) : lines;
  }

  private static List<ExplainedLine> plain(Stream<String> lines) {
    return lines.map(line -> new ExplainedLine(line, List.of())).toList();
  }

  /** What becomes of the file. A user who lets one file be replaced lets all of them be. */
  String state(FileChange change) {
    String kind = GenerateText.kind(change);
    if (change.kind() != FileChange.Kind.DIFFERENT) {
      return kind;
    }
    boolean stays =
        change.file().existing() == GeneratedFile.Existing.MAY_STAY && !preview.replacesFiles();
    return kind + (stays ? ", and that stays" : "; a copy of that is kept");
  }
}
