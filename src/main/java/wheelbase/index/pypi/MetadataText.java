package wheelbase.index.pypi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import wheelbase.index.CoreMetadata;
import wheelbase.index.CoreMetadata.Provenance;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep508.Requirement;

/**
 * Core metadata as it was written, before its parts are parsed: what is cached.
 *
 * @param requires Requires-Dist
 * @param extras Provides-Extra
 */
record MetadataText(
    List<String> requires,
    List<String> extras,
    Optional<String> requiresPython,
    Provenance provenance) {

  MetadataText {
    requires = List.copyOf(requires);
    extras = List.copyOf(extras);
  }

  static MetadataText of(MetadataFields fields, Provenance provenance) {
    return new MetadataText(
        fields.all("Requires-Dist"),
        fields.all("Provides-Extra"),
        fields.first("Requires-Python"),
        provenance);
  }

  byte[] toBytes() {
    return new Packing.Writer()
        .texts(requires)
        .texts(extras)
        .optional(requiresPython)
        .text(provenance.name())
        .toBytes();
  }

  /** Empty where the bytes are damaged, or of another version of this program. */
  static Optional<MetadataText> fromBytes(byte[] bytes) {
    try {
      Packing.Reader reader = new Packing.Reader(bytes);
      return Optional.of(
          new MetadataText(
              reader.texts(),
              reader.texts(),
              reader.optionalText(),
              Provenance.valueOf(reader.text())));
    } catch (Packing.DamagedException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  /**
   * Parses the parts. A line that cannot be read is left out, as is an unreadable Requires-Python.
   *
   * @param parsed requirements parsed before: the releases of a project share most of theirs
   */
  CoreMetadata parse(ConcurrentMap<String, Optional<Requirement>> parsed) {
    List<Requirement> requirements = new ArrayList<>(requires.size());
    for (String line : requires) {
      parsed.computeIfAbsent(line, MetadataText::requirement).ifPresent(requirements::add);
    }
    Set<String> names = new LinkedHashSet<>();
    extras.forEach(extra -> names.add(normalized(extra)));
    return new CoreMetadata(
        requirements, names, requiresPython.flatMap(MetadataText::specifiers), provenance);
  }

  CoreMetadata parse() {
    return parse(new ConcurrentHashMap<>());
  }

  private static Optional<Requirement> requirement(String line) {
    try {
      return Optional.of(Requirement.parse(line));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<SpecifierSet> specifiers(String text) {
    try {
      return Optional.of(SpecifierSet.parse(text));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static String normalized(String extra) {
    return extra.strip().replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
  }
}
