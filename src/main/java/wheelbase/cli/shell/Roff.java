package wheelbase.cli.shell;

/**
 * A page in roff with the {@code man} macros, as groff and mandoc both read them. Every text is
 * shown as it is, whatever it holds.
 */
final class Roff {
  private final StringBuilder page = new StringBuilder();

  /**
   * @param date ISO 8601
   */
  Roff(String title, String section, String date, String source, String manual) {
    page.append(".TH");
    for (String word : new String[] {title, section, date, source, manual}) {
      page.append(" \"").append(escaped(word)).append('"');
    }
    page.append('\n');
  }

  /** Text in bold. */
  static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  /** Text in italics, as what is to be replaced. */
  static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  /** Text for anywhere but the beginning of a line, where {@link #line} takes care of it. */
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

  /** A line of text, to be filled; what it holds is {@link #escaped} already. */
  Roff line(String escaped) {
    page.append(escaped.startsWith(".") ? "\\&" : "").append(escaped).append('\n');
    return this;
  }

  /** A term, and what it means indented below or behind it. */
  Roff definition(String escapedTerm, String meaning) {
    page.append(".TP\n");
    return line(escapedTerm).line(escaped(meaning));
  }

  /** Lines that keep their breaks. */
  Roff literal(Iterable<String> lines) {
    page.append(".PP\n.RS 4\n.nf\n");
    lines.forEach(text -> line(escaped(text)));
    page.append(".fi\n.RE\n");
    return this;
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
