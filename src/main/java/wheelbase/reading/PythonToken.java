package wheelbase.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of Python source.
 *
 * @param text of a string literal its content, without prefix and quotes; escapes stay as written
 * @param depth how many brackets are open around it
 */
record PythonToken(Kind kind, String text, int line, int depth) {
  enum Kind {
    NAME,
    STRING,
    OPERATOR,
    /** The end of a statement. */
    END
  }

  boolean is(String operatorOrName) {
    return kind != Kind.STRING && text.equals(operatorOrName);
  }

  boolean isString() {
    return kind == Kind.STRING;
  }

  boolean isName() {
    return kind == Kind.NAME;
  }

  /** The words of a source, as well as they can be told apart where it is no valid Python. */
  static List<PythonToken> of(String source) {
    return new Scan(source).tokens();
  }

  private static final class Scan {
    private final String source;
    private final List<PythonToken> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int depth;

    Scan(String source) {
      this.source = source;
    }

    List<PythonToken> tokens() {
      while (at < source.length()) {
        step();
      }
      add(Kind.END, "", line);
      return tokens;
    }

    private void step() {
      char character = source.charAt(at);
      if (character == '\n') {
        if (depth == 0) {
          add(Kind.END, "", line);
        }
        line++;
        at++;
      } else if (character == '#') {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
      } else if (character == '\\' && source.startsWith("\n", at + 1)) {
        line++;
        at += 2;
      } else if (Character.isWhitespace(character) || character == '\\') {
        at++;
      } else if (character == '"' || character == '\'') {
        string();
      } else if (Character.isJavaIdentifierPart(character)) {
        word();
      } else {
        operator(character);
      }
    }

    private void word() {
      int start = at;
      while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
        at++;
      }
      boolean prefix = source.substring(start, at).matches("(?i)[rbfu]{1,2}");
      if (prefix && at < source.length() && "\"'".indexOf(source.charAt(at)) >= 0) {
        string();
      } else {
        add(Kind.NAME, source.substring(start, at), line);
      }
    }

    private void string() {
      char quote = source.charAt(at);
      String fence = String.valueOf(quote).repeat(3);
      boolean triple = source.startsWith(fence, at);
      int start = at + (triple ? 3 : 1);
      int first = line;
      int end = start;
      while (end < source.length()
          && !(triple ? source.startsWith(fence, end) : source.charAt(end) == quote)) {
        char character = source.charAt(end);
        if (character == '\n' && !triple) {
          break;
        }
        if (character == '\\') {
          end++;
        }
        if (end < source.length() && source.charAt(end) == '\n') {
          line++;
        }
        end++;
      }
      end = Math.min(end, source.length());
      add(Kind.STRING, source.substring(start, end), first);
      boolean closed = end < source.length() && source.charAt(end) == quote;
      at = closed ? end + (triple ? 3 : 1) : end;
    }

    private void operator(char character) {
      at++;
      if ("([{".indexOf(character) >= 0) {
        add(Kind.OPERATOR, String.valueOf(character), line);
        depth++;
      } else if (")]}".indexOf(character) >= 0) {
        depth = Math.max(0, depth - 1);
        add(Kind.OPERATOR, String.valueOf(character), line);
      } else {
        boolean two =
            at < source.length() && "+!=<>|".indexOf(character) >= 0 && source.charAt(at) == '=';
        add(Kind.OPERATOR, two ? character + "=" : String.valueOf(character), line);
        at += two ? 1 : 0;
      }
    }

    private void add(Kind kind, String text, int startLine) {
      tokens.add(new PythonToken(kind, text, startLine, depth));
    }
  }
}
