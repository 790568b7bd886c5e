package wheelbase.baseimage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wheelbase.platform.DistributionRelease;

/**
 * What Ubuntu's packages weigh, estimated: as those of Debian 13 do, from which most are made and
 * whose names they mostly have. An index of Ubuntu was not at hand when the tables were made.
 */
final class UbuntuPackages {
  private static final class Shipped {
    static final UbuntuPackages INSTANCE =
        new UbuntuPackages(ShippedData.read("ubuntu-twins.json"));
  }

  private final JsonNode debianTwins;

  private UbuntuPackages(JsonNode debianTwins) {
    this.debianTwins = debianTwins;
  }

  static UbuntuPackages shipped() {
    return Shipped.INSTANCE;
  }

  /** An image is taken to have what Debian's slim one has: what else is in it nobody told. */
  PackageWeight weigh(BaseImage image, Collection<String> names) {
    DebianPackages debian = DebianPackages.of(DistributionRelease.DEBIAN_13);
    Set<String> present = debian.presentIn(image);
    List<String> added =
        names.stream().filter(name -> !present.contains(name)).distinct().sorted().toList();
    Map<String, List<String>> twins = new HashMap<>();
    for (String name : added) {
      if (debianTwins.has(name)) {
        twins.put(name, ShippedData.texts(debianTwins.get(name)));
      } else if (debian.knows(name)) {
        twins.put(name, List.of(name));
      }
    }
    return PackageWeight.ofTwins(image, added, twins, 1);
  }
}
