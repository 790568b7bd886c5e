package wheelbase.baseimage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import wheelbase.diagnostic.Diagnostic;

/** What nobody looks after any more in a base image. */
public final class EndOfLife {
  private EndOfLife() {}

  /**
   * A warning where Python or the distribution gets no fixes any more, a note where the
   * distribution gets them from its long-term support only.
   */
  public static List<Diagnostic> of(BaseImage image, LocalDate today) {
    List<Diagnostic> found = new ArrayList<>();
    if (image.pythonEndOfLife().isBefore(today)) {
      found.add(
          Diagnostic.warning(
              "python-end-of-life",
              "Python " + image.series() + " has had no fixes since " + image.pythonEndOfLife()));
    }
    if (image.distributionEndOfLife().isBefore(today)) {
      found.add(distribution(image, today));
    }
    return found;
  }

  private static Diagnostic distribution(BaseImage image, LocalDate today) {
    String ended =
        "full support of "
            + image.distribution().suffix()
            + " ended on "
            + image.distributionEndOfLife();
    return Catalogue.shipped()
        .longTermSupportEnd(image.distribution())
        .filter(end -> !end.isBefore(today))
        .map(
            end ->
                Diagnostic.note(
                    "distribution-long-term-support",
                    ended + ", long-term support lasts until " + end))
        .orElseGet(() -> Diagnostic.warning("distribution-end-of-life", ended));
  }
}
