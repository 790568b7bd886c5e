package wheelbase.wizard;

import java.util.List;

/** The Dockerfile, the reason of each line, and what is done with it. */
public record PreviewPage(Answers answers, Preview preview) implements Page {
  static PreviewPage of(Answers answers, Preview preview) {
    return new PreviewPage(answers, preview);
  }

  @Override
  public Step step() {
    return Step.PREVIEW;
  }

  @Override
  public List<KeyBinding> bindings() {
    return List.of(
        KeyBinding.main("write", () -> new Turn.Write(false), Key.ENTER),
        KeyBinding.main("back", () -> new Turn.Back(answers), Key.ESCAPE));
  }
}
