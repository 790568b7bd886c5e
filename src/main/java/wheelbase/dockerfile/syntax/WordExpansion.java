package wheelbase.dockerfile.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a word of an instruction becomes when quotes are taken off and variables replaced: {@code
 * $x}, {@code ${x}}, {@code ${x:-default}}, {@code ${x:+other}}, {@code ${x:?message}}, {@code
 * ${x#pattern}}, {@code ${x%pattern}}, {@code ${x/pattern/new}} and their kin, as BuildKit knows
 * them.
 *
 * @param value the whole of it
 * @param words the same, split at white space that is not quoted
 * @param unset the variables that had no value
 * @param fault what is wrong with it, in which case nothing else holds
 */
public record WordExpansion(
    String value, List<String> words, Set<String> unset, Optional<String> fault) {
  public WordExpansion {
    words = List.copyOf(words);
    unset = Set.copyOf(unset);
  }

  /**
   * Expands a word.
   *
   * @param escape the file's escape character
   * @param variables the value of each that has one
   */
  public static WordExpansion of(
      String word, char escape, Function<String, Optional<String>> variables) {
    return new Reading(word, escape, variables, false, false, false).whole();
  }

  /** Only splits: quotes, escapes and variables stay. */
  static WordExpansion asWritten(String line) {
    return new Reading(line, '\\', name -> Optional.empty(), true, true, true).whole();
  }

  static WordExpansion withQuotes(String word) {
    return new Reading(word, '\\', name -> Optional.empty(), true, false, true).whole();
  }

  static WordExpansion withoutQuotes(String word) {
    return new Reading(word, '\\', name -> Optional.empty(), false, false, true).whole();
  }

  /** One pass over one word. */
  private static final class Reading {
    private static final int END = -1;
    private static final String SPECIAL = "@*#?-$!0";

    private final String text;
    private final char escape;
    private final Function<String, Optional<String>> variables;
    private final boolean rawQuotes;
    private final boolean keepUnset;
    private final Set<String> unset = new TreeSet<>();
    private boolean rawEscapes;
    private int position;
    private Optional<String> fault = Optional.empty();

    Reading(
        String text,
        char escape,
        Function<String, Optional<String>> variables,
        boolean rawQuotes,
        boolean rawEscapes,
        boolean keepUnset) {
      this.text = text;
      this.escape = escape;
      this.variables = variables;
      this.rawQuotes = rawQuotes;
      this.rawEscapes = rawEscapes;
      this.keepUnset = keepUnset;
    }

    WordExpansion whole() {
      Split split = upTo(END, rawEscapes);
      return fault.isPresent()
          ? new WordExpansion("", List.of(), Set.of(), fault)
          : new WordExpansion(split.all.toString(), split.finished(), unset, fault);
    }

    private Split upTo(int stop, boolean keepEscapes) {
      boolean before = rawEscapes;
      rawEscapes = keepEscapes;
      Split split = new Split();
      boolean stopped = false;
      while (!stopped && peek() != END) {
        int next = peek();
        if (next == stop) {
          position++;
          stopped = true;
        } else if (next == '$') {
          split.addLoose(dollar());
        } else if (next == '<') {
          split.addTight(possibleHeredoc());
        } else if (next == '\'') {
          split.addTight(singleQuoted());
        } else if (next == '"') {
          split.addTight(doubleQuoted());
        } else {
          plain(split);
        }
      }
      if (stop != END && !stopped) {
        fail("unexpected end of statement while looking for matching " + (char) stop);
      }
      rawEscapes = before;
      return split;
    }

    private void plain(Split split) {
      char next = (char) next();
      if (next != escape) {
        split.addLoose(Character.toString(next));
        return;
      }
      if (rawEscapes) {
        split.addTight(Character.toString(next));
      }
      int escaped = next();
      if (escaped != END) {
        split.addTight(Character.toString((char) escaped));
      }
    }

    private String possibleHeredoc() {
      position++;
      if (peek() != '<') {
        return "<";
      }
      position++;
      int start = position;
      while (peek() == ' ' || peek() == '\t' || peek() == '\r') {
        position++;
      }
      return "<<" + text.substring(start, position);
    }

    private String singleQuoted() {
      int end = text.indexOf('\'', position + 1);
      if (end < 0) {
        return fail("unexpected end of statement while looking for matching single-quote");
      }
      String quoted = text.substring(position, end + 1);
      position = end + 1;
      return rawQuotes ? quoted : quoted.substring(1, quoted.length() - 1);
    }

    private String doubleQuoted() {
      StringBuilder result = new StringBuilder(rawQuotes ? "\"" : "");
      position++;
      while (peek() != '"') {
        if (peek() == END) {
          return fail("unexpected end of statement while looking for matching double-quote");
        }
        if (peek() == '$') {
          result.append(dollar());
          continue;
        }
        char next = (char) next();
        if (next == escape) {
          if (rawEscapes) {
            result.append(next);
          }
          if (peek() == END) {
            continue;
          }
          if (peek() == '"' || peek() == '$' || peek() == escape) {
            next = (char) next();
          }
        }
        result.append(next);
      }
      position++;
      return result.append(rawQuotes ? "\"" : "").toString();
    }

    private String dollar() {
      position++;
      if (peek() == '{') {
        position++;
        return braced();
      }
      String name = name();
      return name.isEmpty() ? "$" : lookUp(name).orElse(keepUnset ? "$" + name : "");
    }

    private String braced() {
      if (peek() == END) {
        return fail("missing '}'");
      }
      if (peek() == '{' || peek() == '}' || peek() == ':') {
        return fail("bad substitution");
      }
      String name = name();
      int operator = next();
      if (operator == '}') {
        return lookUp(name).orElse(keepUnset ? "${" + name + "}" : "");
      }
      if (operator == '/') {
        return replaced(name);
      }
      boolean emptyIsUnset = operator == ':';
      if (emptyIsUnset) {
        operator = next();
      }
      String shown = (emptyIsUnset ? ":" : "") + (operator == END ? "" : (char) operator);
      boolean pattern = operator == '#' || operator == '%';
      if ("+-?#%".indexOf(operator) < 0 || operator == END || emptyIsUnset && pattern) {
        return operator == END && !emptyIsUnset
            ? fail("missing '}'")
            : fail("unsupported modifier (" + shown + ") in substitution");
      }
      String word = upTo('}', pattern).all.toString();
      if (fault.isPresent()) {
        return "";
      }
      Optional<String> value = lookUp(name);
      if (keepUnset && value.isEmpty()) {
        return "${" + name + shown + word + "}";
      }
      Optional<String> counted = emptyIsUnset ? value.filter(each -> !each.isEmpty()) : value;
      return switch ((char) operator) {
        case '-' -> counted.orElse(word);
        case '+' -> counted.isPresent() ? word : "";
        case '?' ->
            counted.orElseGet(
                () -> fail(name + ": " + (word.isEmpty() ? "is not allowed to be unset" : word)));
        default -> trimmed(word, value.orElse(""), (char) operator);
      };
    }

    private String trimmed(String word, String value, char operator) {
      boolean greedy = !word.isEmpty() && word.charAt(0) == operator;
      String pattern = greedy ? word.substring(1) : word;
      return ShellPattern.of(pattern)
          .map(
              read -> operator == '%' ? read.trimEnd(value, greedy) : read.trimStart(value, greedy))
          .orElseGet(() -> fail("invalid pattern (" + pattern + ") in substitution"));
    }

    private String replaced(String name) {
      boolean all = peek() == '/';
      if (all) {
        position++;
      }
      String pattern = upTo('/', true).all.toString();
      String replacement = fault.isPresent() ? "" : upTo('}', true).all.toString();
      if (fault.isPresent()) {
        return "";
      }
      Optional<String> value = lookUp(name);
      if (keepUnset && value.isEmpty()) {
        return "${" + name + "/" + pattern + "/" + replacement + "}";
      }
      return ShellPattern.of(pattern)
          .map(read -> read.replace(value.orElse(""), replacement, all))
          .orElseGet(() -> fail("invalid pattern (" + pattern + ") in substitution"));
    }

    private String name() {
      int start = position;
      if (peek() != END && Character.isDigit(peek())) {
        while (peek() != END && Character.isDigit(peek())) {
          position++;
        }
      } else if (peek() != END && SPECIAL.indexOf(peek()) >= 0) {
        position++;
      } else {
        while (peek() != END && (Character.isLetterOrDigit(peek()) || peek() == '_')) {
          position++;
        }
      }
      return text.substring(start, position);
    }

    private Optional<String> lookUp(String name) {
      Optional<String> value = variables.apply(name);
      if (value.isEmpty()) {
        unset.add(name);
      }
      return value;
    }

    /** Ends the reading: nothing is left to read. */
    private String fail(String why) {
      if (fault.isEmpty()) {
        fault = Optional.of(why);
      }
      position = text.length();
      return "";
    }

    private int peek() {
      return position < text.length() ? text.charAt(position) : END;
    }

    private int next() {
      int next = peek();
      position = Math.min(text.length(), position + 1);
      return next;
    }
  }

  /** The characters read so far, and the words that they make. */
  private static final class Split {
    private final StringBuilder all = new StringBuilder();
    private final StringBuilder word = new StringBuilder();
    private final List<String> words = new ArrayList<>();

    /** White space in it ends a word. */
    void addLoose(String text) {
      all.append(text);
      for (char each : text.toCharArray()) {
        if (MappedText.isSpace(each)) {
          finish();
        } else {
          word.append(each);
        }
      }
    }

    void addTight(String text) {
      all.append(text);
      word.append(text);
    }

    List<String> finished() {
      finish();
      return words;
    }

    private void finish() {
      if (word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
  }
}
