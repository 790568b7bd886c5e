package wheelbase.wizard;

import java.util.List;
import wheelbase.Analysis;

/** The base images side by side. */
public record BasePage(Answers answers, Analysis analysis) implements Page {
  static BasePage of(Situation situation) {
    return new BasePage(situation.answers(), situation.analysis().orElseThrow());
  }

  @Override
  public Step step() {
    return Step.BASE;
  }

  @Override
  public List<KeyBinding> bindings() {
    return List.of(
        KeyBinding.main("next", () -> new Turn.Next(answers), Key.ENTER),
        KeyBinding.main("back", () -> new Turn.Back(answers), Key.ESCAPE));
  }
}
