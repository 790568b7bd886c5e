package wheelbase.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.report.EquivalentCommand;
import wheelbase.requirements.Credentials;
import wheelbase.wizard.AnswerCheck;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Topic;

/**
 * What a command line answers: each topic is looked for under its flag, so that a command which has
 * the flag takes the answer.
 */
final class AnswerFlags {
  /**
   * Options that are no answers and yet decide what is written. How the index is reached and what
   * is said meanwhile does not: the cache, the colours.
   */
  private static final List<String> DECIDING =
      List.of(
          "--constraint",
          "--pre",
          "--index-url",
          "--extra-index-url",
          "--no-index",
          "--find-links",
          "--trusted-host",
          "--exclude-newer",
          "--rules",
          "--templates");

  private static final Set<String> SWITCHES = Set.of("--pre", "--no-index");

  private final Optional<ParseResult> parsed;
  private final ProjectPlace place;

  /**
   * @param parsed empty where nothing was typed
   */
  AnswerFlags(Optional<ParseResult> parsed, ProjectPlace place) {
    this.parsed = parsed;
    this.place = place;
  }

  /**
   * @throws UsageException where one does not say what it should
   */
  Answers answers() {
    Answers answers = Answers.NONE;
    for (Topic topic : Topic.values()) {
      List<String> words = words(topic);
      AnswerCheck.of(topic, words).ifPresent(wrong -> refuse(topic.flag(), wrong));
      answers = words.isEmpty() ? answers : answers.with(topic, words);
    }
    return answers;
  }

  static void refuse(String flag, Diagnostic wrong) {
    // Where the hint of a field is an example alone, that of a flag repeats the flag.
    boolean example = wrong.id().equals("not-a-cure");
    throw new UsageException(
        flag + ": " + wrong.message(),
        wrong.hint().map(hint -> example ? flag + " " + hint : hint).orElse(""));
  }

  private List<String> words(Topic topic) {
    List<String> typed = typed(topic.flag());
    if (topic.isSwitch()) {
      // The flag alone is "true": `--no-dockerignore=false` takes back what an answers file says.
      String usual = topic.usualAnswer();
      String said = usual.equals(Answers.YES) ? Answers.NO : Answers.YES;
      return typed.stream().map(word -> word.equals("true") ? said : usual).toList();
    }
    if (topic != Topic.REQUIREMENTS) {
      return topic.isJoined() ? typed.stream().filter(word -> !word.isBlank()).toList() : typed;
    }
    List<Path> files = new ArrayList<>(place.file().stream().toList());
    typed.forEach(file -> files.add(place.given(Path.of(file))));
    return files.stream().map(place::name).distinct().toList();
  }

  /** Of an option that the command does not have there is nothing. */
  private List<String> typed(String flag) {
    return parsed
        .filter(result -> result.hasMatchedOption(flag))
        .map(result -> result.matchedOption(flag).stringValues())
        .orElse(List.of());
  }

  /** {@code wheelbase generate} with what was typed besides the answers; no password among it. */
  EquivalentCommand besides() {
    EquivalentCommand command = EquivalentCommand.of("wheelbase", "generate");
    for (String option : DECIDING) {
      for (String value : typed(option)) {
        command =
            SWITCHES.contains(option)
                ? command.with(option)
                : command.with(option, Credentials.without(value));
      }
    }
    return command;
  }
}
