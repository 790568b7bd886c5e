package wheelbase.wizard;

import wheelbase.Analysis;

/** The pages of the analysis for other packages' tests. */
public final class LookingPages {
  private LookingPages() {}

  public static LookingPage of(Sight sight) {
    return LookingPage.of(sight);
  }

  public static LookingPage refused(Sight sight, Analysis analysis) {
    return LookingPage.refused(sight, analysis);
  }

  public static LookingPage failed(Sight sight, Throwable why, boolean offline) {
    return LookingPage.failed(sight, why, offline);
  }
}
