package wheelbase.report;

import java.util.List;
import java.util.Optional;
import wheelbase.wheels.Reason;
import wheelbase.wheels.Verdict;

/** How the reasons behind a verdict are spoken of, the same in every report. */
public final class ReasonWords {
  private ReasonWords() {}

  /** What is said of the package itself and of the file that is taken. */
  public static List<String> about(Verdict verdict) {
    return verdict.reasons().stream()
        .filter(reason -> !isNearMiss(verdict, reason))
        .map(Reason::message)
        .toList();
  }

  /** The files that are not taken, the nearest first. */
  public static List<Reason> nearMisses(Verdict verdict) {
    return verdict.reasons().stream().filter(reason -> isNearMiss(verdict, reason)).toList();
  }

  private static boolean isNearMiss(Verdict verdict, Reason reason) {
    return !reason.file().isEmpty() && !verdict.file().equals(Optional.of(reason.file()));
  }

  /** {@code for Python 3.12 only (and 14 more for other Pythons)}. */
  public static String inFull(Reason reason) {
    return reason.message() + (reason.more() == 0 ? "" : " (" + more(reason) + ")");
  }

  private static String more(Reason reason) {
    String more = "and " + reason.more() + " more";
    return switch (reason.id()) {
      case "python" -> more + " for other Pythons";
      case "abi" -> more + " for other ABIs";
      case "architecture" -> more + " for others";
      case "platform" -> more + " for other systems";
      case "libc-too-old" ->
          more + " that " + (reason.more() == 1 ? "needs" : "need") + " a newer one";
      case "several" -> more + " with more than one fault";
      default -> more;
    };
  }
}
