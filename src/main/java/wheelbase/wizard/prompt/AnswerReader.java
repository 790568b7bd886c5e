package wheelbase.wizard.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Option;
import wheelbase.wizard.Question;
import wheelbase.wizard.Topic;
import wheelbase.wizard.WordList;

/** Makes the words of an answer from a line: options by number, label or value. */
final class AnswerReader {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  private final Question question;

  AnswerReader(Question question) {
    this.question = question;
  }

  /** Options are not numbered where their values could be taken for numbers. */
  boolean isNumbered() {
    return question.options().stream()
        .noneMatch(option -> NUMBER.matcher(option.value()).matches());
  }

  List<String> words(String line) {
    if (!question.topic().takesSeveral()) {
      return List.of(word(Command.answer(line)));
    }
    List<String> words = new ArrayList<>();
    WordList between =
        question.topic() == Topic.CURES ? WordList.OF_BLANKS : WordList.OF_BLANKS_AND_COMMAS;
    for (String part : between.split(line)) {
      parts(part).stream()
          .map(this::word)
          .filter(word -> !words.contains(word))
          .forEach(words::add);
    }
    return inTheirOrder(words);
  }

  /** An edit of a requirement may have commas in it, a list of numbers has them between. */
  private List<String> parts(String word) {
    List<String> parts = WordList.OF_BLANKS_AND_COMMAS.split(word);
    return question.topic() == Topic.CURES
            && parts.stream().allMatch(part -> option(part).isPresent())
        ? parts
        : List.of(word);
  }

  /** Some of the options are the same answer in whatever order they were named. */
  private List<String> inTheirOrder(List<String> words) {
    if (question.kind() != Question.Kind.SOME_OF) {
      return words;
    }
    List<String> ordered =
        new ArrayList<>(
            question.options().stream().map(Option::value).filter(words::contains).toList());
    words.stream().filter(word -> !ordered.contains(word)).forEach(ordered::add);
    return ordered;
  }

  private String word(String typed) {
    return option(typed).map(Option::value).orElseGet(() -> yesOrNo(typed));
  }

  private Optional<Option> option(String typed) {
    List<Option> options = question.options();
    return options.stream()
        .filter(option -> option.value().equals(typed))
        .findFirst()
        .or(() -> numbered(typed))
        .or(
            () ->
                options.stream()
                    .filter(option -> option.label().equalsIgnoreCase(typed))
                    .findFirst());
  }

  private Optional<Option> numbered(String typed) {
    if (!isNumbered() || !NUMBER.matcher(typed).matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(typed);
    return number >= 1 && number <= question.options().size()
        ? Optional.of(question.options().get(number - 1))
        : Optional.empty();
  }

  private String yesOrNo(String typed) {
    if (question.kind() != Question.Kind.YES_NO || typed.isEmpty()) {
      return typed;
    }
    String lower = typed.toLowerCase(Locale.ROOT);
    return Answers.YES.startsWith(lower)
        ? Answers.YES
        : Answers.NO.startsWith(lower) ? Answers.NO : typed;
  }
}
