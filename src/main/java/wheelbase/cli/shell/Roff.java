package wheelbase.cli.shell;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A page in roff with the {@code man} macros, as groff and mandoc both read them. Every text is
 * shown as it is, whatever it holds.
 */
final class Roff {
  private static final int WIDTH = 78;

  private final StringBuilder page = new StringBuilder();

  Roff(String title, String section, LocalDate date, String source, String manual) {
    String quoted = "\" \"";
    page.append(".TH \"")
        .append(escaped(title.toUpperCase(Locale.ROOT)))
        .append(quoted + escaped(section) + quoted + date + quoted)
        .append(escaped(source) + quoted + escaped(manual) + "\"\n")
        // Words to be typed are neither hyphenated nor drawn apart.
        .append(".nh\n.ad l\n");
  }

  /** Text in bold. */
  static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  /** Text in italics, as what is to be replaced. */
  static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  /** Text for anywhere but the beginning of a line, where {@link #text} takes care of it. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '\\' -> escaped.append("\\(rs");
                case '"' -> escaped.append("\\(dq");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                case '-' -> escaped.append("\\-");
                default -> {
                  if (point >= ' ' && point < 127) {
                    escaped.append((char) point);
                  } else if (point >= 160) {
                    escaped.append(String.format("\\[u%04X]", point));
                  } else {
                    escaped.append(' ');
                  }
                }
              }
            });
    return escaped.toString();
  }

  Roff section(String heading) {
    page.append(".SH \"").append(escaped(heading)).append("\"\n");
    return this;
  }

  Roff subsection(String heading) {
    page.append(".SS \"").append(escaped(heading)).append("\"\n");
    return this;
  }

  Roff paragraph() {
    page.append(".PP\n");
    return this;
  }

  Roff lineBreak() {
    page.append(".br\n");
    return this;
  }

  /** Text to be filled; what it holds is {@link #escaped} already. */
  Roff text(String escaped) {
    StringBuilder line = new StringBuilder();
    for (String word : escaped.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    return line(line.toString());
  }

  private Roff line(String escaped) {
    page.append(escaped.startsWith(".") ? "\\&" : "").append(escaped).append('\n');
    return this;
  }

  /** A term, and what it means indented below or behind it. */
  Roff definition(String escapedTerm, String meaning) {
    page.append(".TP\n");
    return line(escapedTerm).text(escaped(meaning));
  }

  /** Lines that keep their breaks. */
  Roff literal(Iterable<String> lines) {
    page.append(".nf\n");
    lines.forEach(text -> line(escaped(text)));
    page.append(".fi\n");
    return this;
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
