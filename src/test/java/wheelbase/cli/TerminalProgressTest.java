package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();
  private final TerminalProgress progress =
      new TerminalProgress(new Streams(new ByteArrayOutputStream(), err, true, true), clock::get);

  @Test
  void aRunThatIsOverAtOnceShowsNothing() {
    progress.stage("resolving");
    progress.indexAnswered(true);
    progress.close();
    assertThat(shown()).isEmpty();
  }

  @Test
  void oneLineIsRewrittenAndWiped() {
    progress.stage("resolving");
    clock.set(1_000_000_000L);
    progress.indexAnswered(false);
    clock.set(2_000_000_000L);
    progress.indexAnswered(true);
    progress.close();
    assertThat(shown())
        .isEqualTo(
            "\rresolving   1 answers of the index, 0 cached\u001b[K"
                + "\rresolving   1 answers of the index, 1 cached\u001b[K"
                + "\r\u001b[K");
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
