package wheelbase.verify;

import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.engine.EngineKind;
import wheelbase.syslibs.DraftRule;

/**
 * What came of building an image and looking it over.
 *
 * @param engine that built it
 * @param version of the engine
 * @param passedOver engines that were tried before it, and why they are not used
 * @param seconds that the build took
 * @param proof what was seen in the image; empty where it did not build, or could not be looked
 *     into
 * @param explanation why it did not build; empty where it did
 * @param findings all faults, warnings and notes, faults first
 * @param drafts rules that would have told a fault beforehand
 */
public record Verification(
    EngineKind engine,
    String version,
    List<String> passedOver,
    long seconds,
    Optional<Proof> proof,
    Optional<BuildExplanation> explanation,
    List<Diagnostic> findings,
    List<DraftRule> drafts) {
  public Verification {
    passedOver = List.copyOf(passedOver);
    findings =
        findings.stream().sorted(java.util.Comparator.comparing(Diagnostic::severity)).toList();
    drafts = List.copyOf(drafts);
  }

  /** Whether the image was built and nothing is wrong with it. */
  public boolean isProven() {
    return proof.isPresent()
        && findings.stream().noneMatch(each -> each.severity() == Severity.ERROR);
  }

  /**
   * What was seen in an image that was built.
   *
   * @param report the probe's
   * @param readOnly whether the root could really not be written to
   * @param start how its command went; empty where it was not started
   * @param healthCheck whether it has one
   * @param predicted what the size was said to be; empty where nothing was said
   */
  public record Proof(
      ProbeReport report,
      boolean readOnly,
      Optional<StartReport> start,
      boolean healthCheck,
      Optional<Prediction> predicted) {
    /** How many distributions have a module, all of which were imported. */
    public long imported() {
      return report.distributions().stream()
          .filter(each -> !each.imported().isEmpty() && each.failed().isEmpty())
          .count();
    }

    /**
     * By how much the image is heavier than was said, as a fraction; negative where it is lighter.
     */
    public Optional<Double> sizeError() {
      return predicted.map(said -> (report.bytes() - said.bytes()) / (double) said.bytes());
    }
  }

  /**
   * What the size was said to be.
   *
   * @param bytes on disk
   * @param tolerance the error that is expected at most, as a fraction
   * @param base the base image that it is said of
   */
  public record Prediction(long bytes, double tolerance, String base) {}
}
