package wheelbase.cli;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import wheelbase.index.IndexQuestion;
import wheelbase.index.pypi.IndexListener;
import wheelbase.survey.ProgressEvent;
import wheelbase.survey.ProgressListener;

/** Counts what an index is asked, and tells the progress of it. */
final class ProgressOfIndex implements IndexListener {
  private final ProgressListener progress;
  private final Map<IndexQuestion, Count> counts = new EnumMap<>(IndexQuestion.class);

  private record Count(int answered, int asked, int fromCache) {}

  ProgressOfIndex(ProgressListener progress) {
    this.progress = progress;
  }

  @Override
  public synchronized void asked(IndexQuestion question, String about) {
    Count before = count(question);
    counts.put(question, new Count(before.answered(), before.asked() + 1, before.fromCache()));
    progress.happened(
        new ProgressEvent.IndexAsked(question, about, before.answered(), before.asked() + 1));
  }

  @Override
  public synchronized void answered(IndexQuestion question, String about, boolean fromCache) {
    Count before = count(question);
    Count now =
        new Count(before.answered() + 1, before.asked(), before.fromCache() + (fromCache ? 1 : 0));
    counts.put(question, now);
    progress.happened(
        new ProgressEvent.IndexAnswered(
            question, about, fromCache, now.answered(), now.asked(), now.fromCache()));
  }

  @Override
  public void retried(String url, String reason) {
    progress.happened(new ProgressEvent.IndexAskedAgain(url, reason));
  }

  @Override
  public void oldCopyTaken(String project, Duration age) {
    progress.happened(new ProgressEvent.OldCopyTaken(project, age));
  }

  private Count count(IndexQuestion question) {
    return counts.getOrDefault(question, new Count(0, 0, 0));
  }
}
