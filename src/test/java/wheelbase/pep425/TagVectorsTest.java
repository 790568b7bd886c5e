package wheelbase.pep425;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.testing.VectorRun;
import wheelbase.testing.VectorTest;

class TagVectorsTest {
  private static final PackageName FOO = new PackageName("foo");
  private static final Pattern PLATFORM =
      Pattern.compile("(manylinux|musllinux|macosx)_(\\d+)_(\\d+)_(.+)");
  private static final Map<JsonNode, SupportedTags> SUPPORTED = new ConcurrentHashMap<>();

  @VectorTest("tags.jsonl")
  void agreesWithPackagingAndPip(VectorRun run) {
    run.check(TagVectorsTest::expected, TagVectorsTest::actual);
  }

  private static Object expected(JsonNode vector) {
    return switch (vector.path("op").asText()) {
      case "compatible", "pip_platform_compatible" -> vector.path("compatible").asBoolean();
      case "platforms" -> texts(vector.path("platforms"));
      case "pip_platform_expand" -> texts(vector.path("expanded"));
      case "tag_order" -> texts(vector.path("tags"));
      case "tag_count" ->
          List.of(
              vector.path("count").asInt(),
              texts(vector.path("first")),
              texts(vector.path("last")));
      case "parse_wheel" ->
          vector.path("valid").asBoolean()
              ? List.of(
                  vector.path("name").asText(),
                  vector.path("version").asText(),
                  vector.path("build").isNull()
                      ? ""
                      : vector.path("build").get(0).asText()
                          + "|"
                          + vector.path("build").get(1).asText(),
                  texts(vector.path("tags")))
              : "invalid";
      case "parse_sdist" ->
          vector.path("valid").asBoolean()
              ? List.of(vector.path("name").asText(), vector.path("version").asText())
              : "invalid";
      case "select" -> Selection.expected(vector);
      default -> throw new IllegalArgumentException("unknown op in " + vector);
    };
  }

  private static Object actual(JsonNode vector) {
    return switch (vector.path("op").asText()) {
      case "compatible" -> fits(vector, supported(vector.path("target")));
      case "pip_platform_compatible" -> {
        int minor = Integer.parseInt(vector.path("python").asText().substring(1));
        List<String> platforms = PipPlatformOption.expand(texts(vector.path("platforms")));
        yield fits(vector, SupportedTags.ofCPython3(minor, false, platforms));
      }
      case "platforms" -> platforms(vector.path("target").path("platform").asText());
      case "pip_platform_expand" -> PipPlatformOption.expand(texts(vector.path("platforms")));
      case "tag_order" -> tags(vector);
      case "tag_count" -> {
        List<String> tags = tags(vector);
        int last = tags.size() - texts(vector.path("last")).size();
        yield List.of(
            tags.size(),
            tags.subList(0, texts(vector.path("first")).size()),
            tags.subList(last, tags.size()));
      }
      case "parse_wheel" ->
          WheelFileName.tryParse(vector.path("filename").asText())
              .<Object>map(TagVectorsTest::parts)
              .orElse("invalid");
      case "parse_sdist" ->
          SdistFileName.parse(vector.path("filename").asText())
              .<Object>map(sdist -> List.of(sdist.name(), sdist.version().toString()))
              .orElse("invalid");
      case "select" -> Selection.actual(vector, supported(vector.path("target")));
      default -> throw new IllegalArgumentException("unknown op in " + vector);
    };
  }

  private static boolean fits(JsonNode vector, SupportedTags supported) {
    return supported.rank(WheelFileName.parse(vector.path("wheel").asText())).isPresent();
  }

  private static List<String> tags(JsonNode vector) {
    return supported(vector.path("target")).tags().stream().map(Object::toString).toList();
  }

  private static List<Object> parts(WheelFileName wheel) {
    return List.of(
        wheel.name(),
        wheel.version().toString(),
        wheel.buildTag().map(build -> build.number() + "|" + build.rest()).orElse(""),
        wheel.tags().stream().map(Object::toString).sorted().toList());
  }

  private static SupportedTags supported(JsonNode target) {
    return SUPPORTED.computeIfAbsent(
        target,
        key -> {
          String python = key.path("python").asText();
          boolean freeThreaded = python.endsWith("t");
          int minor = Integer.parseInt(python.substring(2).replace("t", ""));
          return SupportedTags.ofCPython3(
              minor, freeThreaded, platforms(key.path("platform").asText()));
        });
  }

  private static List<String> platforms(String platform) {
    Matcher parts = PLATFORM.matcher(platform);
    if (!parts.matches()) {
      return List.of(platform);
    }
    int major = Integer.parseInt(parts.group(2));
    int minor = Integer.parseInt(parts.group(3));
    return switch (parts.group(1)) {
      case "manylinux" -> LinuxPlatformTags.glibc(minor, parts.group(4));
      case "musllinux" -> LinuxPlatformTags.musl(major, minor, parts.group(4));
      default -> MacPlatformTags.of(major, minor, parts.group(4));
    };
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** pip's choice among the files of a page, made with the values of this package. */
  private static final class Selection {
    private record Candidate(String file, Version version, FileRank rank) {}

    private final JsonNode vector;
    private final SupportedTags supported;
    private final Map<String, String> skipped = new TreeMap<>();
    private final List<Candidate> candidates = new ArrayList<>();

    private Selection(JsonNode vector, SupportedTags supported) {
      this.vector = vector;
      this.supported = supported;
    }

    static Object expected(JsonNode vector) {
      Map<String, String> skipped = new TreeMap<>();
      vector
          .path("skipped")
          .forEach(entry -> skipped.put(entry.get(0).asText(), entry.get(1).asText()));
      return List.of(vector.path("best").asText(), texts(vector.path("ranking")), skipped);
    }

    static Object actual(JsonNode vector, SupportedTags supported) {
      Selection selection = new Selection(vector, supported);
      vector.path("files").forEach(selection::judge);
      return selection.choice();
    }

    private void judge(JsonNode file) {
      String name = file.path("file").asText();
      Optional<String> reason = add(file, name);
      reason.ifPresent(id -> skipped.put(name, id));
    }

    private Optional<String> add(JsonNode file, String name) {
      boolean wheel = name.endsWith(".whl");
      boolean yanked = file.has("yanked") && !file.path("yanked").isNull();
      Candidate candidate;
      if (wheel) {
        if (!allowed("binary")) {
          return Optional.of("format");
        }
        Optional<WheelFileName> parsed = WheelFileName.tryParse(name);
        if (!parsed.map(WheelFileName::name).equals(Optional.of(FOO.value()))) {
          return Optional.of("invalid");
        }
        if (supported.rank(parsed.get()).isEmpty()) {
          return Optional.of("platform");
        }
        FileRank rank =
            FileRank.ofWheel(
                parsed.get(),
                supported.rank(parsed.get()).getAsInt(),
                yanked,
                vector.path("prefer_binary").asBoolean());
        candidate = new Candidate(name, parsed.get().version(), rank);
      } else {
        if (!allowed("source")
            || !SdistFileName.isArchive(name)
            || name.contains("macosx10") && name.endsWith(".zip")) {
          return Optional.of("format");
        }
        Optional<SdistFileName> parsed = SdistFileName.parse(name, FOO);
        if (parsed.isEmpty()) {
          return Optional.of(
              !name.toLowerCase(Locale.ROOT).startsWith("foo-")
                  ? "invalid"
                  : runsOn(file) ? "invalid-version" : "requires-python");
        }
        if (parsed.get().python().filter(bound -> !bound.equals(python())).isPresent()) {
          return Optional.of("platform");
        }
        candidate =
            new Candidate(
                name, parsed.get().version(), FileRank.ofSdist(parsed.get().version(), yanked));
      }
      if (!runsOn(file)) {
        return Optional.of("requires-python");
      }
      candidates.add(candidate);
      return Optional.empty();
    }

    private boolean allowed(String format) {
      return !vector.has("formats") || texts(vector.path("formats")).contains(format);
    }

    private boolean runsOn(JsonNode file) {
      return SpecifierSet.tryParse(file.path("requires_python").asText(""))
          .map(set -> set.admits(Version.parse(python() + ".0")))
          .orElse(true);
    }

    private String python() {
      return vector.path("target").path("python").asText().replace("t", "");
    }

    private Object choice() {
      List<Candidate> ranking =
          SpecifierSet.parse(vector.path("spec").asText(""))
              .filter(candidates, Candidate::version, Optional.empty())
              .stream()
              .sorted(Comparator.comparing(Candidate::rank, Comparator.reverseOrder()))
              .toList();
      return List.of(
          ranking.isEmpty() ? "null" : ranking.get(0).file(),
          ranking.stream().map(Candidate::file).toList(),
          skipped);
    }
  }
}
