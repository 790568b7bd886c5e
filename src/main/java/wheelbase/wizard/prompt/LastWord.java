package wheelbase.wizard.prompt;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import wheelbase.wizard.WordList;

/** Sees in a line the word that is being typed, as it is written, backslashes and all. */
final class LastWord implements Parser {
  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    return new Line(line, cursor);
  }

  private record Line(String line, int cursor) implements CompletingParsedLine {
    @Override
    public String word() {
      return line.substring(
          WordList.OF_BLANKS_AND_COMMAS.lastWord(line.substring(0, cursor)), cursor);
    }

    @Override
    public int wordCursor() {
      return word().length();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word());
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return word().length();
    }
  }
}
