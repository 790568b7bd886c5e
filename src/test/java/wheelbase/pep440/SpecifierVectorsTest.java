package wheelbase.pep440;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import wheelbase.testing.VectorRun;
import wheelbase.testing.VectorTest;

class SpecifierVectorsTest {
  @VectorTest("specifiers.jsonl")
  void agreesWithPackaging(VectorRun run) {
    run.check(SpecifierVectorsTest::expected, SpecifierVectorsTest::actual);
  }

  private static Object expected(JsonNode vector) {
    return switch (vector.path("op").asText()) {
      case "parse" ->
          vector.path("valid").asBoolean()
              ? List.of(
                  vector.path("normalized").asText(),
                  vector.path("count").asInt(),
                  flag(vector.path("prereleases")),
                  vector.path("unsatisfiable").asBoolean())
              : "invalid";
      case "contains" -> vector.path("contains").asBoolean();
      case "filter" -> texts(vector.path("result"));
      default -> throw new IllegalArgumentException("unknown op in " + vector);
    };
  }

  private static Object actual(JsonNode vector) {
    String text = vector.path("spec").asText();
    Optional<SpecifierSet> parsed = SpecifierSet.tryParse(text);
    if (parsed.isEmpty()) {
      return "invalid";
    }
    SpecifierSet set = parsed.get();
    return switch (vector.path("op").asText()) {
      case "parse" -> List.of(set.toString(), set.size(), set.prereleases(), set.isUnsatisfiable());
      case "contains" -> {
        String version = vector.path("version").asText();
        boolean contained = set.containsText(version, flag(vector.path("prereleases")));
        checkAgainstValues(set, version, flag(vector.path("prereleases")), contained);
        yield contained;
      }
      case "filter" ->
          set.filterTexts(texts(vector.path("versions")), flag(vector.path("prereleases")));
      default -> throw new IllegalArgumentException("unknown op in " + vector);
    };
  }

  /** The ways to ask the same must agree where no text comparison is involved. */
  private static void checkAgainstValues(
      SpecifierSet set, String text, Optional<Boolean> prereleases, boolean contained) {
    Optional<Version> version = Version.tryParse(text);
    if (version.isPresent() && set.range().isPresent()) {
      boolean admitted = set.admits(version.get());
      if (set.contains(version.get(), prereleases) != contained
          || set.range().get().contains(version.get()) != admitted
          || contained && !admitted) {
        throw new IllegalStateException("admits, contains and range disagree");
      }
    }
  }

  private static Optional<Boolean> flag(JsonNode value) {
    return value.isBoolean() ? Optional.of(value.asBoolean()) : Optional.empty();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
