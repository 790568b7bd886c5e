package wheelbase.findings;

import java.util.ArrayList;
import java.util.List;
import wheelbase.diagnostic.Diagnostic;

/** What the user should know beside the verdicts. */
public final class Findings {
  /** The id of what is to be said before all else: what neither a wheel nor an sdist fits of. */
  public static final String NOTHING_FITS = "nothing-fits";

  /** The id of what whoever builds the image should know too: builds that nobody knows. */
  public static final String BUILDS_WITHOUT_RULE = "builds-without-rule";

  /** Before all else: what keeps the project from being installed. */
  private static final List<Finder> FIRST = List.of(new NothingFits(), new MetNowhere());

  /** In the order in which they matter; what the files themselves say comes before. */
  private static final List<Finder> OF_THE_SURVEY =
      List.of(
          new GonePins(),
          new HashesMissing(),
          new ConstraintsAsRequirements(),
          new NeedsPython(),
          new OutsideTheIndex(),
          new NamesOnSeveralIndexes(),
          new NotesOnPages(),
          new PipSearchesLonger(),
          new UnknownDependencies(),
          new BuildsWithoutRule(),
          new Sdists(),
          new BuiltFirst(),
          new QuietDowngrades(),
          new InTheWayOfWheelsOnly(),
          new ArchitecturesDiffer(),
          new NewerPythonLosesWheels(),
          new PatchReleaseChangesPins(),
          new EndOfLifeBases());

  private Findings() {}

  /** In the order in which they matter. */
  public static List<Diagnostic> of(Surveyed project) throws InterruptedException {
    List<Diagnostic> all = new ArrayList<>();
    for (Finder finder : FIRST) {
      all.addAll(finder.in(project));
    }
    all.addAll(project.requirements().diagnostics());
    for (Finder finder : OF_THE_SURVEY) {
      all.addAll(finder.in(project));
    }
    return all;
  }
}
