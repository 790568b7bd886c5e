package wheelbase.resolver;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import wheelbase.index.ReleaseFile;

/**
 * The digests that a package's file may have, by algorithm: what {@code --hash} gives. Without any,
 * every file may be taken (pip's {@code Hashes}).
 */
public record Hashes(Map<String, Set<String>> digests) {
  public static final Hashes NONE = new Hashes(Map.of());

  public Hashes {
    Map<String, Set<String>> copy = new HashMap<>();
    digests.forEach((algorithm, values) -> copy.put(algorithm, Set.copyOf(values)));
    digests = Map.copyOf(copy);
  }

  /**
   * @param given {@code algorithm:digest} each
   */
  public static Hashes of(Collection<String> given) {
    Map<String, Set<String>> digests = new HashMap<>();
    for (String hash : given) {
      int colon = hash.indexOf(':');
      digests
          .computeIfAbsent(hash.substring(0, colon), algorithm -> new HashSet<>())
          .add(hash.substring(colon + 1).toLowerCase(Locale.ROOT));
    }
    return new Hashes(digests);
  }

  public boolean areGiven() {
    return !digests.isEmpty();
  }

  /**
   * What both allow. Without an algorithm in common that is everything, as pip has it; two lists
   * with nothing in common allow nothing.
   */
  Hashes and(Hashes other) {
    if (!areGiven() || !other.areGiven()) {
      return areGiven() ? this : other;
    }
    Map<String, Set<String>> common = new HashMap<>();
    digests.forEach(
        (algorithm, values) -> {
          if (other.digests.containsKey(algorithm)) {
            Set<String> both = new HashSet<>(values);
            both.retainAll(other.digests.get(algorithm));
            common.put(algorithm, both);
          }
        });
    return new Hashes(common);
  }

  /** Whether one of the file's digests, as its page gives them, is among these. */
  public boolean allow(ReleaseFile file) {
    return file.hashes().entrySet().stream()
        .anyMatch(
            digest ->
                digests
                    .getOrDefault(digest.getKey(), Set.of())
                    .contains(digest.getValue().toLowerCase(Locale.ROOT)));
  }
}
