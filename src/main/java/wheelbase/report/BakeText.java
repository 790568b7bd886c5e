package wheelbase.report;

import java.util.List;
import java.util.Optional;
import wheelbase.bake.ServiceOutcome;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.WriteOutcome;

/** What came of {@code wheelbase bake}. */
public final class BakeText {
  private static final int WIDEST_NAME = 30;

  private final Style style;

  public BakeText(Style style) {
    this.style = style;
  }

  /**
   * What was written of each service, and what to do with it.
   *
   * @param together of the bake file; empty where there is none to write
   * @param next the commands to go on with
   */
  public String of(
      List<ServiceOutcome> services, Optional<WriteOutcome> together, List<String> next) {
    Page page = new Page(style);
    int names = services.stream().mapToInt(each -> each.directory().length()).max().orElse(0);
    int hanging = Math.min(WIDEST_NAME, names) + 3;
    for (ServiceOutcome each : services) {
      boolean done = each.written().filter(outcome -> !outcome.refused()).isPresent();
      page.paragraph(
          0, each.directory(), hanging, done ? Ink.GOOD : Ink.BAD, done ? wrote(each) : not(each));
    }
    services.forEach(each -> putDifferences(page, each));
    together.ifPresent(outcome -> putTogether(page, outcome));
    if (!next.isEmpty()) {
      page.blank();
      GenerateText.next(next).forEach(page::uncut);
    }
    return page.toString();
  }

  /** The files whole, and nothing written. */
  public String rehearsal(List<ServiceOutcome> services, List<FileChange> together) {
    StringBuilder text = new StringBuilder();
    for (ServiceOutcome each : services) {
      String files = new GenerateText(style).rehearsal(each.changes());
      text.append(under(each.directory(), files.isEmpty() ? "left out: see above\n" : files));
    }
    return text + new GenerateText(style).rehearsal(together);
  }

  /** Diagnostics under the name of the service that they are about. */
  public String diagnostics(String directory, List<Diagnostic> diagnostics) {
    return under(directory, new DiagnosticText(style).of(diagnostics));
  }

  /** A text of this package under the name of the service that it is about. */
  public String under(String directory, String text) {
    if (text.isEmpty()) {
      return "";
    }
    return new Page(style).line(0).put(Ink.STRONG, directory + ":").end() + text + "\n";
  }

  private static String wrote(ServiceOutcome each) {
    String files = GenerateText.wrote(each.written().orElseThrow().written());
    String base = each.base().map(image -> "   for " + image.reference()).orElse("");
    List<String> backups = each.written().orElseThrow().backups();
    return files + base + (backups.isEmpty() ? "" : "   kept " + String.join(", ", backups));
  }

  private static String not(ServiceOutcome each) {
    return each.service().isPresent() ? "Not written: see above" : "Left out: see above";
  }

  private void putTogether(Page page, WriteOutcome outcome) {
    if (!outcome.refused()) {
      page.paragraph(0, "", 0, Ink.GOOD, GenerateText.wrote(outcome.written()));
    }
    if (!outcome.backups().isEmpty()) {
      page.paragraph(0, "What was there is kept: " + String.join(", ", outcome.backups()));
    }
    putDifferences(page, outcome);
  }

  private static void putDifferences(Page page, ServiceOutcome each) {
    boolean differs =
        each.changes().stream().anyMatch(change -> change.kind() == FileChange.Kind.DIFFERENT);
    if (differs) {
      page.blank().line(0).put(Ink.STRONG, each.directory() + ":").end();
      each.changes().forEach(change -> GenerateText.putDifference(page, change));
      page.blank();
    }
  }

  private static void putDifferences(Page page, WriteOutcome outcome) {
    outcome.changes().forEach(change -> GenerateText.putDifference(page, change));
  }
}
