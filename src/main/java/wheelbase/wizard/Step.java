package wheelbase.wizard;

import java.util.Optional;

/** The steps of the wizard, in their order. */
public enum Step {
  PROJECT("Project"),
  TARGETS("Targets"),
  LOOKING("Looking"),
  MATRIX("Matrix"),
  BASE("Base image"),
  APPLICATION("Application"),
  OPTIONS("Options"),
  PREVIEW("Preview");

  private final String title;

  Step(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** From 1. */
  public int number() {
    return ordinal() + 1;
  }

  public static int count() {
    return values().length;
  }

  /** Empty after the last. */
  public Optional<Step> next() {
    return ordinal() + 1 < count() ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
  }

  /** Empty before the first; nobody goes back to watching what has been seen. */
  public Optional<Step> previous() {
    return switch (this) {
      case PROJECT -> Optional.empty();
      case MATRIX -> Optional.of(TARGETS);
      default -> Optional.of(values()[ordinal() - 1]);
    };
  }
}
