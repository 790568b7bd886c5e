package wheelbase.requirements;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words of a POSIX shell, as Python's {@code shlex.split} finds them. */
public final class ShellWords {
  private final TracedText source;
  private final List<TracedText> words = new ArrayList<>();
  private final List<Integer> word = new ArrayList<>();
  private boolean inWord;

  private ShellWords(TracedText source) {
    this.source = source;
  }

  /** Empty where a quote is not closed, or a backslash is followed by nothing. */
  public static Optional<List<String>> split(String line) {
    return split(new SourceFile("", List.of(line)).line(1))
        .map(found -> found.stream().map(TracedText::text).toList());
  }

  static Optional<List<TracedText>> split(TracedText text) {
    return new ShellWords(text).split();
  }

  private Optional<List<TracedText>> split() {
    String text = source.text();
    char quote = 0;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character == '\\' && quote != '\'') {
        index++;
        if (index == text.length()) {
          return Optional.empty();
        }
        if (quote == '"' && text.charAt(index) != '"' && text.charAt(index) != '\\') {
          add(index - 1);
        }
        add(index);
      } else if (quote != 0) {
        if (character == quote) {
          quote = 0;
        } else {
          add(index);
        }
      } else if (character == '"' || character == '\'') {
        quote = character;
        inWord = true;
      } else if (" \t\r\n".indexOf(character) >= 0) {
        endWord(index);
      } else {
        add(index);
      }
    }
    if (quote != 0) {
      return Optional.empty();
    }
    endWord(text.length());
    return Optional.of(List.copyOf(words));
  }

  private void add(int index) {
    word.add(index);
    inWord = true;
  }

  private void endWord(int index) {
    if (inWord) {
      words.add(source.pick(word, index));
      word.clear();
      inWord = false;
    }
  }
}
