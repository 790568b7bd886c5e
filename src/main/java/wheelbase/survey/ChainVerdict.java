package wheelbase.survey;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import wheelbase.baseimage.Words;
import wheelbase.buildsystem.BuildDependency;
import wheelbase.buildsystem.BuildEnvironment;
import wheelbase.diagnostic.Wording;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Libc;
import wheelbase.platform.TargetPlatform;
import wheelbase.wheels.Reason;
import wheelbase.wheels.Verdict;
import wheelbase.wheels.VerdictClass;

/** Reckons into the verdict on an sdist what pip installs to build it. */
public final class ChainVerdict {
  /** The id of the reason that the build cannot succeed. */
  public static final String FAILS = "build-fails";

  private ChainVerdict() {}

  /**
   * @param alone with the verdict on it as if nothing were needed to build it
   * @param ruledOut whether the user lets pip take no wheel of a package
   */
  static Verdict of(Cell alone, BuildEnvironment environment, Predicate<PackageName> ruledOut) {
    Verdict verdict = alone.verdict();
    String title = alone.title();
    if (verdict.kind() == VerdictClass.UNUSABLE) {
      return verdict;
    }
    Optional<String> obstacle = environment.obstacle(title);
    if (obstacle.isPresent()) {
      return verdict.as(VerdictClass.UNUSABLE, new Reason(FAILS, "", obstacle.get()));
    }
    Verdict reckoned = verdict;
    for (BuildEnvironment.Link link : environment.compiled(title)) {
      String message =
          "builds "
              + link.built().title()
              + " first"
              + (link.forWhat().equals(title) ? "" : " for " + link.forWhat())
              + (ruledOut.test(link.built().file().project())
                  ? ", whose wheels are ruled out"
                  : ", which has no wheel for " + name(alone.target()))
              + ": "
              + cost(link.built());
      reckoned = reckoned.as(kind(reckoned, link.built()), new Reason("built-with", "", message));
    }
    return reckoned;
  }

  private static VerdictClass kind(Verdict before, BuildDependency built) {
    return built.needs().known() && before.kind() != VerdictClass.UNKNOWN
        ? VerdictClass.SOURCE_BUILD
        : VerdictClass.UNKNOWN;
  }

  /** {@code about 4 minutes, with c, c++ and openblas}. */
  private static String cost(BuildDependency built) {
    Set<String> wanted = new LinkedHashSet<>(built.needs().buildTools());
    wanted.addAll(built.needs().buildLibraries());
    return "about "
        + Words.time(built.time().orElseThrow().seconds())
        + (built.needs().known()
            ? ", with " + Wording.list(List.copyOf(wanted))
            : ", and no rule says with which libraries");
  }

  /** {@code Python 3.11 on musl arm64}. */
  private static String name(TargetPlatform target) {
    return "Python "
        + target.python().series()
        + " on "
        + (target.libc().kind() == Libc.Kind.MUSL ? "musl " : "glibc ")
        + target.architecture().engineName();
  }
}
