package wheelbase.survey;

import java.util.List;
import java.util.Optional;
import wheelbase.buildsystem.BuildEnvironment;
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
   * @param title the package with its version
   */
  static Verdict of(
      Verdict verdict, String title, BuildEnvironment environment, TargetPlatform target) {
    if (verdict.kind() == VerdictClass.UNUSABLE) {
      return verdict;
    }
    Optional<String> obstacle = environment.obstacle(title);
    if (obstacle.isPresent()) {
      return verdict.as(VerdictClass.UNUSABLE, new Reason(FAILS, "", obstacle.get()));
    }
    List<BuildEnvironment.Link> compiled =
        environment.chain(title).stream().filter(link -> link.built().compiles()).toList();
    Verdict reckoned = verdict;
    for (BuildEnvironment.Link link : compiled) {
      reckoned = reckoned.as(kind(reckoned, link), reason(link, title, target));
    }
    return reckoned;
  }

  private static VerdictClass kind(Verdict before, BuildEnvironment.Link link) {
    return link.built().needs().known() && before.kind() != VerdictClass.UNKNOWN
        ? VerdictClass.SOURCE_BUILD
        : VerdictClass.UNKNOWN;
  }

  private static Reason reason(BuildEnvironment.Link link, String title, TargetPlatform target) {
    String first = "builds " + link.built().title() + " first";
    String whom = link.forWhat().equals(title) ? "" : ", for " + link.forWhat();
    String unknown =
        link.built().needs().known() ? "" : ", and no rule says which libraries that needs";
    return new Reason(
        "built-with", "", first + whom + ", which has no wheel for " + name(target) + unknown);
  }

  /** {@code musl arm64}. */
  private static String name(TargetPlatform target) {
    return (target.libc().kind() == Libc.Kind.MUSL ? "musl " : "glibc ")
        + target.architecture().engineName();
  }
}
