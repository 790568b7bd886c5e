package wheelbase.baseimage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;

/** Reads {@code catalogue.json}. */
final class CatalogueReader {
  private CatalogueReader() {}

  static Catalogue read() {
    JsonNode root = ShippedData.read("catalogue.json");
    Map<String, LocalDate> released = new HashMap<>();
    root.get("pythons")
        .properties()
        .forEach(python -> released.put(python.getKey(), date(python.getValue(), "released")));
    Map<DistributionRelease, LocalDate> longTermSupport = new HashMap<>();
    Map<DistributionRelease, LocalDate> endOfLife = new HashMap<>();
    root.get("distributions")
        .properties()
        .forEach(
            distribution ->
                endOfLife.put(
                    release(distribution.getKey()), date(distribution.getValue(), "end_of_life")));
    root.get("distributions").properties().stream()
        .filter(distribution -> distribution.getValue().has("long_term_support"))
        .forEach(
            distribution ->
                longTermSupport.put(
                    release(distribution.getKey()),
                    date(distribution.getValue(), "long_term_support")));
    List<Catalogue.Entry> entries = new ArrayList<>();
    root.get("images").forEach(image -> entries.add(entry(root, image)));
    return new Catalogue(entries, released, endOfLife, longTermSupport);
  }

  private static Catalogue.Entry entry(JsonNode root, JsonNode image) {
    String series = image.get("python").textValue();
    String variant = image.get("variant").textValue();
    JsonNode python = root.get("pythons").get(series);
    String distribution = root.get("variants").get(variant).textValue();
    String[] numbers = series.split("\\.");
    return new Catalogue.Entry(
        new BaseImage(
            "python:" + series + "-" + variant,
            new PythonRelease(
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]),
                python.get("patch").intValue()),
            variant,
            release(distribution),
            sizes(image.get("on_disk")),
            sizes(image.get("to_pull")),
            date(python, "end_of_life"),
            date(root.get("distributions").get(distribution), "end_of_life")),
        ShippedData.texts(image.get("measured")),
        image.get("as_of").textValue());
  }

  private static DistributionRelease release(String id) {
    return DistributionRelease.ofId(id)
        .orElseThrow(() -> new IllegalStateException("no such distribution release: " + id));
  }

  private static LocalDate date(JsonNode object, String key) {
    return LocalDate.parse(object.get(key).textValue());
  }

  static Map<Architecture, Long> sizes(JsonNode object) {
    Map<Architecture, Long> sizes = new EnumMap<>(Architecture.class);
    for (Architecture architecture : Architecture.values()) {
      sizes.put(architecture, object.get(architecture.engineName()).longValue());
    }
    return sizes;
  }
}
