package wheelbase.baseimage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.platform.DistributionRelease;

/**
 * What Debian's packages weigh and pull in, for one release: a table that {@code
 * scripts/refresh-apt-sizes} makes. Dependencies are Depends and Pre-Depends without Recommends, as
 * {@code apt-get install --no-install-recommends} follows them.
 */
final class DebianPackages {
  private static final Map<DistributionRelease, DebianPackages> READ = new HashMap<>();

  private final JsonNode table;

  private DebianPackages(JsonNode table) {
    this.table = table;
  }

  /** A package, sizes in bytes. */
  record Sizes(long installed, long archive) {}

  /** Read at the first question for that release: most runs ask for one. */
  static synchronized DebianPackages of(DistributionRelease distribution) {
    return READ.computeIfAbsent(
        distribution, release -> new DebianPackages(ShippedData.read(table(release))));
  }

  /** Whether there is a table of that release. */
  static boolean knows(DistributionRelease release) {
    return ShippedData.has(table(release));
  }

  private static String table(DistributionRelease release) {
    return release.id().replace(':', '-') + ".json";
  }

  /** What the base image has already. */
  Set<String> presentIn(BaseImage image) {
    if (image.kind() == BaseImageKind.DISTROLESS) {
      return Distroless.packages();
    }
    Set<String> present = new HashSet<>(ShippedData.texts(table.get("slim")));
    if (image.python().minor() <= 12) {
      present.addAll(ShippedData.texts(table.get("slim_until_3.12")));
    }
    if (image.isFull()) {
      present.addAll(closure(ShippedData.texts(table.get("full")), present).keySet());
    }
    return present;
  }

  /** Whether the release has it, be it under another name. */
  boolean knows(String name) {
    return sizes(real(name)) != null || ShippedData.texts(table.get("slim")).contains(real(name));
  }

  /** The named packages and all that they pull in, less those that are there. */
  SortedMap<String, Sizes> closure(Collection<String> names, Set<String> present) {
    SortedMap<String, Sizes> found = new TreeMap<>();
    Deque<String> waiting = new ArrayDeque<>(names);
    while (!waiting.isEmpty()) {
      String name = real(waiting.pop());
      Sizes sizes = sizes(name);
      if (sizes != null && !present.contains(name) && found.putIfAbsent(name, sizes) == null) {
        waiting.addAll(ShippedData.texts(table.get("packages").get(name).get(2)));
      }
    }
    return found;
  }

  private Sizes sizes(String name) {
    JsonNode line = table.get("packages").get(name);
    return line == null ? null : new Sizes(line.get(0).longValue() * 1024, line.get(1).longValue());
  }

  /** {@code libcurl4} is {@code libcurl4t64} in trixie. */
  private String real(String name) {
    JsonNode virtual = table.get("virtual").get(name);
    return virtual == null ? name : virtual.textValue();
  }
}
