package wheelbase.requirements;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.Marker;
import wheelbase.pep508.PackageName;
import wheelbase.testing.VectorRun;
import wheelbase.testing.VectorTest;

/** Whole files against the answers of pip 26.3. */
class RequirementsFileVectorsTest {
  /** What pip says only when it resolves; the vectors stop before. */
  private static final Set<String> LATER_IN_PIP =
      Set.of("unnamed-constraint", "constraint-with-extras");

  /** Where a word of wheelbase is more exact than that of the vectors. */
  private static final Map<String, String> KINDS =
      Map.of(
          "missing-include", "missing-requirements-file",
          "include-cycle", "recursion",
          "config-settings-format", "hash-format",
          "unknown-feature", "invalid-requirement",
          "not-installable-directory", "invalid-requirement");

  @TempDir Path directory;

  @VectorTest("requirements-files/cases.jsonl")
  void filesAreReadAsPipReadsThem(VectorRun run) {
    run.check(this::expected, this::actual);
  }

  /** What of a case is compared; of requirements and constraints those before the first error. */
  private record Answer(
      List<String> requirements,
      List<String> constraints,
      Optional<String> firstError,
      Optional<Map<String, Object>> options) {}

  private Path root(JsonNode vector) {
    return directory.resolve("parent").resolve(vector.path("id").asText().replaceAll("\\W", "_"));
  }

  private String here(JsonNode vector, String text) {
    Path root = root(vector);
    return text.replace("file:///PARENT-OF-ROOT/", "file://" + root.getParent() + "/")
        .replaceAll("/ROOT\\b(?!-)", root.toString());
  }

  private Object expected(JsonNode vector) {
    JsonNode expected = vector.path("expected");
    var requirements = new ArrayList<String>();
    var constraints = new ArrayList<String>();
    for (JsonNode one : expected.path("requirements")) {
      String place = one.path("file").asText().replace("file://", "") + ":" + one.path("line");
      if (one.has("error")) {
        String error = one.path("error").path("kind").asText() + " " + place;
        return new Answer(requirements, constraints, Optional.of(error), options(vector, expected));
      }
      (one.path("constraint").asBoolean() ? constraints : requirements)
          .add(place + " " + here(vector, described(one)));
    }
    Optional<String> error =
        expected.has("error")
            ? Optional.of(expected.path("error").path("kind").asText())
            : Optional.empty();
    return new Answer(requirements, constraints, error, options(vector, expected));
  }

  private static String described(JsonNode one) {
    JsonNode parsed = one.path("parsed");
    var hashes = new TreeSet<String>();
    one.path("options")
        .path("hashes")
        .properties()
        .forEach(
            entry ->
                entry.getValue().forEach(hash -> hashes.add(entry.getKey() + ":" + hash.asText())));
    var settings = new TreeMap<String, String>();
    one.path("options")
        .path("config_settings")
        .properties()
        .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
    var extras = new TreeSet<String>();
    parsed.path("extras").forEach(extra -> extras.add(PackageName.normalize(extra.asText())));
    String name = parsed.path("name").isTextual() ? parsed.path("name").asText() : "";
    return List.of(
            one.path("requirement").asText(),
            one.path("editable").asBoolean(),
            hashes,
            settings,
            name.isEmpty() ? "" : PackageName.normalize(name),
            parts(parsed.path("specifier").asText("")),
            parsed.path("url").asText(""),
            extras,
            parsed.path("marker").isTextual() ? parsed.path("marker").asText() : "",
            parsed.path("link").asText(""))
        .toString();
  }

  private static Set<String> parts(String specifiers) {
    return specifiers.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(specifiers.split(",")));
  }

  private static String described(DeclaredRequirement one) {
    return List.of(
            one.text(),
            one.editable(),
            new TreeSet<>(one.hashes()),
            new TreeMap<>(one.configSettings()),
            one.requirement().map(parsed -> parsed.name().value()).orElse(""),
            parts(one.requirement().map(parsed -> parsed.specifier().toString()).orElse("")),
            one.requirement().flatMap(parsed -> parsed.url()).orElse(""),
            new TreeSet<>(one.extras()),
            one.marker().map(Marker::toString).orElse(""),
            one.link().orElse(""))
        .toString();
  }

  /** Empty where pip stopped reading: what it would have read further on it does not say. */
  private Optional<Map<String, Object>> options(JsonNode vector, JsonNode expected) {
    if (expected.has("error")) {
      return Optional.empty();
    }
    var options = new TreeMap<String, Object>();
    expected
        .path("options")
        .properties()
        .forEach(entry -> options.put(entry.getKey(), here(vector, entry.getValue().toString())));
    return Optional.of(options);
  }

  private static Map<String, Object> options(ReaderOptions options) {
    var described = new TreeMap<String, Object>();
    var indexes = new ArrayList<String>();
    if (!options.sources().noIndex()) {
      indexes.add(options.sources().indexUrl().orElse("DEFAULT"));
      indexes.addAll(options.sources().extraIndexUrls());
    }
    described.put("index_urls", json(indexes));
    putList(described, "find_links", options.sources().findLinks());
    putFlag(described, "no_index", options.sources().noIndex());
    putList(described, "no_binary", new TreeSet<>(options.noBinary()));
    putList(described, "only_binary", new TreeSet<>(options.onlyBinary()));
    putFlag(described, "prefer_binary", options.preferBinary());
    putList(described, "all_releases", new TreeSet<>(options.allReleases()));
    putList(described, "only_final", new TreeSet<>(options.onlyFinal()));
    putFlag(described, "require_hashes", options.requireHashes());
    putFlag(described, "no_require_hashes", options.noRequireHashes());
    putList(described, "use_feature", options.features());
    putList(described, "trusted_hosts", options.sources().trustedHosts());
    return described;
  }

  private static void putList(
      Map<String, Object> described, String key, Collection<String> values) {
    if (!values.isEmpty()) {
      described.put(key, json(values));
    }
  }

  private static void putFlag(Map<String, Object> described, String key, boolean value) {
    if (value) {
      described.put(key, "true");
    }
  }

  private static String json(Collection<String> values) {
    return values.stream()
        .map(value -> '"' + value + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }

  private Object actual(JsonNode vector) {
    var expected = (Answer) expected(vector);
    ProjectRequirements read = read(vector);
    return new Answer(
        described(read.requirements(), expected.requirements(), expected.firstError()),
        described(read.constraints(), expected.constraints(), expected.firstError()),
        read.diagnostics().stream()
            .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
            .filter(diagnostic -> !LATER_IN_PIP.contains(diagnostic.id()))
            .findFirst()
            .map(first -> described(first, expected.firstError())),
        expected.options().isEmpty() ? Optional.empty() : Optional.of(options(read.options())));
  }

  /** Those before the first error; all where there is none. */
  private static List<String> described(
      List<DeclaredRequirement> read, List<String> expected, Optional<String> error) {
    return read.stream()
        .limit(error.isPresent() ? expected.size() : Long.MAX_VALUE)
        .map(one -> place(one.place()) + " " + described(one))
        .toList();
  }

  /** pip names the first of joined lines. */
  private static String place(SourceSpan at) {
    return at.file() + ":" + at.logicalLine();
  }

  /** With its place where the vectors name one. */
  private static String described(Diagnostic error, Optional<String> expected) {
    String kind = KINDS.getOrDefault(error.id(), error.id());
    boolean placed = expected.map(text -> text.contains(" ")).orElse(true);
    return placed ? kind + error.place().map(at -> " " + place(at)).orElse("") : kind;
  }

  private ProjectRequirements read(JsonNode vector) {
    Path root = root(vector);
    try {
      for (var file : vector.path("files").properties()) {
        Path path = root.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, content(vector, file.getValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var environment = new HashMap<String, String>();
    vector
        .path("env")
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
    var entry = List.of(Path.of(vector.path("entry").asText()));
    boolean constraint = vector.path("constraint").asBoolean();
    return new RequirementsReader(root, FileReader.disk(), environment)
        .read(constraint ? List.of() : entry, constraint ? entry : List.of());
  }

  private byte[] content(JsonNode vector, JsonNode file) {
    return file.has("text")
        ? here(vector, file.path("text").asText()).getBytes(StandardCharsets.UTF_8)
        : Base64.getDecoder().decode(file.path("base64").asText());
  }
}
