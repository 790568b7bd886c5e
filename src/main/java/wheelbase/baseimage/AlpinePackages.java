package wheelbase.baseimage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Alpine's packages weigh, estimated from what the same software weighs on Debian: an index of
 * Alpine was not at hand when the tables were made.
 */
final class AlpinePackages {
  /**
   * Seen in public build logs: from 0.1 for postgresql-client, which needs no perl there, to 0.85
   * for g++. One factor for all is right within a half, and it moves images by a few megabytes.
   */
  static final double SHARE_OF_DEBIAN = 0.6;

  private static final class Shipped {
    static final AlpinePackages INSTANCE =
        new AlpinePackages(ShippedData.read("alpine.json"), ShippedData.read("alpine-twins.json"));
  }

  private final JsonNode table;
  private final JsonNode debianTwins;

  private AlpinePackages(JsonNode table, JsonNode debianTwins) {
    this.table = table;
    this.debianTwins = debianTwins;
  }

  static AlpinePackages shipped() {
    return Shipped.INSTANCE;
  }

  Set<String> presentIn(BaseImage image) {
    Set<String> present = new HashSet<>(ShippedData.texts(table.get("present")));
    if (image.python().minor() <= 12) {
      present.addAll(ShippedData.texts(table.get("present_until_3.12")));
    }
    return present;
  }

  boolean knows(String name) {
    return debianTwins.has(name);
  }

  PackageWeight weigh(BaseImage image, Collection<String> names) {
    Set<String> present = presentIn(image);
    List<String> added = names.stream().filter(name -> !present.contains(name)).sorted().toList();
    Map<String, List<String>> twins = new HashMap<>();
    for (String name : added) {
      if (knows(name)) {
        twins.put(name, ShippedData.texts(debianTwins.get(name)));
      }
    }
    return PackageWeight.ofTwins(image, added, twins, SHARE_OF_DEBIAN);
  }
}
