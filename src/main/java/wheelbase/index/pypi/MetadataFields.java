package wheelbase.index.pypi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a METADATA or PKG-INFO file ("Core metadata specifications"): mail headers up to
 * the first empty line.
 */
final class MetadataFields {
  private final Map<String, List<String>> values = new HashMap<>();

  private MetadataFields() {}

  static MetadataFields parse(String text) {
    MetadataFields fields = new MetadataFields();
    String name = "";
    StringBuilder value = new StringBuilder();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (line.isEmpty()) {
        break;
      }
      boolean continued = line.charAt(0) == ' ' || line.charAt(0) == '\t';
      int colon = continued ? -1 : line.indexOf(':');
      if (colon > 0) {
        fields.add(name, value.toString());
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        value.setLength(0);
        value.append(line.substring(colon + 1).strip());
      } else if (continued) {
        value.append(' ').append(line.strip());
      }
    }
    fields.add(name, value.toString());
    return fields;
  }

  private void add(String name, String value) {
    if (!name.isEmpty()) {
      values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
  }

  List<String> all(String name) {
    return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /**
   * Empty where the field is not there, or holds {@code UNKNOWN}, as old tools wrote for nothing.
   */
  Optional<String> first(String name) {
    return all(name).stream().findFirst().filter(value -> !value.equals("UNKNOWN"));
  }

  boolean isCoreMetadata() {
    return first("Metadata-Version").isPresent() && first("Name").isPresent();
  }
}
