package wheelbase.report;

import java.util.List;
import java.util.stream.IntStream;
import wheelbase.baseimage.BaseImage;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.WriteOutcome;

/** What came of {@code wheelbase generate}. */
public final class GenerateText {
  private final Style style;

  public GenerateText(Style style) {
    this.style = style;
  }

  /**
   * What was written, and what to do with it.
   *
   * @param next the commands to go on with; where nothing was refused
   */
  public String of(BaseImage base, WriteOutcome outcome, List<String> next) {
    Page page = new Page(style);
    if (!outcome.refused()) {
      page.paragraph(0, "", 0, Ink.GOOD, wrote(outcome.written()) + "   for " + base.reference());
    }
    if (!outcome.backups().isEmpty()) {
      page.paragraph(0, "What was there is kept: " + String.join(", ", outcome.backups()));
    }
    outcome.changes().forEach(change -> putDifference(page, change));
    if (!next.isEmpty()) {
      page.blank();
      next(next).forEach(page::uncut);
    }
    return page.toString();
  }

  /** The commands to go on with, one below the other. */
  public static List<String> next(List<String> commands) {
    return IntStream.range(0, commands.size())
        .mapToObj(index -> (index == 0 ? "Next: " : "      ") + commands.get(index))
        .toList();
  }

  /** Of the first line: what is there now is as it should be. */
  public static String wrote(List<String> written) {
    return written.isEmpty()
        ? "Nothing to write: all is as it should be"
        : "Wrote " + String.join(", ", written);
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

  static void putDifference(Page page, FileChange change) {
    if (change.kind() != FileChange.Kind.DIFFERENT) {
      return;
    }
    page.blank();
    for (String line : change.difference()) {
      Ink ink = line.startsWith("+") ? Ink.GOOD : line.startsWith("-") ? Ink.BAD : Ink.PLAIN;
      page.uncut(ink, line);
    }
  }
}
