package wheelbase.cli;

import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.LongSupplier;
import wheelbase.index.IndexQuestion;
import wheelbase.survey.ProgressEvent;
import wheelbase.survey.ProgressListener;

/** One line on standard error, rewritten in place while the pipeline runs and gone at its end. */
final class TerminalProgress implements ProgressListener, AutoCloseable {
  private static final long BETWEEN_DRAWINGS = 80_000_000L;
  private static final int WIDTH = 79;
  private static final Map<IndexQuestion, String> WORDS =
      new EnumMap<>(
          Map.of(
              IndexQuestion.PAGE, "pages",
              IndexQuestion.METADATA, "metadata",
              IndexQuestion.WHEEL_CONTENTS, "wheels",
              IndexQuestion.SDIST_CONTENTS, "sdists",
              IndexQuestion.SHARED_OBJECTS, "linkage",
              IndexQuestion.SDIST_STUDY, "build files"));

  private final Streams streams;
  private final LongSupplier nanoseconds;
  private String stage = "";
  private final Map<IndexQuestion, String> counts = new EnumMap<>(IndexQuestion.class);
  private String targets = "";
  private String packagesTreated = "";
  private long drawnAt;
  private boolean drawn;

  /**
   * @param nanoseconds a clock, so that fast answers do not become a flicker
   */
  TerminalProgress(Streams streams, LongSupplier nanoseconds) {
    this.streams = streams;
    this.nanoseconds = nanoseconds;
    this.drawnAt = nanoseconds.getAsLong();
  }

  @Override
  public synchronized void stage(String name) {
    stage = name;
    // What an earlier stage asked for is all there, and the line is short.
    counts.clear();
    targets = "";
    packagesTreated = "";
    draw();
  }

  @Override
  public synchronized void happened(ProgressEvent event) {
    if (event instanceof ProgressEvent.IndexAsked index) {
      counts.put(index.question(), index.answered() + "/" + index.asked());
    } else if (event instanceof ProgressEvent.IndexAnswered index) {
      counts.put(index.question(), index.answered() + "/" + index.asked());
    } else if (event instanceof ProgressEvent.TargetDone target) {
      targets = target.done() + "/" + target.all();
    } else if (event instanceof ProgressEvent.CuresSought cures) {
      packagesTreated = cures.done() + "/" + cures.all();
    }
    draw();
  }

  /** Wipes the line. */
  @Override
  public synchronized void close() {
    if (drawn) {
      streams.tell("\r\u001b[K");
      drawn = false;
    }
  }

  private void draw() {
    long now = nanoseconds.getAsLong();
    if (now - drawnAt < BETWEEN_DRAWINGS) {
      return;
    }
    drawnAt = now;
    drawn = true;
    StringJoiner line = new StringJoiner("   ");
    line.add(stage);
    WORDS.forEach(
        (question, word) -> {
          if (counts.containsKey(question)) {
            line.add(word + " " + counts.get(question));
          }
        });
    if (!targets.isEmpty()) {
      line.add("targets " + targets);
    }
    if (!packagesTreated.isEmpty()) {
      line.add("tried " + packagesTreated);
    }
    String text = line.toString();
    streams.tell("\r" + text.substring(0, Math.min(text.length(), WIDTH)) + "\u001b[K");
  }
}
