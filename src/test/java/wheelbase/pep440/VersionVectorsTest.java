package wheelbase.pep440;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import wheelbase.testing.VectorRun;
import wheelbase.testing.VectorTest;

class VersionVectorsTest {
  @VectorTest("versions.jsonl")
  void agreesWithPackaging(VectorRun run) {
    run.check(VersionVectorsTest::expected, VersionVectorsTest::actual);
  }

  private static Object expected(JsonNode vector) {
    return switch (vector.path("op").asText()) {
      case "parse" -> vector.path("valid").asBoolean() ? expectedParts(vector) : "invalid";
      case "normalize" ->
          List.of(
              vector.path("normalized").asText(),
              vector.path("public").asText(),
              vector.path("base").asText(),
              vector.path("canonical").asText());
      case "canonicalize_version" -> vector.path("expected").asText();
      case "compare" -> vector.path("result").asInt();
      case "sort" -> texts(vector.path("expected"));
      default -> throw new IllegalArgumentException("unknown op in " + vector);
    };
  }

  private static Object actual(JsonNode vector) {
    return switch (vector.path("op").asText()) {
      case "parse" ->
          Version.tryParse(vector.path("input").asText())
              .<Object>map(VersionVectorsTest::parts)
              .orElse("invalid");
      case "normalize" -> {
        Version version = Version.parse(vector.path("input").asText());
        yield List.of(
            version.toString(),
            version.publicVersion().toString(),
            version.base().toString(),
            version.canonicalText());
      }
      case "canonicalize_version" -> {
        String input = vector.path("input").asText();
        yield Version.tryParse(input).map(Version::canonicalText).orElse(input);
      }
      case "compare" -> compare(vector);
      case "sort" -> {
        List<String> sorted = new ArrayList<>(texts(vector.path("input")));
        sorted.sort(Comparator.comparing(Version::parse));
        yield sorted;
      }
      default -> throw new IllegalArgumentException("unknown op in " + vector);
    };
  }

  private static int compare(JsonNode vector) {
    Version first = Version.parse(vector.path("a").asText());
    Version second = Version.parse(vector.path("b").asText());
    int result = Integer.signum(first.compareTo(second));
    if ((result == 0) != first.equals(second)
        || result == 0 && first.hashCode() != second.hashCode()
        || Integer.signum(second.compareTo(first)) != -result) {
      throw new IllegalStateException("order, equality and hash code disagree");
    }
    return result;
  }

  private static Object expectedParts(JsonNode vector) {
    JsonNode pre = vector.path("pre");
    return List.of(
        vector.path("epoch").asText(),
        String.join(".", texts(vector.path("release"))),
        pre.isNull() ? "" : pre.get(0).asText() + pre.get(1).asText(),
        orEmpty(vector.path("post")),
        orEmpty(vector.path("dev")),
        orEmpty(vector.path("local")),
        vector.path("is_prerelease").asBoolean(),
        vector.path("is_postrelease").asBoolean(),
        vector.path("is_devrelease").asBoolean());
  }

  private static Object parts(Version version) {
    String base = version.base().toString();
    return List.of(
        version.epoch().toString(),
        base.substring(base.indexOf('!') + 1),
        version.pre().orElse(""),
        orEmpty(version.post()),
        orEmpty(version.dev()),
        version.local().orElse(""),
        version.isPrerelease(),
        version.isPostrelease(),
        version.isDevrelease());
  }

  private static String orEmpty(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }

  private static String orEmpty(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toList());
  }
}
