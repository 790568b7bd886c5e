package wheelbase.wizard.prompt;

import java.util.List;
import java.util.Locale;
import wheelbase.wizard.Answers;

/** Whether different files that are there are replaced; the usual answer changes nothing. */
final class ReplacePrompt extends Prompt {
  private final String names;
  private final boolean kept;

  /**
   * @param kept whether copies are kept of what is there
   */
  ReplacePrompt(List<String> names, boolean kept) {
    super("replace", List.of());
    this.names = String.join(", ", names);
    this.kept = kept;
  }

  @Override
  String words() {
    return "Replace [no]";
  }

  @Override
  void explain(Speech speech) {
    speech.sentence("There is another " + names + " already");
    speech.sentence(
        "yes replaces it"
            + (kept ? " and keeps what is there as NAME.bak" : "")
            + "; no leaves it");
  }

  @Override
  Way take(String reply, Speech speech) {
    String said = reply.toLowerCase(Locale.ROOT);
    if (!said.isEmpty() && Answers.YES.startsWith(said)) {
      return Way.ON;
    }
    if (Answers.NO.startsWith(said)) {
      return Way.BACK;
    }
    speech.sentence("`" + reply + "` is neither yes nor no");
    return Way.MEND;
  }

  @Override
  List<String> completions(String begun) {
    return List.of(Answers.YES, Answers.NO);
  }
}
