package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import wheelbase.index.IndexQuestion;
import wheelbase.pep508.PackageName;
import wheelbase.survey.ProgressEvent;
import wheelbase.testing.Targets;

class TerminalProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();
  private final TerminalProgress progress =
      new TerminalProgress(new Streams(new ByteArrayOutputStream(), err, true, true), clock::get);

  @Test
  void aRunThatIsOverAtOnceShowsNothing() {
    progress.stage("resolving");
    progress.happened(pages(1, 1));
    progress.close();
    assertThat(shown()).isEmpty();
  }

  @Test
  void oneLineIsRewrittenAndWiped() {
    progress.stage("resolving");
    clock.set(1_000_000_000L);
    progress.happened(pages(0, 1));
    clock.set(2_000_000_000L);
    progress.happened(pages(2, 12));
    progress.close();
    assertThat(shown())
        .isEqualTo(
            "\rresolving   pages 0/1\u001b[K" + "\rresolving   pages 2/12\u001b[K" + "\r\u001b[K");
  }

  @Test
  void everyKindOfProgressHasItsCount() {
    progress.stage("trying cures");
    progress.happened(pages(12, 12));
    progress.happened(
        new ProgressEvent.IndexAsked(IndexQuestion.SDIST_CONTENTS, "a-1.tar.gz", 0, 3));
    progress.happened(new ProgressEvent.TargetDone(Targets.SLIM_311, 4, 6));
    clock.set(1_000_000_000L);
    progress.happened(new ProgressEvent.CuresSought(new PackageName("a"), List.of(), 1, 2));
    assertThat(shown())
        .isEqualTo("\rtrying cures   pages 12/12   sdists 0/3   targets 4/6   tried 1/2\u001b[K");
  }

  @Test
  void aNewStageCountsOnlyWhatItAsksFor() {
    progress.stage("resolving");
    progress.happened(pages(12, 12));
    clock.set(1_000_000_000L);
    progress.stage("trying cures");
    assertThat(shown()).isEqualTo("\rtrying cures\u001b[K");
  }

  private static ProgressEvent pages(int answered, int asked) {
    return new ProgressEvent.IndexAnswered(IndexQuestion.PAGE, "flask", false, answered, asked, 0);
  }

  @Test
  void theLineIsNeverWiderThanTheScreen() {
    clock.set(1_000_000_000L);
    progress.stage("x".repeat(200));
    assertThat(shown().replace("\r", "").replace("\u001b[K", "")).hasSizeLessThan(80);
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
