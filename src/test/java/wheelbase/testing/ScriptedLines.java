package wheelbase.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.wizard.prompt.Lines;

/** A user who answers from a list, and everything that was said. The list's end is Ctrl-D. */
public final class ScriptedLines implements Lines {
  private final ArrayDeque<String> replies;
  private final StringBuilder transcript = new StringBuilder();
  private final List<Asking> asked = new ArrayList<>();
  private int width = 80;
  private String interruptAt = "\0";
  private Optional<Runnable> onInterrupt = Optional.empty();

  public ScriptedLines(String... replies) {
    this.replies = new ArrayDeque<>(List.of(replies));
  }

  public ScriptedLines width(int columns) {
    width = columns;
    return this;
  }

  /** Presses Ctrl-C, once, when something is said that begins so. */
  public ScriptedLines interruptAt(String beginning) {
    interruptAt = beginning;
    return this;
  }

  @Override
  public Optional<String> ask(Asking asking) {
    asked.add(asking);
    transcript.append(asking.prompt());
    if (!asking.begun().isEmpty()) {
      transcript.append("{").append(asking.begun()).append("} ");
    }
    Optional<String> reply = Optional.ofNullable(replies.poll());
    transcript.append(reply.orElse("^D")).append('\n');
    return reply;
  }

  @Override
  public synchronized void say(String line) {
    transcript.append(line).append('\n');
    if (line.startsWith(interruptAt)) {
      interruptAt = "\0";
      onInterrupt.ifPresent(Runnable::run);
    }
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void onInterrupt(Optional<Runnable> action) {
    onInterrupt = action;
  }

  /** What the screen would show; what stood in a reply already is in braces. */
  public synchronized String transcript() {
    return transcript.toString();
  }

  /** Everything that was asked, in order. */
  public List<Asking> asked() {
    return List.copyOf(asked);
  }

  /** Replies that nobody asked for. */
  public List<String> left() {
    return List.copyOf(replies);
  }
}
