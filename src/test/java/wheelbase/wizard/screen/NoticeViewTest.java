package wheelbase.wizard.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wheelbase.diagnostic.Diagnostic;

/** What is told once, below the page. */
class NoticeViewTest {
  @Test
  void itIsWrappedAndLeavesTheRestOfThePageAlone() {
    Canvas canvas = new Canvas(20, 9, Glyphs.ASCII);
    canvas.put(0, 5, Role.PLAIN, "the page");
    new NoticeView(
            Diagnostic.error("id", "a different file is\033 there")
                .withHint("give it another name"))
        .draw(canvas);
    assertThat(canvas.toString())
        .isEqualTo(
            "\n".repeat(5) + "the page\n a different file\n is\\u001b there\n hint: give it\n");
  }
}
