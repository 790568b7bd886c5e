package wheelbase.pep425;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The tags that an interpreter on a platform accepts, best first, as packaging 26 orders them (PEP
 * 425, "Use").
 */
public final class SupportedTags {
  /** The first minor release of Python 3 with a stable ABI (PEP 384). */
  private static final int FIRST_STABLE_ABI = 2;

  private final List<Tag> tags;
  private final Map<Tag, Integer> ranks;

  private SupportedTags(Collection<Tag> tags) {
    this.tags = List.copyOf(tags);
    this.ranks = new HashMap<>(2 * tags.size());
    for (int i = 0; i < this.tags.size(); i++) {
      ranks.putIfAbsent(this.tags.get(i), i);
    }
  }

  /**
   * The tags of CPython 3.
   *
   * @param minor the 13 of 3.13
   * @param freeThreaded whether it is the build without the global lock (PEP 703), which has other
   *     ABIs
   * @param platforms the platform tags that fit, best first
   */
  public static SupportedTags ofCPython3(int minor, boolean freeThreaded, List<String> platforms) {
    List<Tag> tags = new ArrayList<>();
    String interpreter = "cp3" + minor;
    String stableAbi = freeThreaded ? "abi3t" : "abi3";
    // Up to 3.7 the ABI's name said that Python's own allocator is used.
    String abi = interpreter + (freeThreaded ? "t" : minor < 8 ? "m" : "");
    for (String ownAbi : List.of(abi, stableAbi, "none")) {
      platforms.forEach(platform -> tags.add(new Tag(interpreter, ownAbi, platform)));
    }
    for (int older = minor - 1; older >= FIRST_STABLE_ABI; older--) {
      String olderInterpreter = "cp3" + older;
      platforms.forEach(platform -> tags.add(new Tag(olderInterpreter, stableAbi, platform)));
    }
    List<String> generic = genericInterpreters(minor);
    for (String python : generic) {
      platforms.forEach(platform -> tags.add(new Tag(python, "none", platform)));
    }
    tags.add(new Tag(interpreter, "none", "any"));
    generic.forEach(python -> tags.add(new Tag(python, "none", "any")));
    return new SupportedTags(tags);
  }

  /** {@code py313 py3 py312 py311 ... py30} */
  private static List<String> genericInterpreters(int minor) {
    List<String> interpreters = new ArrayList<>(List.of("py3" + minor, "py3"));
    for (int older = minor - 1; older >= 0; older--) {
      interpreters.add("py3" + older);
    }
    return interpreters;
  }

  /** Best first. */
  public List<Tag> tags() {
    return tags;
  }

  /** The place of the wheel's best tag in {@link #tags()}, from 0; empty where none fits. */
  public OptionalInt rank(WheelFileName wheel) {
    int best = Integer.MAX_VALUE;
    for (Tag tag : wheel.tags()) {
      best = Math.min(best, ranks.getOrDefault(tag, Integer.MAX_VALUE));
    }
    return best == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(best);
  }
}
