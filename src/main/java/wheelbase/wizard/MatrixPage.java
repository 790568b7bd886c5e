package wheelbase.wizard;

import java.util.List;
import wheelbase.Analysis;

/**
 * Packages on targets.
 *
 * @param changes what the last answer changed, a sentence each
 */
public record MatrixPage(Answers answers, Analysis analysis, List<String> changes) implements Page {
  public MatrixPage {
    changes = List.copyOf(changes);
  }

  static MatrixPage of(Situation situation, List<String> changes) {
    return new MatrixPage(situation.answers(), situation.analysis().orElseThrow(), changes);
  }

  @Override
  public Step step() {
    return Step.MATRIX;
  }

  @Override
  public List<KeyBinding> bindings() {
    return List.of(
        KeyBinding.main("next", () -> new Turn.Next(answers), Key.ENTER),
        KeyBinding.main("back", () -> new Turn.Back(answers), Key.ESCAPE));
  }
}
