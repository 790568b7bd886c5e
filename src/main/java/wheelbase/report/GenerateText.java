package wheelbase.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import wheelbase.Analysis;
import wheelbase.baseimage.BaseImage;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.WriteOutcome;

/** What came of {@code wheelbase generate}. */
public final class GenerateText {
  private final Style style;

  public GenerateText(Style style) {
    this.style = style;
  }

  /** What was written, and what to do with it. */
  public String of(Analysis analysis, BaseImage base, WriteOutcome outcome) {
    Page page = new Page(style);
    if (!outcome.refused()) {
      String names =
          outcome.written().isEmpty()
              ? "Nothing to write: all is as it should be"
              : "Wrote " + String.join(", ", outcome.written());
      page.paragraph(0, "", 0, Ink.GOOD, names + "   for " + base.reference());
    }
    if (!outcome.backups().isEmpty()) {
      page.paragraph(0, "What was there is kept: " + String.join(", ", outcome.backups()));
    }
    outcome.changes().forEach(change -> putDifference(page, change));
    if (!outcome.refused()) {
      page.blank().line(0, "Next: docker build -t " + imageName(analysis) + " .");
    }
    return page.toString();
  }

  /** The files whole, and nothing written. */
  public String rehearsal(List<FileChange> changes) {
    Page page = new Page(style);
    for (FileChange change : changes) {
      page.blank()
          .line(0)
          .put(Ink.STRONG, "== " + change.file().name())
          .put(" (" + kind(change) + ")")
          .end();
      if (change.kind() != FileChange.Kind.SAME) {
        change.file().text().lines().forEach(line -> page.uncut(line));
      }
    }
    return page.toString();
  }

  /** What becomes of a file, in a word or a few. */
  public static String kind(FileChange change) {
    return switch (change.kind()) {
      case NEW -> "new";
      case SAME -> "stays as it is";
      case DIFFERENT -> "differs from what is there";
    };
  }

  private static void putDifference(Page page, FileChange change) {
    if (change.kind() != FileChange.Kind.DIFFERENT) {
      return;
    }
    page.blank();
    for (String line : change.difference()) {
      Ink ink = line.startsWith("+") ? Ink.GOOD : line.startsWith("-") ? Ink.BAD : Ink.PLAIN;
      page.uncut(ink, line);
    }
  }

  /** A name that engines accept, after the project's directory. */
  private static String imageName(Analysis analysis) {
    String directory =
        String.valueOf(analysis.project().toAbsolutePath().normalize().getFileName());
    String name =
        directory
            .toLowerCase(Locale.ROOT)
            .chars()
            .mapToObj(unit -> Character.toString(unit))
            .map(letter -> letter.matches("[a-z0-9]") ? letter : "-")
            .collect(Collectors.joining());
    String trimmed = name.replaceAll("-+", "-").replaceAll("^-|-$", "");
    return trimmed.isEmpty() ? "application" : trimmed;
  }
}
