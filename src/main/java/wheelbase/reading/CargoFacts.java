package wheelbase.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import wheelbase.pep440.Version;
import wheelbase.reading.SourceFact.Kind;
import wheelbase.syslibs.Provided;

/**
 * The facts of the Cargo files of an sdist: crates that are linked to a system library, what makes
 * them compile a copy of their own instead, and the oldest Rust that will do.
 */
final class CargoFacts {
  private static final TomlMapper TOML = new TomlMapper();

  /** What a format of the files wants, where no rust-version says more. */
  private static final Map<String, String> EDITIONS = Map.of("2021", "1.56", "2024", "1.85");

  private final Map<String, String> manifests;
  private final Map<String, String> locks;
  private final Provided provided;
  private final Map<String, Set<String>> features = new TreeMap<>();
  private final Set<String> direct = new HashSet<>();

  private CargoFacts(Map<String, String> manifests, Map<String, String> locks, Provided provided) {
    this.manifests = manifests;
    this.locks = locks;
    this.provided = provided;
  }

  /**
   * @param manifests each {@code Cargo.toml} by its path
   * @param locks each {@code Cargo.lock} by its path
   */
  static List<SourceFact> of(
      Map<String, String> manifests, Map<String, String> locks, Provided provided) {
    return new CargoFacts(manifests, locks, provided).facts();
  }

  private List<SourceFact> facts() {
    List<SourceFact> facts = new ArrayList<>();
    manifests.forEach(
        (path, text) -> parsed(text).ifPresent(node -> facts.addAll(manifest(path, text, node))));
    locks.forEach(
        (path, text) -> parsed(text).ifPresent(node -> facts.addAll(lock(path, text, node))));
    return facts;
  }

  private List<SourceFact> manifest(String path, String text, JsonNode node) {
    FactSink sink = new FactSink(path);
    for (String section : List.of("/package", "/workspace/package")) {
      String minimum = node.at(section + "/rust-version").asText("");
      String edition = node.at(section + "/edition").asText("");
      if (minimum.matches("\\d+(\\.\\d+){1,2}")) {
        sink.add(
            Kind.RUST_VERSION,
            minimum,
            true,
            line(text, "rust-version"),
            "rust-version " + minimum);
      } else if (EDITIONS.containsKey(edition)) {
        sink.add(
            Kind.RUST_VERSION,
            EDITIONS.get(edition),
            true,
            line(text, "edition"),
            "edition " + edition);
      }
    }
    dependencies(node.path("dependencies"), true);
    dependencies(node.at("/workspace/dependencies"), false);
    for (Map.Entry<String, JsonNode> target : node.path("target").properties()) {
      if (Reach.of(target.getKey().replaceAll("not\\s*\\(", "not ")) != Reach.NEVER) {
        dependencies(target.getValue().path("dependencies"), false);
      }
    }
    return sink.facts();
  }

  private void dependencies(JsonNode table, boolean certain) {
    for (Map.Entry<String, JsonNode> each : table.properties()) {
      String name = each.getValue().path("package").asText(each.getKey());
      if (certain && !each.getValue().path("optional").asBoolean()) {
        direct.add(name);
      }
      each.getValue()
          .path("features")
          .forEach(
              feature ->
                  features.computeIfAbsent(name, fresh -> new HashSet<>()).add(feature.asText()));
    }
  }

  private List<SourceFact> lock(String path, String text, JsonNode node) {
    FactSink sink = new FactSink(path);
    if (node.path("version").asInt() >= 4) {
      sink.add(Kind.RUST_VERSION, "1.78", true, line(text, "version"), "lock file of version 4");
    }
    Set<String> locked = new HashSet<>();
    node.path("package").forEach(each -> locked.add(each.path("name").asText()));
    for (String crate : locked) {
      Optional<Provided.Crate> known = provided.byCrate(crate);
      if (known.isEmpty()) {
        continue;
      }
      int line = line(text, "name = \"" + crate + "\"");
      String stem = crate.replaceFirst("-sys$", "");
      String feature = known.get().bundledBy();
      boolean brings =
          feature.equals("default")
              || locked.contains(stem + "-src")
              || !feature.isEmpty()
                  && (asked(crate, feature) || asked(stem, feature) || asked("rusqlite", feature));
      if (brings) {
        sink.add(
            Kind.BUNDLED, known.get().library(), true, line, crate + " compiles a copy of its own");
      } else {
        sink.add(Kind.CRATE, crate, direct.contains(crate) || direct.contains(stem), line, crate);
      }
    }
    return sink.facts();
  }

  private boolean asked(String crate, String feature) {
    return features.getOrDefault(crate, Set.of()).contains(feature);
  }

  /** The newest of the Rust versions that are asked for; empty where none is. */
  static Optional<SourceFact> minimum(List<SourceFact> facts) {
    return facts.stream()
        .filter(fact -> fact.kind() == Kind.RUST_VERSION)
        .max(Comparator.comparing(fact -> Version.parse(fact.name())));
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.of(TOML.readTree(text));
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }

  /** The first line that has these words; 0 where none has. */
  static int line(String text, String words) {
    int at = text.indexOf(words);
    return at < 0
        ? 0
        : 1 + (int) text.substring(0, at).chars().filter(each -> each == '\n').count();
  }
}
