package wheelbase.verify;

import java.util.ArrayList;
import java.util.List;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.engine.ImageConfig;

/** Says under which conditions the image was proven, where they are not those that were wanted. */
final class RootJudge {
  private RootJudge() {}

  static List<Diagnostic> judge(ProbeReport report, ImageConfig config) {
    List<Diagnostic> findings = new ArrayList<>();
    if (config.runsAsRoot()) {
      findings.add(
          Diagnostic.warning("runs-as-root", "the image runs as root, and was proven so")
              .withHint("a USER instruction with a number above 0 changes that"));
    }
    report
        .writable()
        .ifPresent(
            place ->
                findings.add(
                    Diagnostic.note(
                        "root-was-writable",
                        "the engine gave no read-only root here: "
                            + place
                            + " could be written to")));
    return findings;
  }
}
