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

  List<PreviewTab> of(Situation situation) {
    List<PreviewTab> tabs = new ArrayList<>();
    for (FileChange change : preview.changes()) {
      boolean isDockerfile = change.equals(preview.changes().get(0));
      PreviewTab file = file(change, isDockerfile);
      if (change.kind() != FileChange.Kind.DIFFERENT) {
        tabs.add(file);
      } else if (isDockerfile) {
        tabs.addAll(List.of(difference(change, "difference"), file));
      } else {
        tabs.addAll(List.of(file, difference(change, file.title() + ": difference")));
      }
    }
    if (preview.changes().isEmpty() && !preview.dockerfile().isEmpty()) {
      tabs.add(new PreviewTab("Dockerfile", PreviewTab.Kind.DOCKERFILE, "", preview.dockerfile()));
    }
    tabs.add(
        new PreviewTab(
            "decided",
            PreviewTab.Kind.SUMMARY,
            "",
            new PreviewSummary(preview, situation).lines()));
    return tabs;
  }

  private PreviewTab file(FileChange change, boolean isDockerfile) {
    return isDockerfile
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

  private static PreviewTab difference(FileChange change, String title) {
    return new PreviewTab(
        title, PreviewTab.Kind.DIFFERENCE, state(change), plain(change.difference().stream()));
  }

  /** Behind the last line feed there is no line to look at. */
  private static List<ExplainedLine> withoutLastEnd(List<ExplainedLine> lines) {
    int last = lines.size() - 1;
    return last >= 0 && lines.get(last).text().isEmpty() ? lines.subList(0, last) : lines;
  }

  private static List<ExplainedLine> plain(Stream<String> lines) {
    return lines.map(line -> new ExplainedLine(line, List.of())).toList();
  }

  /** What becomes of the file. */
  static String state(FileChange change) {
    String kind = GenerateText.kind(change);
    if (change.kind() != FileChange.Kind.DIFFERENT) {
      return kind;
    }
    return change.file().existing() == GeneratedFile.Existing.MAY_STAY
        ? kind + ", and that stays"
        : kind + ", of which a copy is kept";
  }
}
