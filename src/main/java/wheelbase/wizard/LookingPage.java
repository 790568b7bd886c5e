package wheelbase.wizard;

import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;

/**
 * The analysis while it runs, or what became of it.
 *
 * @param refused the analysis of a project whose requirements cannot be read or met
 * @param failure why there is no analysis at all
 */
public record LookingPage(
    Looking.Sight sight, Optional<Analysis> refused, Optional<Throwable> failure) implements Page {
  static LookingPage of(Looking.Sight sight) {
    return new LookingPage(sight, Optional.empty(), Optional.empty());
  }

  static LookingPage refused(Looking.Sight sight, Analysis analysis) {
    return new LookingPage(sight, Optional.of(analysis), Optional.empty());
  }

  static LookingPage failed(Looking.Sight sight, Throwable why) {
    return new LookingPage(sight, Optional.empty(), Optional.of(why));
  }

  @Override
  public Step step() {
    return Step.LOOKING;
  }

  @Override
  public List<KeyBinding> bindings() {
    return List.of(KeyBinding.main("stop", Turn.StopLooking::new, Key.ESCAPE));
  }
}
