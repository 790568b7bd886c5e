package wheelbase.syslibs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;

/** What must hold of every file that lies in {@code rules-db/}. */
class ShippedRulesTest {
  private static final Path RULES = Path.of("rules-db");
  private static final RuleFiles FILES = new RuleFiles(Optional.empty());
  private static final RuleFileReader READER = new RuleFileReader(FILES);

  @ParameterizedTest
  @ValueSource(strings = {"package", "library"})
  void everyFileFollowsItsSchema(String kind) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(RULES.resolve("schema/" + kind + ".schema.json").toUri());
    Path directory = RULES.resolve(kind.equals("package") ? "packages" : "libraries");
    List<String> faults = new ArrayList<>();
    for (Path file : jsonFiles(directory)) {
      JsonNode content = new ObjectMapper().readTree(file.toFile());
      schema.validate(content).forEach(fault -> faults.add(file + ": " + fault));
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("packageNames")
  void theExamplesOfAFileAgreeWithItsRules(PackageName name) {
    RuleBook book = RuleBook.shipped(Optional.empty());
    List<RuleExample> examples = rulesOf(name).examples();
    assertThat(examples).isNotEmpty();
    assertThat(examples)
        .allSatisfy(example -> assertThat(example.disagreements(name, book)).isEmpty());
  }

  @Test
  void nothingIsToBeMended() {
    List<Diagnostic> findings = RuleLint.of(RuleCollection.of(Optional.empty())).findings();
    assertThat(findings).filteredOn(each -> each.severity() != Severity.NOTE).isEmpty();
  }

  @Test
  void theKeysOfAPackageAreInTheOrderOfTheSchema() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode schema = json.readTree(RULES.resolve("schema/package.schema.json").toFile());
    List<String> disordered = new ArrayList<>();
    for (Path file : jsonFiles(RULES.resolve("packages"))) {
      JsonNode content = json.readTree(file.toFile());
      checkOrder(file + "", content, schema, disordered);
      JsonNode ruleSchema = schema.at("/$defs/rule");
      for (JsonNode rule : content.get("rules")) {
        checkOrder(file + " rules", rule, ruleSchema, disordered);
        checkOrder(
            file + " when", rule.path("when"), ruleSchema.at("/properties/when"), disordered);
      }
      for (JsonNode test : content.path("tests")) {
        checkOrder(file + " tests", test, schema.at("/$defs/test"), disordered);
      }
    }
    assertThat(disordered).isEmpty();
  }

  private static void checkOrder(
      String where, JsonNode object, JsonNode schema, List<String> disordered) {
    List<String> wanted = new ArrayList<>();
    schema.get("properties").fieldNames().forEachRemaining(wanted::add);
    List<String> found = new ArrayList<>();
    object.fieldNames().forEachRemaining(found::add);
    List<String> sorted = found.stream().sorted(Comparator.comparingInt(wanted::indexOf)).toList();
    if (!sorted.equals(found)) {
      disordered.add(where + ": " + found);
    }
  }

  @Test
  void theSchemaNamesTheReleasesThatTheProgramKnows() throws IOException {
    JsonNode definitions =
        new ObjectMapper()
            .readTree(RULES.resolve("schema/package.schema.json").toFile())
            .get("$defs");
    List<String> named = new ArrayList<>();
    definitions.get("distribution").get("enum").forEach(id -> named.add(id.asText()));
    List<String> families = new ArrayList<>();
    definitions
        .get("distribution_or_family")
        .get("anyOf")
        .get(1)
        .get("enum")
        .forEach(id -> families.add(id.asText()));
    assertThat(named).containsExactlyElementsOf(Releases.shipped().ids());
    named.addAll(families);
    assertThat(named).containsExactlyInAnyOrderElementsOf(Releases.shipped().keys());
  }

  @Test
  void everyLibraryIsKnownOnEveryReleaseOfTheOfficialImage() {
    List<String> unknown = new ArrayList<>();
    for (String id : libraryIds()) {
      SystemLibrary library =
          READER.readLibrary(id, FILES.read(RuleFiles.LIBRARIES, id).orElseThrow());
      DistributionRelease.SUPPORTED.stream()
          .filter(release -> library.on(release).isEmpty())
          .forEach(release -> unknown.add(id + " on " + release.id()));
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void thereIsEnoughOfIt() throws IOException {
    assertThat(packageNames().count()).isGreaterThanOrEqualTo(550);
    assertThat(libraryIds()).hasSizeGreaterThanOrEqualTo(205);
  }

  static Stream<PackageName> packageNames() {
    return jsonFiles(RULES.resolve("packages")).stream()
        .map(file -> new PackageName(baseName(file)));
  }

  private static List<String> libraryIds() {
    return jsonFiles(RULES.resolve("libraries")).stream().map(ShippedRulesTest::baseName).toList();
  }

  private static PackageRules rulesOf(PackageName name) {
    return READER.readPackage(name, FILES.read(RuleFiles.PACKAGES, name.value()).orElseThrow());
  }

  private static String baseName(Path file) {
    return file.getFileName().toString().replaceFirst("\\.json$", "");
  }

  private static List<Path> jsonFiles(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
