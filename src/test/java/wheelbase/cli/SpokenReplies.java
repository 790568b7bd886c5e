package wheelbase.cli;

import java.util.List;
import java.util.Optional;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Topic;
import wheelbase.wizard.prompt.Lines;

/** A user of the prompts who gives the answers that are wanted, each where it is asked. */
final class SpokenReplies implements Lines {
  private static final int PATIENCE = 60;

  private final StringBuilder transcript = new StringBuilder();
  private Answers wanted;
  private int asked;

  SpokenReplies(Answers wanted) {
    this.wanted = wanted;
  }

  @Override
  public Optional<String> ask(Asking asking) {
    if (asked++ > PATIENCE) {
      throw new AssertionError("no way on: " + transcript);
    }
    String reply = reply(asking.history());
    transcript.append(asking.prompt()).append(reply).append('\n');
    return Optional.of(reply);
  }

  private String reply(String name) {
    if (name.equals("replace")) {
      return "yes";
    }
    Optional<Topic> topic = Topic.ofId(name);
    List<String> words = topic.flatMap(wanted::to).orElse(List.of());
    topic.ifPresent(said -> wanted = wanted.without(said));
    return String.join(", ", words);
  }

  /** What nobody asked for. */
  Answers unsaid() {
    return wanted;
  }

  @Override
  public synchronized void say(String line) {
    transcript.append(line).append('\n');
  }

  @Override
  public int width() {
    return USUAL_WIDTH;
  }

  @Override
  public void onInterrupt(Optional<Runnable> action) {}

  @Override
  public String toString() {
    return transcript.toString();
  }
}
