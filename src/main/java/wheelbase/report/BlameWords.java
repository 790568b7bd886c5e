package wheelbase.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.diagnostic.Blame;
import wheelbase.survey.RequirementPath;

/** How the way on which a package came in is spoken of, the same in every report. */
public final class BlameWords {
  private static final String THEN = " > ";

  private BlameWords() {}

  /**
   * {@code requirements.txt:17 cohere==5.15.0 > fastavro>=1.9.4,<2}; what lies in between is left
   * out where it takes more room. Empty where there is nobody to blame.
   */
  public static String line(List<Blame> blame, int room) {
    if (blame.isEmpty()) {
      return "";
    }
    String first = blame.get(0).by() + " " + blame.get(0).requirement();
    List<String> asked = new ArrayList<>(blame.stream().skip(1).map(Blame::requirement).toList());
    asked.add(0, first);
    String all = String.join(THEN, asked);
    return TerminalText.columns(all) <= room || asked.size() < 3
        ? all
        : first + THEN + "..." + THEN + asked.get(asked.size() - 1);
  }

  /** {@code cohere > fastavro}, {@code requests[socks] > pysocks}: names alone, from the user's. */
  public static String names(RequirementPath path) {
    List<String> names = new ArrayList<>();
    for (RequirementPath.Step step : path.steps()) {
      String name = step.release() + step.extra().map(extra -> "[" + extra + "]").orElse("");
      names.add(name);
    }
    names.add(path.names().get(path.names().size() - 1).value());
    return String.join(THEN, names);
  }

  /** The requirement of every step: the user's line as it is written, then what is asked for. */
  public static List<String> steps(Analysis analysis, RequirementPath path) {
    List<String> steps = new ArrayList<>();
    steps.add(PackageWords.asWritten(analysis, path.place()).orElse(path.asked()));
    path.steps().forEach(step -> steps.add(step.asks()));
    return steps;
  }

  /** {@code requirements.txt:17: cohere==5.15.0 > fastavro>=1.9.4,<2}. */
  public static String inFull(Analysis analysis, RequirementPath path) {
    return path.place() + ": " + String.join(THEN, steps(analysis, path));
  }

  /** {@code cohere 5.15.0 asks for fastavro>=1.9.4,<2}; empty where the user's line does. */
  public static Optional<String> lastAsks(RequirementPath path) {
    return path.steps().isEmpty()
        ? Optional.empty()
        : Optional.of(path.steps().get(path.steps().size() - 1))
            .map(step -> step.by() + " asks for " + step.asks());
  }
}
