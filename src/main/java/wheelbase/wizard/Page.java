package wheelbase.wizard;

import java.util.List;

/** What fills the screen at one step: an immutable value that says what each key makes of it. */
public sealed interface Page permits FormPage, LookingPage, MatrixPage, BasePage, PreviewPage {
  Step step();

  /** What keys do at this moment, the most useful first. */
  List<KeyBinding> bindings();

  /** A key that is bound to nothing here: text, where text is being typed. */
  default Turn typed(Key key) {
    return new Turn.Show(this);
  }

  /** Whether characters are text at this moment, so that {@code q} is a letter. */
  default boolean isTyping() {
    return false;
  }

  /** What a key comes to. */
  default Turn press(Key key) {
    return bindings().stream()
        .filter(binding -> binding.has(key))
        .findFirst()
        .map(binding -> binding.action().get())
        .orElseGet(() -> typed(key));
  }
}
