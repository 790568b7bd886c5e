package wheelbase.index.pypi;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the start tags of an HTML text, in order: as much of the tokenization in the HTML standard
 * (section 13.2.5) as the page of a project needs. Comments, declarations and the text of scripts
 * and styles hold no tags. Where an attribute comes twice the last one counts, as in pip.
 */
final class HtmlTokenizer {
  private final String html;
  private int at;
  private String name = "";
  private Map<String, Optional<String>> attributes = Map.of();

  HtmlTokenizer(String html) {
    this.html = html;
  }

  /** Goes to the next start tag; false where there is none. */
  boolean next() {
    while (true) {
      int open = html.indexOf('<', at);
      if (open < 0 || open + 1 >= html.length()) {
        return false;
      }
      char after = html.charAt(open + 1);
      if (isLetter(after)) {
        at = open + 1;
        return readTag();
      } else if (html.startsWith("<!--", open)) {
        skipPast("-->", open + 4);
      } else if (after == '!' || after == '?' || after == '/') {
        skipPast(">", open + 2);
      } else {
        at = open + 1;
      }
    }
  }

  /** The name of the tag, in lower case. */
  String name() {
    return name;
  }

  /** The tag's attributes; an empty value where one is given without. */
  Map<String, Optional<String>> attributes() {
    return attributes;
  }

  private void skipPast(String end, int from) {
    int found = html.indexOf(end, from);
    at = found < 0 ? html.length() : found + end.length();
  }

  private boolean readTag() {
    int start = at;
    while (at < html.length() && !isSpace(html.charAt(at)) && "/>".indexOf(html.charAt(at)) < 0) {
      at++;
    }
    name = html.substring(start, at).toLowerCase(Locale.ROOT);
    attributes = new LinkedHashMap<>();
    while (at < html.length() && html.charAt(at) != '>') {
      if (isSpace(html.charAt(at)) || html.charAt(at) == '/') {
        at++;
      } else {
        readAttribute();
      }
    }
    if (at >= html.length()) {
      return false;
    }
    at++;
    if (name.equals("script") || name.equals("style")) {
      skipRawText();
    }
    return true;
  }

  private void readAttribute() {
    int start = at++;
    while (at < html.length() && !isSpace(html.charAt(at)) && "=/>".indexOf(html.charAt(at)) < 0) {
      at++;
    }
    String key = html.substring(start, at).toLowerCase(Locale.ROOT);
    int afterName = at;
    skipSpace();
    if (at >= html.length() || html.charAt(at) != '=') {
      at = afterName;
      attributes.put(key, Optional.empty());
      return;
    }
    at++;
    skipSpace();
    attributes.put(key, Optional.of(CharacterReferences.decode(readValue())));
  }

  private String readValue() {
    if (at >= html.length()) {
      return "";
    }
    char quote = html.charAt(at);
    if (quote == '"' || quote == '\'') {
      int end = html.indexOf(quote, at + 1);
      String value = html.substring(at + 1, end < 0 ? html.length() : end);
      at = end < 0 ? html.length() : end + 1;
      return value;
    }
    int start = at;
    while (at < html.length() && !isSpace(html.charAt(at)) && html.charAt(at) != '>') {
      at++;
    }
    return html.substring(start, at);
  }

  private void skipRawText() {
    String end = "</" + name;
    for (int from = at; ; from++) {
      from = html.indexOf("</", from);
      if (from < 0) {
        at = html.length();
        return;
      }
      if (html.regionMatches(true, from, end, 0, end.length())) {
        at = from;
        return;
      }
    }
  }

  private void skipSpace() {
    while (at < html.length() && isSpace(html.charAt(at))) {
      at++;
    }
  }

  private static boolean isLetter(char character) {
    return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
  }

  private static boolean isSpace(char character) {
    return character == ' '
        || character == '\n'
        || character == '\t'
        || character == '\r'
        || character == '\f';
  }
}
