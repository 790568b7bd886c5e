package wheelbase.verify;

import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;

/** Holds the size of an image against what was said of it. */
final class SizeJudge {
  private SizeJudge() {}

  static Optional<Diagnostic> judge(Verification.Proof proof) {
    return proof
        .predicted()
        .filter(said -> Math.abs(proof.sizeError().orElse(0.0)) > said.tolerance())
        .map(
            said ->
                Diagnostic.warning(
                    "size-not-as-predicted",
                    "the image has %.0f MB, and %.0f MB were predicted (%+.1f %%; %.0f %% are usual)"
                        .formatted(
                            proof.report().bytes() / 1e6,
                            said.bytes() / 1e6,
                            100 * proof.sizeError().orElse(0.0),
                            100 * said.tolerance())));
  }
}
