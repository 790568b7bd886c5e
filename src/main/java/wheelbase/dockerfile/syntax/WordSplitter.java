package wheelbase.dockerfile.syntax;

import java.util.ArrayList;
import java.util.List;

/** Splits at white space outside of quotes. */
final class WordSplitter {
  /**
   * @param words those that begin with two hyphens, without quotes and escapes
   * @param rest what follows them
   */
  record Flags(List<Word> words, MappedText rest) {}

  private final MappedText text;
  private final char escape;

  WordSplitter(MappedText text, char escape) {
    this.text = text;
    this.escape = escape;
  }

  /** All words, quotes and escapes kept. */
  List<Word> words() {
    List<Word> words = new ArrayList<>();
    int position = afterSpaces(0);
    while (position < text.length()) {
      int start = position;
      StringBuilder word = new StringBuilder();
      position = end(start, word, true);
      if (word.length() > 0) {
        words.add(new Word(word.toString(), text.extent(start, position)));
      }
      position = afterSpaces(position);
    }
    return words;
  }

  /** The words at the start that begin with two hyphens; {@code --} alone ends them. */
  Flags flags() {
    List<Word> flags = new ArrayList<>();
    int position = afterSpaces(0);
    while (text.value().startsWith("--", position)) {
      int start = position;
      StringBuilder word = new StringBuilder();
      position = end(start, word, false);
      if (word.toString().equals("--")) {
        break;
      }
      flags.add(new Word(word.toString(), text.extent(start, position)));
      position = afterSpaces(position);
    }
    return new Flags(flags, text.from(position));
  }

  private int afterSpaces(int start) {
    int position = start;
    while (position < text.length() && MappedText.isSpace(text.charAt(position))) {
      position++;
    }
    return position;
  }

  /**
   * Where the word that starts there ends. An escape character at the very end is dropped; within
   * single quotes it escapes nothing where quotes are kept, as BuildKit has it.
   */
  private int end(int start, StringBuilder word, boolean keep) {
    char quote = 0;
    int position = start;
    while (position < text.length()) {
      char each = text.charAt(position);
      if (quote == 0 && MappedText.isSpace(each)) {
        return position;
      }
      boolean escapes = each == escape && !(quote == '\'' && keep);
      if (escapes) {
        position++;
        if (position < text.length()) {
          word.append(keep ? Character.toString(each) : "").append(text.charAt(position));
        }
      } else if (quote == 0 && (each == '\'' || each == '"')) {
        quote = each;
        word.append(keep ? Character.toString(each) : "");
      } else if (quote != 0 && each == quote) {
        quote = 0;
        word.append(keep ? Character.toString(each) : "");
      } else {
        word.append(each);
      }
      position++;
    }
    return Math.min(position, text.length());
  }
}
