package wheelbase.findings;

import java.util.ArrayList;
import java.util.List;
import wheelbase.diagnostic.Diagnostic;

/** What the user should know beside the verdicts. */
public final class Findings {
  /** In the order in which they matter; what the files themselves say follows the first. */
  private static final List<Finder> OF_THE_SURVEY =
      List.of(
          new OutsideTheIndex(),
          new NamesOnSeveralIndexes(),
          new NotesOnPages(),
          new NamesOnSeveralIndexes(),
          new UnknownDependencies(),
          new EndOfLifeBases());

  private Findings() {}

  /** In the order in which they matter. */
  public static List<Diagnostic> of(Surveyed project) throws InterruptedException {
    List<Diagnostic> all = new ArrayList<>(new MetNowhere().in(project));
    all.addAll(project.requirements().diagnostics());
    for (Finder finder : OF_THE_SURVEY) {
      all.addAll(finder.in(project));
    }
    return all;
  }
}
