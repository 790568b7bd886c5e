package wheelbase.wizard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text, or words such as the names of files, being typed.
 *
 * @param proposals where Tab goes through what could be meant; empty where it does not
 */
public record TextField(Question question, TextInput input, Optional<Proposals> proposals)
    implements Field {

  /**
   * What could be meant by the word that begins there.
   *
   * @param at the one that stands in the field
   */
  public record Proposals(int start, List<String> words, int at) {
    public Proposals {
      words = List.copyOf(words);
    }
  }

  static TextField of(Question question, List<String> words) {
    String text =
        question.kind().isWords() ? WordList.OF_BLANKS.join(words) : String.join(" ", words);
    return new TextField(question, TextInput.of(text), Optional.empty());
  }

  @Override
  public List<String> words() {
    if (question.kind().isWords()) {
      return WordList.OF_BLANKS.split(input.text());
    }
    String text = input.text().strip();
    return text.isEmpty() ? List.of() : List.of(text);
  }

  @Override
  public TextField about(Question again) {
    return new TextField(again, input, proposals);
  }

  TextField typed(Key key) {
    return with(input.typed(key));
  }

  /** What the word at the cursor could be the beginning of, itself too. */
  public List<String> candidates(FileNames names) {
    String word = word();
    Set<String> all = new LinkedHashSet<>();
    for (Option option : question.options()) {
      if (option.value().startsWith(word)) {
        all.add(option.value());
      }
    }
    if (question.kind() == Question.Kind.FILES) {
      String directory = word.substring(0, word.lastIndexOf('/') + 1);
      String begun = word.substring(directory.length());
      for (String name : names.in(directory)) {
        // A name that begins with a dot is meant only by who types the dot.
        if (name.startsWith(begun) && (begun.startsWith(".") || !name.startsWith("."))) {
          all.add(directory + name);
        }
      }
    }
    return List.copyOf(all);
  }

  /** With as much of the word as is certain; where nothing more is, with the next that may be. */
  TextField completed(FileNames names) {
    if (proposals.isPresent()) {
      Proposals there = proposals.get();
      return proposing(there.start(), there.words(), (there.at() + 1) % there.words().size());
    }
    List<String> candidates = candidates(names);
    if (candidates.isEmpty()) {
      return this;
    }
    String common = commonBeginning(candidates);
    return common.length() > word().length() || candidates.size() == 1
        ? with(replaced(wordStart(), common))
        : proposing(wordStart(), candidates, 0);
  }

  private TextField proposing(int start, List<String> words, int at) {
    return new TextField(
        question,
        replaced(start, words.get(at)),
        Optional.of(new Proposals(start, new ArrayList<>(words), at)));
  }

  private TextInput replaced(int start, String word) {
    return input.replaced(
        start, question.kind().isWords() ? WordList.OF_BLANKS.escaped(word) : word);
  }

  private TextField with(TextInput changed) {
    return new TextField(question, changed, Optional.empty());
  }

  private String word() {
    String begun = input.text().substring(wordStart(), input.cursor());
    if (!question.kind().isWords()) {
      return begun;
    }
    return WordList.OF_BLANKS.split(begun).stream().findFirst().orElse("");
  }

  private int wordStart() {
    return question.kind().isWords()
        ? WordList.OF_BLANKS.lastWord(input.text().substring(0, input.cursor()))
        : 0;
  }

  private static String commonBeginning(List<String> words) {
    String common = words.get(0);
    for (String word : words) {
      int same = 0;
      while (same < Math.min(common.length(), word.length())
          && common.charAt(same) == word.charAt(same)) {
        same++;
      }
      common = common.substring(0, same);
    }
    return common;
  }
}
