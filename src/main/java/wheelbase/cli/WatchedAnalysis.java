package wheelbase.cli;

import wheelbase.Analysis;
import wheelbase.AnalysisRequest;
import wheelbase.survey.ProgressListener;
import wheelbase.wizard.Outside;

/** An analysis whose progress a terminal shows. */
final class WatchedAnalysis {
  private WatchedAnalysis() {}

  static Analysis of(AnalysisRequest request, Outside outside, Streams streams, boolean quiet)
      throws InterruptedException {
    if (quiet) {
      return outside.analyse(request, false, ProgressListener.SILENT);
    }
    OldCopies copies;
    Analysis analysis;
    if (streams.errIsTerminal()) {
      try (TerminalProgress progress = new TerminalProgress(streams, System::nanoTime)) {
        copies = new OldCopies(progress);
        analysis = outside.analyse(request, false, copies);
      }
    } else {
      copies = new OldCopies(ProgressListener.SILENT);
      analysis = outside.analyse(request, false, copies);
    }
    streams.tell(copies.note());
    return analysis;
  }
}
