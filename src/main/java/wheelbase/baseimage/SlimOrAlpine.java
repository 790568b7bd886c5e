package wheelbase.baseimage;

import java.util.List;
import java.util.Locale;
import wheelbase.diagnostic.Wording;

/**
 * The answer to "slim or Alpine?", counted.
 *
 * @param sentence the counts that decided it, without a full stop
 * @param blockers the packages that speak against Alpine, sorted: unusable there, or compiled there
 *     and not on slim
 */
public record SlimOrAlpine(Answer answer, String sentence, List<String> blockers) {
  /** The two. */
  public enum Answer {
    SLIM,
    ALPINE;

    /** The word in JSON and on the screen. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public SlimOrAlpine {
    blockers = List.copyOf(blockers);
  }

  /** How much smaller Alpine must be to be worth another C library. */
  static final int LEAST_PERCENT = 25;

  /**
   * Alpine only where it can run, nothing compiles and the image is smaller by a quarter: musl is a
   * second C library with fewer wheels, and a compile costs minutes at each build.
   *
   * @param glibc the best candidate on Debian
   * @param musl the best candidate on Alpine
   */
  static SlimOrAlpine judge(Candidate glibc, Candidate musl) {
    if (!musl.isPossible()) {
      return slim(
          "Alpine cannot run it: " + musl.obstacle().orElseThrow(),
          musl.unusable().stream().map(Unusable::name).distinct().sorted().toList());
    }
    if (!glibc.isPossible()) {
      return alpine("Only Alpine can run it: on Debian " + glibc.obstacle().orElseThrow());
    }
    long saved = glibc.size().onDisk() - musl.size().onDisk();
    long percent = Math.round(100.0 * saved / glibc.size().onDisk());
    String weight = percent + " % (" + Words.megabytes(Math.abs(saved)) + ")";
    if (!musl.sourceBuilds().isEmpty()) {
      List<String> more = musl.compilesBeside(glibc);
      return slim(gain(saved) + cost(glibc, musl, more), more);
    }
    if (percent >= LEAST_PERCENT) {
      return alpine("Alpine saves " + weight + " and compiles nothing" + slimCompiles(glibc));
    }
    return slim(
        saved > 0
            ? "Alpine would save only " + weight + ", and compile nothing either"
            : "Alpine would save nothing",
        List.of());
  }

  private static String gain(long saved) {
    return saved > 0
        ? "Alpine would save " + Words.megabytes(saved)
        : "Alpine would be " + Words.megabytes(-saved) + " larger";
  }

  private static String cost(Candidate glibc, Candidate musl, List<String> more) {
    if (more.isEmpty()) {
      return " and compile "
          + Words.names(musl.sourceBuilds())
          + " as slim does, but against a second C library";
    }
    int seconds = Math.max(1, musl.buildSeconds() - glibc.buildSeconds());
    return " and cost "
        + Wording.count(more.size(), "compile")
        + ", about "
        + Words.time(seconds)
        + " a build";
  }

  private static String slimCompiles(Candidate glibc) {
    return glibc.sourceBuilds().isEmpty()
        ? ""
        : ", slim compiles " + Words.names(glibc.sourceBuilds());
  }

  private static SlimOrAlpine slim(String sentence, List<String> blockers) {
    return new SlimOrAlpine(Answer.SLIM, sentence, blockers);
  }

  private static SlimOrAlpine alpine(String sentence) {
    return new SlimOrAlpine(Answer.ALPINE, sentence, List.of());
  }
}
