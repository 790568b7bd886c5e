package wheelbase.baseimage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.platform.DistributionRelease;

/**
 * Families of images that are known, and known to be beyond wheelbase: it has no names of their
 * system packages. They stand in {@code limits.json}, each with the reason.
 */
public final class BaseLimits {
  private static final class Shipped {
    static final JsonNode FAMILIES = ShippedData.read("limits.json").get("families");
  }

  private BaseLimits() {}

  /** Why an image cannot be built on; empty where its name does not tell. */
  public static Optional<Diagnostic> of(ImageReference image) {
    String name = image.registry() + "/" + image.repository();
    for (JsonNode family : Shipped.FAMILIES) {
      for (String beginning : ShippedData.texts(family.get("images"))) {
        if (name.startsWith(beginning)) {
          return Optional.of(beyond("`" + image + "`", family));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Why nothing can be built on a distribution.
   *
   * @param release what the user calls it: {@code ubi:9}; or a name that an image gives itself
   */
  public static Diagnostic ofRelease(String release) {
    String typed = release.toLowerCase(Locale.ROOT);
    for (JsonNode family : Shipped.FAMILIES) {
      for (String word : ShippedData.texts(family.get("words"))) {
        if (typed.contains(word)) {
          return beyond("`" + release + "`", family);
        }
      }
    }
    return Diagnostic.error(
            "unknown-release",
            "`" + release + "` is no distribution release whose packages are known here")
        .withHint("there are " + known());
  }

  private static Diagnostic beyond(String what, JsonNode family) {
    return Diagnostic.error(
            "unsupported-base",
            what
                + " is "
                + family.get("title").textValue()
                + ", which wheelbase cannot build on: "
                + family.get("why").textValue())
        .withHint("a base on one of " + known());
  }

  /** The releases that there are, for hints. */
  public static String known() {
    return DistributionRelease.NAMED.stream()
        .map(DistributionRelease::id)
        .collect(Collectors.joining(", "));
  }
}
