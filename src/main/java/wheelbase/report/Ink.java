package wheelbase.report;

/** What a piece of text means to the eye; never the only carrier of its meaning. */
public enum Ink {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  GOOD("32"),
  CAUTION("33"),
  BAD("31");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  /** The text between the escape sequences (ECMA-48 SGR) that give it this colour. */
  String paint(String text) {
    return code.isEmpty() || text.isBlank() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
