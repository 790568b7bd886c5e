package wheelbase.wizard.screen;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.report.TerminalText;
import wheelbase.requirements.Listing;
import wheelbase.wizard.FormPage;
import wheelbase.wizard.screen.Rows.Piece;

/** The text of a project's requirements files, and under its lines what was found there. */
final class ListingView {
  private final Rows rows;
  private final List<Diagnostic> diagnostics;
  private final NavigableMap<Integer, String> headers = new TreeMap<>();
  private int top;

  private ListingView(FormPage page, Canvas canvas) {
    this.rows = new Rows(canvas.columns(), canvas.glyphs());
    this.diagnostics = page.outline().diagnostics();
  }

  static void draw(FormPage page, Canvas canvas) {
    if (canvas.rows() < 2) {
      return;
    }
    ListingView view = new ListingView(page, canvas);
    view.write(page.outline().listings(), page.top());
    int from = Math.max(0, Math.min(view.top, view.rows.count() - canvas.rows() + 1));
    String file = view.fileAt(from);
    if (file.isEmpty()) {
      view.rows.draw(canvas, from);
      return;
    }
    // The name of a file stays in view as long as its text does.
    canvas.fit(0, 0, Role.FRAME, file, canvas.columns());
    Canvas below = canvas.part(0, 1, canvas.columns(), canvas.rows() - 1);
    view.rows.draw(below, from);
  }

  /** The file whose text is on a row; empty for its name and what is above all files. */
  private String fileAt(int row) {
    Map.Entry<Integer, String> header = headers.floorEntry(row);
    return header == null || header.getKey() == row ? "" : header.getValue();
  }

  private void write(List<Listing> listings, int topLine) {
    for (Diagnostic diagnostic : diagnostics) {
      if (listings.stream().noneMatch(listing -> isIn(diagnostic, listing))) {
        say(0, diagnostic);
      }
    }
    int line = 0;
    for (Listing listing : listings) {
      if (rows.count() > 0) {
        rows.blank();
      }
      if (line == topLine) {
        top = rows.count();
      }
      headers.put(rows.count(), listing.file());
      rows.line(new Piece(Role.FRAME, listing.file()));
      int digits = Integer.toString(listing.lines().size()).length();
      for (int index = 0; index < listing.lines().size(); index++, line++) {
        if (line == topLine && index > 0) {
          top = rows.count();
        }
        write(listing, index, digits);
      }
      if (listing.cut()) {
        rows.line(new Piece(Role.FAINT, "the rest is not shown"));
      }
    }
  }

  private static boolean isIn(Diagnostic diagnostic, Listing listing) {
    return diagnostic
        .place()
        .filter(place -> place.file().equals(listing.file()))
        .filter(place -> place.line() <= listing.lines().size())
        .isPresent();
  }

  private void write(Listing listing, int index, int digits) {
    String number = String.format("%" + digits + "d ", index + 1);
    String text = listing.lines().get(index);
    rows.line(new Piece(Role.FAINT, number), new Piece(role(text), text));
    for (Diagnostic diagnostic : diagnostics) {
      Optional<SourceSpan> place =
          diagnostic.place().filter(each -> each.file().equals(listing.file()));
      if (place.isPresent() && place.get().line() == index + 1) {
        caret(place.get(), text, digits + 1, diagnostic);
        say(digits + 1, diagnostic);
      }
    }
  }

  private static Role role(String text) {
    return text.stripLeading().startsWith("#") ? Role.COMMENT : Role.PLAIN;
  }

  /** The carets stand under what is shown: an escape takes more columns than what it stands for. */
  private void caret(SourceSpan place, String text, int indent, Diagnostic diagnostic) {
    int start = Math.min(place.column() - 1, text.length());
    int end = Math.min(start + place.length(), text.length());
    int before = TerminalText.columns(rows.harmless(text.substring(0, start)));
    int under = TerminalText.columns(rows.harmless(text.substring(start, end)));
    rows.line(
        new Piece(Role.PLAIN, " ".repeat(indent + before)),
        new Piece(role(diagnostic.severity()), "^".repeat(Math.max(1, under))));
  }

  private void say(int indent, Diagnostic diagnostic) {
    String kind =
        switch (diagnostic.severity()) {
          case ERROR -> "";
          case WARNING -> "warning: ";
          case NOTE -> "note: ";
        };
    rows.message(indent, role(diagnostic.severity()), kind + diagnostic.message());
    diagnostic
        .hint()
        .ifPresent(
            hint ->
                rows.words(
                    new Piece(Role.STRONG, " ".repeat(indent) + "hint: "), Role.PLAIN, hint));
  }

  private static Role role(Severity severity) {
    return switch (severity) {
      case ERROR -> Role.BAD;
      case WARNING -> Role.CAUTION;
      case NOTE -> Role.PLAIN;
    };
  }
}
